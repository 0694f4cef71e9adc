import { Injectable } from '@nestjs/common';
import { legalDay } from '../../platform/clocks/clocks.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { DocumentServices, type ServeDocumentDto } from '../document-services/index.js';
import { Proceedings, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { HEARING_THRESHOLDS, PENALTY_KINDS } from './data/penalty-kinds.data.js';
import type { Heard } from './domain/penalty.guards.js';
import { hearingReasons, unfitItems } from './domain/penalty.rules.js';
import { naturalGather, penaltyGather } from './penalties.gather.queries.js';
import type { Penalty } from './penalty.entity.js';
import { recorded } from './penalty-record.service.js';
import { PENALTY } from './penalty.subject.js';
import type { ApproveNoticeDto, HoldPenaltyHearingDto, RecordDefenceDto, ReportHearingDto, RequestHearingDto, ScheduleHearingDto, TerminateHearingDto, WaiveDto } from './penalty-hearing.dto.js';

const NOTHING: Heard = { chair: null, at: null, noticeServedAt: null, heldAt: null, givenUp: false };
const instant = (text: string): string => new Date(text).toISOString();

/** What is announced to the party, and what it has to say. */
@Injectable()
export class PenaltyHearingService {
  constructor(
    private readonly proceedings: Proceedings,
    private readonly services: DocumentServices,
  ) {}

  /** The right to a hearing follows from the penalties by itself: nobody can forget to tell it. */
  approveNotice(acting: Acting, id: string, body: ApproveNoticeDto): Promise<Answer<MovedProceedingDto>> {
    const { penalties, offerHearing = false } = body;
    const reasons = (naturalPerson: boolean): ReturnType<typeof hearingReasons> => hearingReasons(penalties, { kinds: PENALTY_KINDS, thresholds: HEARING_THRESHOLDS, day: legalDay(acting.at), naturalPerson });
    return this.run(acting, id, 'approve-notice', { ...body, unfit: unfitItems(penalties, PENALTY_KINDS) }, {
      gather: naturalGather(acting, id), data: () => ({ penalties: penalties.map(({ kind, amount, days }) => ({ kind, amount, days })), newFacts: body.newFacts !== undefined }),
      paper: ({ party, cause, announced }, { facts, reasons: why, provisions, penalties: items }) => ({ party, cause, penalties: items, facts, reasons: why, provisions, hearing: announced !== null && (announced.offered || announced.hearing.length > 0) }),
      patch: (_, input) => ({
        announced: { penalties: input.penalties.map((item) => ({ ...item })), approvedAt: acting.at.toISOString(), servedAt: null, hearing: reasons((input as { naturalPerson?: boolean }).naturalPerson === true), offered: offerHearing },
        illegalIncome: input.illegalIncome === undefined ? null : { ...input.illegalIncome }, waivedAt: null, hearing: null, discussedAt: null,
      }),
    });
  }

  /** The five working days count from service. */
  serveNotice(acting: Acting, id: string, body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    const { gather, data, also, at } = this.services.serving(acting, body, penaltyGather(acting, id));
    return this.run(acting, id, 'serve-notice', body, {
      gather, also, acted: at, triggers: { 'hearing.request': at }, data: () => data,
      patch: ({ announced }, { servedAt }) => (announced === null ? {} : { announced: { ...announced, servedAt: instant(servedAt) } }),
    });
  }

  recordDefence(acting: Acting, id: string, body: RecordDefenceDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'record-defence', body, {
      data: ({ at }) => ({ at }), patch: ({ defences }) => ({ defences: defences + 1 }), paper: ({ party }, { at, place, content }) => ({ party, at, place, content }),
      also: (row, input) => recorded(acting, row, { ...input, kind: 'defence', party: row.party ?? undefined }),
    });
  }

  waive(acting: Acting, id: string, body: WaiveDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'waive', body, { acted: new Date(body.at), data: ({ at }) => ({ at }), patch: (_, { at }) => ({ waivedAt: new Date(at) }) });
  }

  requestHearing(acting: Acting, id: string, body: RequestHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'request-hearing', body, { acted: new Date(body.at), data: ({ at }) => ({ at }), patch: () => ({ hearing: NOTHING }) });
  }

  /** Also another day or another chair. */
  scheduleHearing(acting: Acting, id: string, body: ScheduleHearingDto): Promise<Answer<MovedProceedingDto>> {
    const chair = { account: body.chair, role: 'hearing-chair' as const, since: acting.at.toISOString() };
    return this.run(acting, id, 'schedule-hearing', { ...body, members: [chair] }, {
      triggers: { 'hearing.notice': new Date(body.at) }, data: ({ chair: account, at, place, open }) => ({ chair: account, at, place, open }),
      paper: ({ party, cause }, { chair: account, at, place, open }) => ({ party, cause, at, place, open, chair: account }),
      patch: (row, { at }) => ({ hearing: { ...NOTHING, chair: body.chair, at: instant(at) }, members: [...row.members.filter(({ role }) => role !== 'hearing-chair'), chair] }),
    });
  }

  serveHearingNotice(acting: Acting, id: string, body: ServeDocumentDto): Promise<Answer<MovedProceedingDto>> {
    const { gather, data, also } = this.services.serving(acting, body, penaltyGather(acting, id));
    return this.run(acting, id, 'serve-hearing-notice', body, { gather, also, data: () => data, patch: ({ hearing }, { servedAt }) => ({ hearing: { ...NOTHING, ...hearing, noticeServedAt: instant(servedAt) } }) });
  }

  holdHearing(acting: Acting, id: string, body: HoldPenaltyHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'hold-hearing', body, {
      data: ({ at, until }) => ({ at, until }), patch: ({ hearing, reviewGrounds }, { until }) => ({ hearing: { ...NOTHING, ...hearing, heldAt: instant(until) }, reviewGrounds: [...new Set([...reviewGrounds, 'hearing-held'])] }),
      paper: ({ party, cause, hearing }, { at, until, course }) => ({ party, cause, at, until, chair: hearing?.chair, course }),
      also: (row, { at, until, course }) => recorded(acting, row, { kind: 'hearing-minutes', at, until, content: course, party: row.party ?? undefined }),
    });
  }

  terminateHearing(acting: Acting, id: string, body: TerminateHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'terminate-hearing', body, { data: ({ ground, reason }) => ({ ground, reason }), patch: ({ hearing }) => ({ hearing: { ...NOTHING, ...hearing, givenUp: true } }) });
  }

  reportHearing(acting: Acting, id: string, body: ReportHearingDto): Promise<Answer<MovedProceedingDto>> {
    return this.run(acting, id, 'report-hearing', body, {
      paper: ({ party, cause, hearing }, { course, opinion }) => ({ party, cause, chair: hearing?.chair, course, opinion }),
      also: (row, { course, opinion }) => recorded(acting, row, { kind: 'hearing-report', content: opinion, details: { course } }),
    });
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Penalty, Input>): Promise<Answer<MovedProceedingDto>> {
    return this.proceedings.run(acting, PENALTY, id, command, body, { gather: penaltyGather(acting, id), ...step });
  }
}
