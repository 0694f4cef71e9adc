import { Injectable } from '@nestjs/common';
import { systemClaims } from '../../platform/database/claims.js';
import { Database } from '../../platform/database/database.js';
import type { Subject } from '../../platform/workflow/subject.js';
import { CaseTexts } from '../cases/index.js';
import type { ProceedingColumns } from './proceeding.entity.js';

/** Words, or a run of digits that may be a telephone or identity number. */
const WORDS = /\p{Script=Han}|\p{L}{2,} \p{L}|\d{11}/u;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whatever people write into a proceeding is freed of those who reported before anything is decided or kept. */
@Injectable()
export class ProceedingTexts {
  constructor(
    private readonly database: Database,
    private readonly texts: CaseTexts,
  ) {}

  /** All words in what was sent, however deep. Codes and ids stay as they are, and cost nothing. */
  async clean<Row extends ProceedingColumns, Input extends object>({ lifecycle: { subject } }: Subject<Row>, id: string, input: Input): Promise<Input> {
    if (wordsIn(input).length === 0) return input;
    const statement = { name: `case-of-${subject}`, text: `SELECT case_id AS "caseId" FROM ${subject.replaceAll('-', '_')} WHERE id = $1` };
    const [row] = await this.database.read<{ caseId: string }>(systemClaims('proceeding-texts'), statement, [id]);
    return row === undefined ? input : this.cleaned(row.caseId, input);
  }

  /** Some members of what is about to be written for a case. */
  async cleanOf<Given extends object>(caseId: string, given: Given, ...members: readonly (keyof Given)[]): Promise<Given> {
    const picked = Object.fromEntries(members.map((member) => [member, given[member]]));
    return wordsIn(picked).length === 0 ? given : { ...given, ...(await this.cleaned(caseId, picked)) };
  }

  private async cleaned<Value extends object>(caseId: string, value: Value): Promise<Value> {
    const words = wordsIn(value);
    const clean = await this.texts.scrubbedAll(caseId, words);
    const known = new Map(words.map((text, index) => [text, clean[index] ?? '']));
    return replaced(value, known) as Value;
  }
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return WORDS.test(value) && !UUID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return isPlain(value) ? Object.values(value).flatMap(wordsIn) : [];
}

function replaced(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return known.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, known));
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, known)])) : value;
}

/** Instants and the like are values, not containers. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
