import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { SubjectQueries, type AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import { anyOpening, Workflow, type Command, type Entering, type Outcome } from '../../platform/workflow/workflow.js';
import { CaseTexts } from '../cases/index.js';
import { Documents, type Paper } from '../documents/index.js';
import { LISTING, type Listing } from '../listings/index.js';
import { PUBLICATION, type Publication } from '../publications/index.js';
import type { CorrectCreditRepairDto, CreditRepairAtDto, CreditRepairDataDto, CreditRepairPushDto, FileCreditRepairDto, MovedCreditRepairDto, VerifyCreditRepairDto } from './credit-repair.dto.js';
import type { CreditRepair } from './credit-repair.entity.js';
import { CREDIT_REPAIR } from './credit-repair.subject.js';
import { CreditRepairsQueries, gatherFiling, missingOf, shownRepair } from './credit-repairs.queries.js';

type Moved = Promise<Answer<MovedCreditRepairDto>>;
type Target = Pick<CreditRepair, 'agency' | 'region' | 'caseId' | 'displayClass' | 'shownOn' | 'partyName' | 'otherProvince'> & { readonly shown: boolean; readonly ofListing: boolean };
/** What a command adds to its input. */
export type RepairStep = Partial<Pick<Command<CreditRepair>, 'patch' | 'data' | 'also' | 'gather' | 'acted' | 'triggers' | 'cascades'>> & { readonly paper?: Paper<CreditRepair> };

export const applicantOf = ({ uscc, partyName }: CreditRepair): object => ({ uscc, name: partyName });
/** Free words of the bodies; all else are codes, instants and ticks. */
const WORDS = ['reasons', 'facts', 'findings'];

/** From the application to its verification, and the data at the end. Deciding is in the service of decisions. */
@Injectable()
export class CreditRepairsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
    private readonly documents: Documents,
    private readonly queries: CreditRepairsQueries,
    private readonly subjects: SubjectQueries,
  ) {}

  /** Under the lock of what is shown, so that two applications see each other. */
  async file(acting: Acting, body: FileCreditRepairDto): Moved {
    const { targetType, targetId: id, uscc } = body;
    const gather = gatherFiling(id);
    if (targetType === 'listing') return this.workflow.openIn<Listing, MovedCreditRepairDto>(acting, { subject: LISTING, id, gather }, (row, found) => entering(acting, body, ofListing(row, uscc), found));
    return this.workflow.openIn<Publication, MovedCreditRepairDto>(acting, { subject: PUBLICATION, id, gather }, (row, found) => entering(acting, body, ofPublication(row, body), found));
  }

  /** Says once what is missing (一次性告知). */
  askCorrection(acting: Acting, id: string): Moved {
    return this.run(acting, id, 'ask-correction', {}, () => ({ patch: () => ({ askedAt: acting.at }), paper: (row) => ({ applicant: applicantOf(row), missing: missingOf(row.materials) }) }));
  }

  correct(acting: Acting, id: string, body: CorrectCreditRepairDto): Moved {
    return this.run(acting, id, 'correct', body, ({ at, materials }) => ({
      triggers: { 'repair.acceptance': new Date(at) }, data: { at, materials }, patch: (row) => ({ materials: [...new Set([...row.materials, ...materials])] }),
    }));
  }

  accept(acting: Acting, id: string): Moved {
    return this.run(acting, id, 'accept', {}, () => ({ paper: (row) => ({ applicant: applicantOf(row) }) }));
  }

  recordVerification(acting: Acting, id: string, body: VerifyCreditRepairDto): Moved {
    return this.run(acting, id, 'record-verification', body, (verification) => ({ patch: () => ({ verification: { ...verification } }), data: { ...verification } }));
  }

  withdraw(acting: Acting, id: string, body: CreditRepairAtDto): Moved {
    return this.run(acting, id, 'withdraw', body, ({ at }) => ({ data: { at } }));
  }

  recordPush(acting: Acting, id: string, body: CreditRepairPushDto): Moved {
    return this.run(acting, id, 'record-push', body, ({ at, receipt }) => ({ acted: new Date(at), patch: () => ({ pushedAt: new Date(at) }), data: { at, receipt } }));
  }

  confirmData(acting: Acting, id: string, body: CreditRepairDataDto): Moved {
    return this.run(acting, id, 'confirm-data', body, ({ at, channel }) => ({ acted: new Date(at), data: { at, channel } }));
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.subjects.available(acting, CREDIT_REPAIR, id, this.queries.gather(acting, id));
  }

  /** Words are freed of reporters first; papers are issued with the move that names them. */
  async run<Body extends object>(acting: Acting, id: string, command: string, body: Body, step: (clean: Body) => RepairStep): Moved {
    const { caseId } = await this.queries.row(acting, id);
    const input = caseId === null ? body : await this.clean(caseId, body);
    const { paper = () => ({}), gather = this.queries.gather(acting, id), ...more } = step(input);
    const issuing = this.documents.issuing(acting, { subject: CREDIT_REPAIR, id, command, input: Object.fromEntries(Object.entries(input)), gather, ...more }, paper);
    return this.workflow.execute(acting, issuing.command, ({ row }) => ({ status: 200, body: { ...shownRepair(row), document: issuing.issued() } }));
  }

  private async clean<Body extends object>(caseId: string, body: Body): Promise<Body> {
    const words = Object.entries(body).filter((entry): entry is [string, string] => WORDS.includes(entry[0]));
    const clean = await this.texts.scrubbedAll(caseId, words.map(([, text]) => text));
    return { ...body, ...Object.fromEntries(words.map(([name], index) => [name, clean[index]])) };
  }
}

