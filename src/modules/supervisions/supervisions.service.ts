import { Injectable } from '@nestjs/common';
import { showDeadline } from '../../platform/clocks/show-deadline.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import type { AvailableCommandsDto } from '../../platform/workflow/subject.queries.js';
import type { Gather } from '../../platform/workflow/workflow.js';
import { ProceedingQueries, Proceedings, shownProceeding, type MovedProceedingDto, type Step } from '../proceedings/index.js';
import type { AskDelistingDto, ListForSupervisionDto, ReportProgressDto, SupervisionDto, SupervisionReasonDto } from './supervision.dto.js';
import type { Supervision } from './supervision.entity.js';
import { SUPERVISION } from './supervision.subject.js';

type Moved = Promise<Answer<MovedProceedingDto>>;

const HANDLING: Statement = { name: 'supervision-handling', text: 'SELECT agency FROM case_file WHERE id = $1' };
const HANDLING_OF: Statement = { name: 'supervision-handling-of', text: 'SELECT f.agency FROM case_file f JOIN supervision s ON s.case_id = f.id WHERE s.id = $1' };

/** Listing, reports and delisting. The supervisor lists and delists; whoever has the case reports. */
@Injectable()
export class SupervisionsService {
  constructor(
    private readonly database: Database,
    private readonly proceedings: Proceedings,
    private readonly reads: ProceedingQueries,
  ) {}

  async open(acting: Acting, { caseId, authority, letter: named, reasons, explanation, targets, days, reportEvery }: ListForSupervisionDto): Moved {
    const letter = named ?? null;
    const [file] = await this.database.read<{ agency: string }>(acting.claims, HANDLING, [caseId]);
    return this.proceedings.open<Supervision>(acting, caseId, {
      subject: SUPERVISION, prefix: 'DB', kind: authority, source: reasons.join(','), agency: acting.agency, input: { authority, letter, reasons, explanation, targets, handling: file?.agency }, data: { authority, reasons, targets: targets.length },
      amounts: { 'supervision.completion': days, 'supervision.progress': reportEvery }, own: { letter, reasons, explanation, targets, reportEvery, reports: [], results: null },
    });
  }

  async reportProgress(acting: Acting, id: string, body: ReportProgressDto): Moved {
    return this.run(acting, id, 'report-progress', body, {
      amounts: await this.nextReport(acting, id), patch: ({ reports }, { progress }) => ({ reports: [...reports, { at: acting.at.toISOString(), by: acting.claims.actor, progress }] }),
    });
  }

  askDelisting(acting: Acting, id: string, body: AskDelistingDto): Moved {
    return this.run(acting, id, 'ask-delisting', body, { patch: (_, { results }) => ({ results: results.map(({ target, result }) => ({ target, result })) }) });
  }

  delist(acting: Acting, id: string, body: SupervisionReasonDto): Moved {
    return this.run(acting, id, 'delist', body, { patch: () => ({ outcome: 'delisted' }), data: ({ reason }) => ({ reason }) });
  }

  async refuseDelisting(acting: Acting, id: string, body: SupervisionReasonDto): Moved {
    return this.run(acting, id, 'refuse-delisting', body, { amounts: await this.nextReport(acting, id), data: ({ reason }) => ({ reason }) });
  }

  callOff(acting: Acting, id: string, body: SupervisionReasonDto): Moved {
    return this.run(acting, id, 'call-off', body, { patch: () => ({ outcome: 'called-off' }), data: ({ reason }) => ({ reason }) });
  }

  async one(acting: Acting, id: string): Promise<SupervisionDto> {
    const { row, deadlines } = await this.reads.one(acting, SUPERVISION, id);
    const { kind, letter, reasons, explanation, targets, reportEvery, reports, results } = row;
    return { ...shownProceeding('supervision', row), deadlines: deadlines.map(showDeadline), authority: kind, letter, reasons, explanation, targets, reportEvery, reports, results };
  }

  available(acting: Acting, id: string): Promise<AvailableCommandsDto> {
    return this.reads.available(acting, SUPERVISION, id, handlingOf(id));
  }

  /** The interval was set when the case was listed, and does not change. */
  private async nextReport(acting: Acting, id: string): Promise<Record<string, number>> {
    const { row } = await this.reads.one(acting, SUPERVISION, id);
    return { 'supervision.progress': row.reportEvery };
  }

  private run<Input extends object>(acting: Acting, id: string, command: string, body: Input, step: Step<Supervision, Input>): Moved {
    return this.proceedings.run(acting, SUPERVISION, id, command, body, { gather: handlingOf(id), ...step });
  }
}

function handlingOf(id: string): Gather {
  return { queries: [{ statement: HANDLING_OF, values: [id] }], facts: ([rows = []]) => ({ handling: (rows as readonly { agency: string }[])[0]?.agency }) };
}
