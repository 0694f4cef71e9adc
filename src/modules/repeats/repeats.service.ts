import { Injectable } from '@nestjs/common';
import { digestsOf } from '../../kernel/ledger/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow } from '../../platform/workflow/workflow.js';
import { CASE, CaseTexts, type CaseFile } from '../cases/index.js';
import { GRAVITY, PUNITIVE_SOURCE, WILFULNESS } from '../civil-suits/index.js';
import { repeatRulesOn, type Feed, type RepeatRule } from './data/repeat-rules.data.js';
import { counted, stateOf } from './domain/repeat.rules.js';
import type { AnswerPromptDto, EarlierDecisionDto, NextStepDto, PromptAnsweredDto, PunitiveFactDto, PunitivePackDto, RepeatPromptDto, RepeatPromptsDto } from './repeat.dto.js';
import { PunitivePack, RepeatAnswer } from './repeat.entity.js';
import { repeatProblem } from './repeats.errors.js';
import { RepeatsQueries, shownPack, type EarlierRow, type Known } from './repeats.queries.js';

/** Prompts about repeated infringement. Found anew with every look: a penalty that is revoked is gone from the next one. */
@Injectable()
export class RepeatsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly queries: RepeatsQueries,
  ) {}

  async prompts(acting: Acting, caseId: string): Promise<RepeatPromptsDto> {
    const known = await this.queries.known(acting, caseId);
    const { matter, actDayFrom, earlier } = known;
    return { caseId, actDay: matter.actDay, actDayFrom, items: promptsOf(known), fallen: earlier.filter(({ stands }) => !stands).map(shownEarlier) };
  }

  /** Throws repeat.no-prompt and repeat.facts-changed. Nothing follows from an answer but that it is on record. */
  async answer(acting: Acting, caseId: string, { rule, digest, outcome, reason: given }: AnswerPromptDto): Promise<Answer<PromptAnsweredDto>> {
    const prompt = promptsOf(await this.queries.known(acting, caseId)).find((one) => one.rule === rule);
    if (prompt === undefined) throw repeatProblem('repeat.no-prompt');
    if (prompt.digest !== digest) throw repeatProblem('repeat.facts-changed');
    const reason = await this.texts.scrubbed(caseId, given);
    const row: RepeatAnswer = { id: newId(), caseId, rule, digest, outcome, reason, answeredAt: acting.at, answeredBy: acting.claims.actor };
    const fact = { event: 'case.repeat-prompt-answered', data: { answer: row.id, rule, digest, outcome }, also: { inserts: [insertInto(RepeatAnswer, row)] } };
    return this.workflow.attach<CaseFile, PromptAnsweredDto>(acting, { subject: CASE, id: caseId }, () => ({ fact, answer: { status: 201, body: { id: row.id, caseId, rule, outcome } } }));
  }

  /** Freezes what this system can tell a court; the digest is on the chain of the case. */
  async makePack(acting: Acting, caseId: string): Promise<Answer<PunitivePackDto>> {
    const content = packOf(await this.queries.known(acting, caseId));
    const row: PunitivePack = { id: newId(), caseId, content, sha256: digestsOf(content).sha256, madeAt: acting.at, madeBy: acting.claims.actor };
    const fact = { event: 'case.punitive-pack-made', data: { pack: row.id, sha256: row.sha256 }, also: { inserts: [insertInto(PunitivePack, row)] } };
    return this.workflow.attach<CaseFile, PunitivePackDto>(acting, { subject: CASE, id: caseId }, () => ({ fact, answer: { status: 201, body: shownPack(row) } }));
  }
}

function promptsOf(known: Known): RepeatPromptDto[] {
  const { matter, earlier, answers } = known;
  return repeatRulesOn(matter.actDay, matter.rightType).flatMap((rule) => {
    const found = counted(rule, matter, earlier);
    const { digest, answer } = { digest: digestOf(rule, found), answer: answers.find((one) => one.rule === rule.code) };
    const state = stateOf(digest, found.length, answer);
    if (state === null) return [];
    const { code, label, explanation, basis } = rule;
    return [{ rule: code, label, explanation, basis, state, digest, earlier: found.map(shownEarlier), next: { feeds: rule.feeds, ...STEPS[rule.feeds](known, found, rule) }, outcome: answer?.outcome ?? null, reason: answer?.reason ?? null }];
  });
}

