import { Injectable } from '@nestjs/common';
import { checkIdentifier } from '../../kernel/identifiers/index.js';
import { sha256Of } from '../../kernel/ledger/index.js';
import { Clocks, legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { uniqueViolation } from '../../platform/http/idempotency.js';
import { anyOpening, Workflow, type Command } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { INDUSTRIES } from './data/whitelist.data.js';
import { keysOf } from './domain/watch-keys.rules.js';
import type {
  AnswerWhitelistObjectionDto, ApplyForWhitelistDto, AskWhitelistCorrectionDto, AskWhitelistExitDto, ChangeWhitelistDto, CorrectWhitelistDto, GiveWhitelistNoticeDto, ReviewWhitelistDto, WatchedRightDto, WhitelistEntryDto, WhitelistObjectionDto,
  WhitelistReasonDto, WhitelistStatementDto,
} from './whitelist.dto.js';
import { gatherEntry, shownEntry, WhitelistQueries } from './whitelist.queries.js';
import type { WatchedRight, WhitelistEntry } from './whitelist-entry.entity.js';
import { WHITELIST_ENTRY } from './whitelist-entry.subject.js';

type Move = Omit<Command<WhitelistEntry>, 'subject' | 'id' | 'gather' | 'input'> & { readonly input?: Readonly<Record<string, unknown>> };
const DIGITS = 12;
const NOTHING_YET = { missing: null, examinedBy: null, opinion: null, channel: null, objections: [], listedAt: null, validUntil: null, certificate: null, reviewedAt: null, exitGround: null, exitAskedBy: null, statement: null, reason: null };

/** Firms that are warned early. Facts about a firm are read in all offices; everything else is the agency's. */
@Injectable()
export class WhitelistService {
  constructor(
    private readonly workflow: Workflow,
    private readonly clocks: Clocks,
    private readonly texts: CaseTexts,
    private readonly queries: WhitelistQueries,
  ) {}

  /** Of two applications of one firm at the same moment the table takes one; the other is refused as by the guard. */
  async apply(acting: Acting, body: ApplyForWhitelistDto): Promise<Answer<WhitelistEntryDto>> {
    const { pending } = await this.queries.record(body.uscc, acting.at);
    try {
      return await this.open(acting, body, pending);
    } catch (error) {
      if (uniqueViolation(error) === null) throw error;
      return this.open(acting, body, true);
    }
  }

  askCorrection(acting: Acting, id: string, { missing }: AskWhitelistCorrectionDto): Promise<Answer<WhitelistEntryDto>> {
    return this.move(acting, id, { command: 'ask-correction', input: { missing }, patch: () => ({ missing }), data: { missing } });
  }

  correct(acting: Acting, id: string, { materials }: CorrectWhitelistDto): Promise<Answer<WhitelistEntryDto>> {
    return this.move(acting, id, { command: 'correct', input: { materials }, patch: (row) => ({ materials: [...new Set([...row.materials, ...materials])] }), data: { materials } });
  }

  takeOn(acting: Acting, id: string): Promise<Answer<WhitelistEntryDto>> {
    return this.move(acting, id, { command: 'take-on' });
  }

  async giveNotice(acting: Acting, id: string, { opinion: given, channel, rightsConfirmed }: GiveWhitelistNoticeDto): Promise<Answer<WhitelistEntryDto>> {
    const opinion = await this.clean(given);
    const input = { opinion, channel, rightsConfirmed, ...(await this.recordOf(acting, id)) };
    return this.move(acting, id, { command: 'give-notice', input, patch: () => ({ opinion, channel, examinedBy: acting.claims.actor }), data: { opinion, channel } });
  }

  async object(acting: Acting, id: string, { from, content: given }: WhitelistObjectionDto): Promise<Answer<WhitelistEntryDto>> {
    const content = await this.clean(given);
    const objection = { id: newId(), at: acting.at.toISOString(), from, content, answer: null, upheld: null };
    return this.move(acting, id, { command: 'record-objection', input: { from, content }, patch: ({ objections }) => ({ objections: [...objections, objection] }), data: { objection: objection.id, from } });
  }

  async answerObjection(acting: Acting, id: string, { objection, answer: given, upheld }: AnswerWhitelistObjectionDto): Promise<Answer<WhitelistEntryDto>> {
    const answer = await this.clean(given);
    const patch = ({ objections }: WhitelistEntry): Partial<WhitelistEntry> => ({ objections: objections.map((one) => (one.id === objection ? { ...one, answer, upheld } : one)) });
    return this.move(acting, id, { command: 'answer-objection', input: { objection, answer, upheld }, patch, data: { objection, upheld } });
  }

  /** The term and the certificate begin with it. The number holds the digest of what the certificate says. */
  async decide(acting: Acting, id: string): Promise<Answer<WhitelistEntryDto>> {
    const input = await this.recordOf(acting, id);
    return this.move(acting, id, {
      command: 'decide', input, data: {},
      patch: ({ name, uscc, industry, agency, region }) => {
        const validUntil = this.clocks.start('whitelist.term', acting.at, { subjectType: 'whitelist-entry', subjectId: id, agency, intakeAgency: agency, region }).legalDue;
        const digest = sha256Of(JSON.stringify([id, uscc, name, industry, acting.at, validUntil]));
        return { listedAt: acting.at, validUntil, certificate: `ZB${legalDay(acting.at).slice(0, 4)}-${digest.slice(0, DIGITS).toUpperCase()}` };
      },
    });
  }

  /** Refused, withdrawn, kept or left: what they need is a reason. */
  async withReason(acting: Acting, id: string, command: 'refuse' | 'withdraw' | 'keep' | 'leave' | 'exit', { reason: given }: WhitelistReasonDto): Promise<Answer<WhitelistEntryDto>> {
    const reason = await this.clean(given);
    const kept = command === 'keep' ? { exitGround: null, exitAskedBy: null, statement: null } : {};
    return this.move(acting, id, { command, input: { reason }, patch: () => ({ reason, ...kept }), data: { reason } });
  }

  async change(acting: Acting, id: string, { reason: given, rights, contacts }: ChangeWhitelistDto): Promise<Answer<WhitelistEntryDto>> {
    const reason = await this.clean(given);
    const patch: Partial<WhitelistEntry> = { reason, ...(rights === undefined ? {} : { rights: watched(rights), watched: keysOf(watched(rights)) }), ...(contacts === undefined ? {} : { contacts }) };
    return this.move(acting, id, { command: 'change', input: { reason }, patch: () => patch, data: { reason, changed: [...(rights === undefined ? [] : ['rights']), ...(contacts === undefined ? [] : ['contacts'])] } });
  }

  async review(acting: Acting, id: string, { opinion: given }: ReviewWhitelistDto): Promise<Answer<WhitelistEntryDto>> {
    const opinion = await this.clean(given);
    return this.move(acting, id, { command: 'review', input: { opinion, ...(await this.recordOf(acting, id)) }, patch: () => ({ reviewedAt: acting.at }), data: { opinion } });
  }

  async askExit(acting: Acting, id: string, { ground, facts: given }: AskWhitelistExitDto): Promise<Answer<WhitelistEntryDto>> {
    const facts = await this.clean(given);
    return this.move(acting, id, { command: 'ask-exit', input: { ground, facts }, patch: () => ({ exitGround: ground, exitAskedBy: acting.claims.actor, reason: facts }), data: { ground, facts } });
  }

  async recordStatement(acting: Acting, id: string, { content: given }: WhitelistStatementDto): Promise<Answer<WhitelistEntryDto>> {
    const content = await this.clean(given);
    return this.move(acting, id, { command: 'record-statement', input: { content }, patch: () => ({ statement: content }), data: {} });
  }

  private open(acting: Acting, { name, uscc, industry, industryClass, region, rights, contacts, materials }: ApplyForWhitelistDto, pending: boolean): Promise<Answer<WhitelistEntryDto>> {
    const row = { id: newId(), ...NOTHING_YET, agency: acting.agency, region, name, uscc, industry, industryClass, rights: watched(rights), watched: keysOf(watched(rights)), contacts, materials };
    const checked = checkIdentifier('uscc', uscc);
    const classes: readonly string[] = INDUSTRIES.find(({ code }) => code === industry)?.classes ?? [];
    const input = { creditCodeHolds: checked.ok && checked.warnings.length === 0, classFits: classes.includes(industryClass), pending };
    // No contact in the ledger: it is kept for ever.
    const opening = anyOpening<WhitelistEntry>({ subject: WHITELIST_ENTRY, command: 'apply', row, input, data: { uscc, industry, materials, rights: row.rights } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownEntry(outcome?.row as unknown as WhitelistEntry) }));
  }

  private async recordOf(acting: Acting, id: string): Promise<{ readonly dishonest: boolean; readonly punished: boolean }> {
    const { uscc } = await this.queries.entry(acting, id);
    const { dishonest, punished } = await this.queries.record(uscc, acting.at);
    return { dishonest, punished };
  }

  private async clean(text: string): Promise<string> {
    const [clean = ''] = await this.texts.scrubbedOf([], [text]);
    return clean;
  }

  private move(acting: Acting, id: string, { input = {}, ...move }: Move): Promise<Answer<WhitelistEntryDto>> {
    return this.workflow.execute<WhitelistEntry, WhitelistEntryDto>(acting, { subject: WHITELIST_ENTRY, id, gather: gatherEntry(acting, id), input, ...move }, ({ row }) => ({ status: 200, body: shownEntry(row) }));
  }
}

function watched(rights: readonly WatchedRightDto[]): WatchedRight[] {
  return rights.map(({ type, number, name }) => ({ type, number: number.trim(), name: name ?? null }));
}
