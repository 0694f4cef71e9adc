import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import type { Move } from '../../../kernel/lifecycle/index.js';
import { CASE } from '../../cases/index.js';
import { ROLES } from '../../identity/index.js';
import { LANE_PASSAGE } from '../../lanes/index.js';
import { BULK_COMMANDS, BULK_KEPT_DAYS, BULK_LIMIT, bulkCommandOf } from './bulk-commands.data.js';

const SINGLE: Readonly<Record<string, string>> = { 'confirm-lane': 'confirm', 'leave-lane': 'leave' };

describe('the commands that may be given for many cases', () => {
  it('are these, typed by hand', () => {
    expect(BULK_COMMANDS.map(({ code, permission, moves, input, words }) => [code, permission, moves, input?.name, [...words]])).toEqual([
      ['assign', 'case.assign', 'case', 'AssignCaseDto', []], ['reassign', 'case.assign', 'case', 'ReassignCaseDto', ['reason']], ['auto-assign', 'case.assign', 'case', undefined, []], ['allot', 'case.assign', 'case', 'AllotCaseDto', []],
      ['claim', 'case.claim', 'case', undefined, []], ['release', 'case.claim', 'case', 'ReleaseCaseDto', ['reason']], ['note', 'case.note', 'case', 'NoteDto', ['text']],
      ['confirm-lane', 'lane.move', 'lane-passage', 'ConfirmLaneDto', ['reason']], ['leave-lane', 'lane.move', 'lane-passage', 'LaneReasonDto', ['reason']],
    ]);
    expect([BULK_LIMIT, BULK_KEPT_DAYS]).toEqual([500, 30]);
    expect(() => bulkCommandOf('close')).toThrow('There is no bulk command close');
  });

  it.each(BULK_COMMANDS)('$code asks for the permission of the single command', ({ code, moves, permission }) => {
    const table: readonly Move[] = (moves === 'case' ? CASE : LANE_PASSAGE).lifecycle.moves;
    const single = table.filter(({ command }) => command === (SINGLE[code] ?? code));
    expect(single.length).toBeGreaterThan(0);
    expect(single.filter((move) => move.permission !== permission || move.carried === true)).toEqual([]);
  });

  it.each(BULK_COMMANDS)('$code seals every member of its input that is free words', ({ input, words }) => {
    const checks = input === null ? [] : getMetadataStorage().getTargetValidationMetadatas(input, '', false, false);
    const free = checks.filter(({ name }) => name === 'maxLength').map(({ propertyName }) => propertyName);
    expect([...new Set(free)].sort()).toEqual([...words].sort());
  });

  it('are seen by the heads that the migration names: whoever puts people in charge', () => {
    const [, named = ''] = /a\.roles && ARRAY\[([^\]]+)\]/.exec(readFileSync('migrations/1790000033000-command-in-bulk.ts', 'utf8')) ?? [];
    const heads = ROLES.filter(({ permissions }) => (permissions as readonly string[]).includes('case.assign')).map(({ code }) => code);
    expect(named.split(', ').map((code) => code.replaceAll("'", '')).sort()).toEqual([...heads].sort());
  });
});