function ofListing({ agency, region, caseId, publishedAt, partyName, uscc, outsideProvince, state }: Listing, applicant: string): Target {
  return { agency, region, caseId, displayClass: 'list', shownOn: publishedAt === null ? null : legalDay(publishedAt), partyName: uscc === applicant ? partyName : '', otherProvince: outsideProvince, shown: state === 'in-effect', ofListing: false };
}

function ofPublication({ agency, region, caseId, displayClass, publishedAt, parties, state, subjectType, otherProvince }: Publication, { uscc, otherProvince: told = false }: FileCreditRepairDto): Target {
  const partyName = parties.find((party) => party.uscc === uscc)?.name ?? '';
  return { agency, region, caseId, displayClass, shownOn: publishedAt === null ? null : legalDay(publishedAt), partyName, otherProvince: otherProvince || told, shown: state === 'published', ofListing: subjectType === 'listing' };
}

function entering(acting: Acting, { targetType, targetId, uscc, appliedAt, materials, promise }: FileCreditRepairDto, { shown, ofListing: listed, ...target }: Target, found: Readonly<Record<string, unknown>>): Entering<MovedCreditRepairDto> {
  const arrived = new Date(appliedAt);
  const row = {
    id: newId(), ...target, targetType, targetId, uscc, appliedAt: arrived, materials, promise, askedAt: null, verification: null, extendedAt: null, decidedAt: null, pushedAt: null, stopped: [], revokedAt: null, reasons: null,
  };
  const input = { ...found, appliedAt, now: acting.at.getTime(), missing: missingOf(materials), shown, ofListing: listed, applicantShown: target.partyName !== '' };
  const opening = anyOpening<CreditRepair>({ subject: CREDIT_REPAIR, command: 'file', row, input, triggers: { 'repair.acceptance': arrived, 'repair.correction-notice': arrived }, data: { targetType, targetId, displayClass: target.displayClass, materials } });
  return { openings: [opening], fact: { event: `${targetType}.repair-asked`, data: { repair: row.id } }, answer: ([outcome]) => ({ status: 201, body: { ...shownRepair((outcome as unknown as Outcome<CreditRepair>).row), document: null } }) };
}
