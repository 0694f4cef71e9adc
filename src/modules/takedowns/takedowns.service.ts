import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { ProceedingQueries, Proceedings, shownProceeding, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import { CONTENTS } from './data/contents.data.js';
import { FINDINGS } from './data/findings.data.js';
import { consequenceOf, missingIn } from './domain/takedown.rules.js';
import type {
  ArrivalDto, DeclareDto, ForwardDto, LiftDto, OpenTakedownDto, PublishTakedownDto, RecordClaimDto, SupplementDto, TakedownAtDto, TakedownDto, TakedownFindingDto, TakedownReasonDto, TakeMeasureDto,
} from './takedown.dto.js';
import type { Takedown } from './takedown.entity.js';
import { TAKEDOWN } from './takedown.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

const PARTIES = { name: 'takedown-parties', text: 'SELECT id FROM case_party WHERE case_id = $1 AND removed_at IS NULL' };
/** Last instant of the period that ran last, over or not. */
const UNTIL = { name: 'takedown-until', text: "SELECT legal_due AS until FROM deadline WHERE subject_id = $1 AND kind IN ('platform.lift-measures', 'platform.reasonable-period') ORDER BY id DESC LIMIT 1" };

/** The desk records what platform, merchant and right holder did, and keeps the time between them. */
@Injectable()
export class TakedownsService {
  constructor(
    private readonly database: Database,
    private readonly proceedings: Proceedings,
    private readonly reads: ProceedingQueries,
  ) {}

  async open(acting: Acting, { caseId, regime, platform, rightHolder, merchant, links, noticedAt, contents }: OpenTakedownDto): Moved {
    const parties = await this.database.read<{ id: string }>(acting.claims, PARTIES, [caseId]);
    return this.proceedings.open<Takedown>(acting, caseId, {
      subject: TAKEDOWN, prefix: 'PT', kind: regime, source: 'right-holder', agency: acting.agency, input: { platform, noticedAt, contents, now: acting.at, caseParties: parties.map(({ id }) => id) }, data: { platform, contents },
      own: { platform, rightHolder, merchant, links, notice: { at: utc(noticedAt), contents }, correction: null, measure: null, declaration: null, forwarding: null, delay: null, claim: null, lifting: null, publication: null, finding: null },
    });
  }

  /** Everything that is missing, in one list. */
  askForMissing(acting: Acting, id: string, body: TakedownAtDto): Moved {
    return this.run(acting, id, 'ask-for-missing', body, { patch: ({ kind, notice }, { at }) => ({ correction: { at: utc(at), missing: missingIn(CONTENTS, kind, 'notice', notice.contents).map(({ code }) => code) } }) });
  }

  supplement(acting: Acting, id: string, body: SupplementDto): Moved {
    return this.run(acting, id, 'supplement', body, {
      patch: ({ notice, correction }, { at, contents }) => ({ notice: { ...notice, contents: [...new Set([...notice.contents, ...contents])] }, correction: correction === null ? null : { ...correction, suppliedAt: utc(at) } }), data: ({ contents }) => ({ contents }),
    });
  }

  refuseNotice(acting: Acting, id: string, body: TakedownReasonDto): Moved {
    return this.run(acting, id, 'refuse-notice', body, { patch: () => ({ outcome: 'refused' }), data: ({ reason }) => ({ reason }) });
  }

  recordInaction(acting: Acting, id: string, body: TakedownReasonDto): Moved {
    return this.run(acting, id, 'record-inaction', body, { patch: () => ({ outcome: 'not-acted' }), data: ({ reason }) => ({ reason }) });
  }

  takeMeasure(acting: Acting, id: string, body: TakeMeasureDto): Moved {
    return this.run(acting, id, 'take-measure', body, { patch: (_, { measures, takenAt, forwardedAt }) => ({ measure: { measures, takenAt: utc(takenAt), forwardedAt: utc(forwardedAt) } }), data: ({ measures }) => ({ measures }) });
  }

  keep(acting: Acting, id: string, body: TakedownAtDto): Moved {
    return this.run(acting, id, 'keep', body, { patch: () => ({ outcome: 'undisputed' }) });
  }

  declare(acting: Acting, id: string, body: DeclareDto): Moved {
    return this.run(acting, id, 'declare', body, { patch: (_, { declaredAt, contents }) => ({ outcome: null, declaration: { at: utc(declaredAt), contents } }), data: ({ contents }) => ({ contents }) });
  }

  forward(acting: Acting, id: string, body: ForwardDto): Moved {
    return this.run(acting, id, 'forward', body, { patch: (_, { sentAt }) => ({ forwarding: { sentAt: utc(sentAt) } }), data: ({ sentAt }) => ({ sentAt }) });
  }

  recordArrival(acting: Acting, id: string, body: ArrivalDto): Moved {
    const arrived = new Date(body.arrivedAt);
    return this.run(acting, id, 'record-arrival', body, {
      patch: ({ forwarding }, { arrivedAt, days }) => ({ forwarding: { sentAt: forwarding?.sentAt ?? utc(arrivedAt), arrivedAt: utc(arrivedAt), ...(days === undefined ? {} : { days }) } }), data: ({ arrivedAt, days }) => ({ arrivedAt, days }),
      triggers: { 'platform.lift-measures': arrived, 'platform.reasonable-period': arrived }, amounts: body.days === undefined ? {} : { 'platform.reasonable-period': body.days },
    });
  }

  recordDelay(acting: Acting, id: string, body: TakedownReasonDto): Moved {
    return this.run(acting, id, 'record-delay', body, { patch: (_, { at, reason }) => ({ delay: { from: utc(at), reason } }), data: ({ at, reason }) => ({ at, reason }), triggers: { 'platform.uncounted-delay': new Date(body.at) } });
  }

  endDelay(acting: Acting, id: string, body: TakedownAtDto): Moved {
    return this.run(acting, id, 'end-delay', body, { patch: ({ delay }, { at }) => ({ delay: delay === null ? null : { ...delay, to: utc(at) } }) });
  }

  recordClaim(acting: Acting, id: string, body: RecordClaimDto): Moved {
    return this.run(acting, id, 'record-claim', body, {
      patch: (_, { way, madeAt, toldAt, with: place, reference }) => ({ outcome: 'kept', claim: { way, madeAt: utc(madeAt), toldAt: utc(toldAt), with: place, ...(reference === undefined ? {} : { reference }) } }), data: ({ way, reference }) => ({ way, reference }),
    });
  }

  withdrawNotice(acting: Acting, id: string, body: TakedownAtDto): Moved {
    return this.run(acting, id, 'withdraw-notice', body, {});
  }

  lift(acting: Acting, id: string, body: LiftDto): Moved {
    return this.run(acting, id, 'lift', body, { patch: (_, { liftedAt, ground }) => ({ outcome: 'lifted', lifting: { at: utc(liftedAt), ground } }), data: ({ ground }) => ({ ground }) });
  }

  publish(acting: Acting, id: string, body: PublishTakedownDto): Moved {
    return this.run(acting, id, 'publish', body, { patch: (_, { publishedAt, where }) => ({ publication: { at: utc(publishedAt), where } }), data: ({ where }) => ({ where }) });
  }

  recordFinding(acting: Acting, id: string, body: TakedownFindingDto): Moved {
    return this.run(acting, id, 'record-finding', body, {
      patch: ({ kind }, { at, finding, reason }) => ({ finding: { at: utc(at), finding, reason, multiplier: consequenceOf(FINDINGS, kind, finding)?.multiplier ?? 1 } }), data: ({ finding, reason }) => ({ finding, reason }),
    });
  }

  async one(acting: Acting, id: string): Promise<TakedownDto> {
    const { row, deadlines } = await this.reads.one(acting, TAKEDOWN, id);
    const { kind, platform, rightHolder, merchant, links, notice, correction, measure, declaration, forwarding, delay, claim, lifting, publication, finding } = row;
    const missing = missingIn(CONTENTS, kind, 'notice', notice.contents).map(({ code, label, demanded, basis }) => ({ code, label, demanded, basis }));
    const found = finding === null ? null : { ...finding, ...followsFrom(kind, finding.finding) };
    return { ...shownProceeding('takedown', row), deadlines: deadlines.map(showDeadline), platform, rightHolder, merchant, links, notice, missing, correction, measure, declaration, forwarding, delay, claim, lifting, publication, finding: found };
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.reads.available(acting, TAKEDOWN, id, gatherOfTakedown(acting, id));
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Takedown, Input>): Moved {
    return this.proceedings.run(acting, TAKEDOWN, id, command, body, { gather: gatherOfTakedown(acting, id), ...step });
  }
}

function gatherOfTakedown({ at }: Acting, id: string): Gather {
  return { queries: [{ statement: UNTIL, values: [id] }], facts: ([rows = []]) => ({ now: at, until: (rows as readonly { until: Date | null }[])[0]?.until ?? null }) };
}

function followsFrom(kind: string, finding: string): object {
  const { consequence, basis } = consequenceOf(FINDINGS, kind, finding) ?? {};
  return { consequence, basis };
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
