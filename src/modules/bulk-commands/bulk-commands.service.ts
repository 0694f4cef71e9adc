import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import { checked } from '../../platform/http/validation.js';
import { anyOpening, Workflow } from '../../platform/workflow/workflow.js';
import type { BulkCommandDto, GiveBulkCommandDto } from './bulk-command.dto.js';
import type { BulkCommand } from './bulk-command.entity.js';
import { BULK_COMMAND } from './bulk-command.subject.js';
import { BulkCommandsQueries, shownCommand } from './bulk-commands.queries.js';
import { BulkWordsStore } from './bulk-commands.words.service.js';
import { bulkCommandOf, type BulkCommandRow } from './data/bulk-commands.data.js';

@Injectable()
export class BulkCommandsService {
  constructor(
    private readonly workflow: Workflow,
    private readonly words: BulkWordsStore,
    private readonly queries: BulkCommandsQueries,
  ) {}

  /** Takes it on: 202. Refused at once is only what would be refused for every case: a permission that is missing, input that is wrong. */
  async give(acting: Acting, { command, input: given = {}, items }: GiveBulkCommandDto): Promise<Answer<BulkCommandDto>> {
    const kind = bulkCommandOf(command);
    if (!acting.permissions.has(kind.permission)) throw httpProblem('permission.denied', { members: { permission: kind.permission } });
    const { plain, words } = apart(await checkedInput(kind, given), kind.words);
    const id = newId();
    const cases = items.map(({ caseId, version }) => ({ caseId: caseId.toLowerCase(), version }));
    const row: Omit<BulkCommand, 'state' | 'version'> = {
      id, agency: acting.agency, askedBy: acting.claims.actor, command, input: plain, items: cases, total: cases.length, done: 0, refused: 0, askedAt: acting.at, endedAt: null, clearedAt: null,
    };
    const opening = anyOpening<BulkCommand>({ subject: BULK_COMMAND, command: 'ask', row, input: {}, data: { command, total: cases.length } });
    return this.workflow.open(acting, [opening], this.words.sealing(id, words), ([opened]) => ({ status: 202, body: shownCommand(opened?.row as unknown as BulkCommand) }));
  }

  /** What it has reached stays as it is; the case under way is finished. */
  async cancel(acting: Acting, id: string): Promise<Answer<BulkCommandDto>> {
    const answer = await this.workflow.execute(acting, { subject: BULK_COMMAND, id, command: 'cancel', input: {}, patch: () => ({ endedAt: acting.at }) }, ({ row }) => ({ status: 200, body: shownCommand(row) }));
    // The counts are no part of the move: they are read as they stand.
    return answer.replayed === true ? answer : { ...answer, body: await this.queries.one(acting, id) };
  }
}

/** By the rules of the single command. */
async function checkedInput({ input }: BulkCommandRow, given: object): Promise<object> {
  const { instance, errors } = input === null ? nothing(given) : await checked(input, given);
  if (errors.length > 0) throw httpProblem('request.invalid', { members: { errors: errors.map((error) => ({ ...error, path: ['input', error.path].filter((part) => part !== '').join('.') })) } });
  return instance;
}

function nothing(given: object): { instance: object; errors: { path: string; code: string; message: object }[] } {
  return { instance: {}, errors: Object.keys(given).map((path) => ({ path, code: 'whitelistValidation', message: { zh: '未知字段', en: 'is not known' } })) };
}

function apart(input: object, words: readonly string[]): { plain: object; words: object } {
  const parts = Object.entries(input).filter(([, value]) => value !== undefined);
  return { plain: Object.fromEntries(parts.filter(([name]) => !words.includes(name))), words: Object.fromEntries(parts.filter(([name]) => words.includes(name))) };
}