/** What an answer is about: the decisions, and how each is tied to the respondent. */
function digestOf({ code }: RepeatRule, found: readonly EarlierRow[]): string {
  return digestsOf({ rule: code, earlier: found.map(({ kind, proceeding, servedOn, identity }) => ({ kind, proceeding, servedOn, identity })) }).sha256;
}

/** A decision in a case that the reader does not see: agency, kind and day, and nothing to find it by. */
function shownEarlier({ kind, agency, rightType, servedOn, stands, identity, cluster, visible, proceeding, caseId, document, number, sha256 }: EarlierRow): EarlierDecisionDto {
  const named = visible ? { proceeding, caseId, document, number, sha256 } : { proceeding: null, caseId: null, document: null, number: null, sha256: null };
  return { kind, agency, rightType, servedOn, stands, identity, cluster, ...named };
}

type Step = (known: Known, found: readonly EarlierRow[], rule: RepeatRule) => Omit<NextStepDto, 'feeds'>;

const STEPS: Readonly<Record<Feed, Step>> = {
  'criminal-threshold': ({ matter }, found) => ({ route: 'POST /v1/criminal-thresholds/calculations', body: { day: matter.actDay, punishedWithinTwoYears: found.length > 0 } }),
  'heavier-penalty': (_, found, { code }) => ({ route: null, body: { rule: code, decisions: found.length } }),
  'adjudication-shortcut': (known, found) => ({ route: 'POST /v1/adjudications/{id}/decide-directly', body: { earlier: findingOf(known, found) } }),
  'punitive-damages': ({ caseId }) => ({ route: `POST /v1/infringers/cases/${caseId}/punitive-packs`, body: {} }),
  listing: ({ caseId, ownPenalty }, found) => ({ route: 'POST /v1/listings', body: { caseId, proceedingId: ownPenalty?.id ?? null, partyId: ownPenalty?.party ?? null, ground: 'wilful-ip-infringement', facts: frequency(found) } }),
};

/** The shortcut is for the same infringer only; the panel takes it over or does not. */
function findingOf({ respondents, matter }: Known, found: readonly EarlierRow[]): object | null {
  const last = found.filter(({ identity, visible }) => identity === 'same' && visible).at(-1);
  if (last === undefined) return null;
  return { kind: 'adjudication', number: last.number, effectiveAt: last.servedAt.toISOString(), patentNumber: matter.rightNumber, respondent: respondents[0]?.party ?? null, types: [...new Set((last.acts ?? []).map(({ type }) => type))] };
}

function frequency(found: readonly EarlierRow[]): string {
  return found.map(({ servedOn, agency, number, visible, identity }) => `${servedOn} ${agency}${visible && number !== null ? ` ${number}` : ''}（${identity === 'same' ? '同一当事人' : '关联主体，须认定'}）`).join('；');
}

/** What this system can tell; wilfulness is not told by it. Nothing of whoever reported, and no document of a case that the reader does not see. */
function packOf({ caseId, matter, respondents, earlier }: Known): object {
  const [rule] = repeatRulesOn(matter.actDay, matter.rightType).filter(({ feeds }) => feeds === 'punitive-damages');
  const found = rule === undefined ? [] : counted(rule, matter, earlier);
  const decisions = found.map((row) => ({ ...shownEarlier(row), sm3: row.visible ? row.sm3 : null, documentKind: row.kind === 'penalty' ? 'penalty-decision' : 'on-the-spot-decision' }));
  const fact = (supported: (code: string) => boolean) => ({ code, label, article }: (typeof WILFULNESS)[number] | (typeof GRAVITY)[number]): PunitiveFactDto => ({ code, label, basis: { source: PUNITIVE_SOURCE, article, status: 'verified' }, supported: supported(code) });
  return {
    format: 'punitive-pack/1', caseId, rightType: matter.rightType, rightNumber: matter.rightNumber, actDay: matter.actDay, respondents: respondents.map(({ party, name, uscc }) => ({ party, name, uscc })), decisions,
    wilfulness: WILFULNESS.map(fact(() => false)), gravity: GRAVITY.map(fact((code) => code === 'again-after-penalty' && found.some(({ identity }) => identity === 'same'))),
  };
}

/** For the file name. */
export function packName({ caseId, madeAt }: PunitivePackDto): string {
  return `punitive-pack-${caseId}-${legalDay(new Date(madeAt))}.json`;
}
