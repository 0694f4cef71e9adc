import type { LocalizedText } from '../../../kernel/text.js';
import { AllotCaseDto, ReleaseCaseDto } from '../../assignments/index.js';
import { AssignCaseDto, NoteDto, ReassignCaseDto } from '../../cases/index.js';
import type { PermissionCode } from '../../identity/index.js';
import { ConfirmLaneDto, LaneReasonDto } from '../../lanes/index.js';

/** Cases that one command reaches at most. A rule of the house: as many as somebody can still have looked at. */
export const BULK_LIMIT = 500;

/** Days after its end for which the result of each case is kept. What was done stays in the history of the case. */
export const BULK_KEPT_DAYS = 30;

export interface BulkCommandRow {
  readonly code: string;
  readonly label: LocalizedText;
  /** Of the single command, and asked for again for each case. */
  readonly permission: PermissionCode;
  /** Whose version an item names: that of the case, or of its newest passage through a lane. */
  readonly moves: 'case' | 'lane-passage';
  /** Body of the single command; null where it has none. */
  readonly input: (new () => object) | null;
  /** Members of it that are free words. They are sealed until the command has reached every case. */
  readonly words: readonly string[];
}

/** What makes sense for many cases at once: who works on them, where they lie, what is noted. What decides in a case is decided case by case. */
export const BULK_COMMANDS = [
  { code: 'assign', label: { zh: '分派', en: 'Put an officer in charge' }, permission: 'case.assign', moves: 'case', input: AssignCaseDto, words: [] },
  { code: 'reassign', label: { zh: '变更承办人', en: 'Put another officer in charge' }, permission: 'case.assign', moves: 'case', input: ReassignCaseDto, words: ['reason'] },
  { code: 'auto-assign', label: { zh: '自动分派', en: 'Assign by skill and load' }, permission: 'case.assign', moves: 'case', input: null, words: [] },
  { code: 'allot', label: { zh: '交由小组', en: 'Give to a team' }, permission: 'case.assign', moves: 'case', input: AllotCaseDto, words: [] },
  { code: 'claim', label: { zh: '领取', en: 'Take from the pool' }, permission: 'case.claim', moves: 'case', input: null, words: [] },
  { code: 'release', label: { zh: '退回', en: 'Give back to the pool' }, permission: 'case.claim', moves: 'case', input: ReleaseCaseDto, words: ['reason'] },
  { code: 'note', label: { zh: '记事', en: 'Write a note' }, permission: 'case.note', moves: 'case', input: NoteDto, words: ['text'] },
  { code: 'confirm-lane', label: { zh: '进入通道', en: 'Put into a lane, as proposed or otherwise' }, permission: 'lane.move', moves: 'lane-passage', input: ConfirmLaneDto, words: ['reason'] },
  { code: 'leave-lane', label: { zh: '转出通道', en: 'Take out of the lane' }, permission: 'lane.move', moves: 'lane-passage', input: LaneReasonDto, words: ['reason'] },
] as const satisfies readonly BulkCommandRow[];

export type BulkCode = (typeof BULK_COMMANDS)[number]['code'];
export const BULK_CODES: readonly BulkCode[] = BULK_COMMANDS.map(({ code }) => code);

export function bulkCommandOf(code: string): BulkCommandRow {
  const found = BULK_COMMANDS.find((row) => row.code === code);
  if (found === undefined) throw new Error(`There is no bulk command ${code}`);
  return found;
}
