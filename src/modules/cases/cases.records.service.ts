import { Injectable } from '@nestjs/common';
import type { Query } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { insertInto } from '../../platform/database/insert-statements.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { Workflow, type Command, type Gather } from '../../platform/workflow/workflow.js';
import { CaseLink, CaseNote } from './case-records.entity.js';
import type { LinkCaseDto } from './case.dto.js';
import type { CaseFile } from './case.entity.js';
import { CASE } from './case.subject.js';
import { movedCase, type MovedCaseDto } from './case-view.dto.js';
import { CaseTexts } from './cases.texts.service.js';

const LIVE = { name: 'case-live-link', text: 'SELECT id FROM case_link WHERE case_id = $1 AND other_id = $2 AND kind = $3 AND unlinked_at IS NULL' };
const UNLINK = { name: 'case-unlink', text: 'UPDATE case_link SET unlinked_at = $4, unlinked_by = $5 WHERE case_id = $1 AND other_id = $2 AND kind = $3 AND unlinked_at IS NULL RETURNING id' };

/** What is kept on a file beside its course: links between cases, and notes. */
@Injectable()
export class CaseRecordsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly texts: CaseTexts,
  ) {}

  async link(acting: Acting, id: string, body: LinkCaseDto): Promise<Answer<MovedCaseDto>> {
    const reason = await this.texts.scrubbed(id, body.reason);
    const [caseId, otherId] = pair(id, body.other);
    const link: CaseLink = { id: newId(), caseId, otherId, kind: body.kind, reason, linkedBy: acting.claims.actor, linkedAt: acting.at, unlinkedBy: null, unlinkedAt: null };
    return this.move(acting, { id, command: 'link', ...onBoth(id, { ...body, reason }, 'case.be-linked'), also: () => ({ inserts: [insertInto(CaseLink, link)] }) });
  }

  async unlink(acting: Acting, id: string, body: LinkCaseDto): Promise<Answer<MovedCaseDto>> {
    const reason = await this.texts.scrubbed(id, body.reason);
    const updates: Query[] = [{ statement: UNLINK, values: [...pair(id, body.other), body.kind, acting.at, acting.claims.actor] }];
    return this.move(acting, { id, command: 'unlink', ...onBoth(id, { ...body, reason }, 'case.be-unlinked'), also: () => ({ updates }) });
  }

  async note(acting: Acting, id: string, given: string): Promise<Answer<MovedCaseDto>> {
    const text = await this.texts.scrubbed(id, given);
    const note: CaseNote = { id: newId(), caseId: id, text, writtenBy: acting.claims.actor, writtenAt: acting.at };
    return this.move(acting, { id, command: 'note', input: { text }, data: { note: note.id }, also: () => ({ inserts: [insertInto(CaseNote, note)] }) });
  }

  private move(acting: Acting, command: Omit<Command<CaseFile>, 'subject'>): Promise<Answer<MovedCaseDto>> {
    return this.workflow.execute(acting, { subject: CASE, ...command }, ({ row, deadlines }) => ({ status: 200, body: movedCase(row, deadlines) }));
  }
}

/** Both files tell of it. The other one is locked and read like the first: where the reader does not see it, there is none. */
function onBoth(id: string, { other, kind, reason }: LinkCaseDto, cascade: string): Pick<Command<CaseFile>, 'input' | 'data' | 'gather' | 'cascades'> {
  const gather: Gather = { queries: [{ statement: LIVE, values: [...pair(id, other), kind] }], facts: ([found = []]) => ({ linked: found.length > 0 }) };
  return { input: { other, kind, reason }, data: { other, kind, reason }, gather, cascades: { [cascade]: () => ({ id: other, input: {}, data: { other: id, kind, reason } }) } };
}

/** One row for two cases, whoever names whom. */
function pair(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}
