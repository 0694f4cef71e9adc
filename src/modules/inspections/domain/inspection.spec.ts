import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { FINDING_GUARDS, INSPECTION_GUARDS, type FindingFacts, type InspectionFacts } from './inspection.guards.js';
import { FINDING_LIFECYCLE, INSPECTION_LIFECYCLE } from './inspection.lifecycle.js';

const clocksOf = ({ clocks = {} }: Move): string => Object.entries(clocks).map(([what, kinds]) => `${what} ${String(kinds)}`).join(' ');
const rowsOf = ({ moves }: Lifecycle): string[] => moves.map((move) => `${move.from ?? '-'} ${move.command} ${move.to} | ${move.permission} | ${(move.guards ?? []).join(' ')} | ${clocksOf(move)}`);

describe('the tables of inspections, typed by hand', () => {
  it('a body draws, raises and closes', () => {
    expect(rowsOf(INSPECTION_LIFECYCLE)).toEqual([
      '- draw open | inspection.lead | may-inspect looks-into-others something-drawn | ', 'open raise open | inspection.lead | leads-it about-the-set | ',
      'open close closed | inspection.lead | leads-it every-finding-settled | ', 'open call-off called-off | inspection.lead | leads-it every-finding-settled | ',
    ]);
    expect(['closed', 'called-off'].flatMap((state) => allowedCommands(INSPECTION_LIFECYCLE, state))).toEqual([]);
  });

  it('a finding runs until it is answered, and again when it is followed up', () => {
    expect(rowsOf(FINDING_LIFECYCLE)).toEqual([
      '- raise raised | inspection.lead |  | start inspection.answer', 'raised answer answered | inspection.answer | is-ones-own | stop inspection.answer', 'answered accept accepted | inspection.lead | raised-by-own-body | ',
      'answered follow-up raised | inspection.lead | raised-by-own-body | start inspection.answer', 'raised withdraw withdrawn | inspection.lead | raised-by-own-body | lapse inspection.answer', 'answered withdraw withdrawn | inspection.lead | raised-by-own-body | ',
    ]);
  });
});

const ROW: InspectionFacts['row'] = { agency: 'body', cases: 3 };
const holds = (name: string, input: Record<string, unknown> = {}, row: Partial<InspectionFacts['row']> = {}, agency = 'body'): boolean => INSPECTION_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor: { agency, agencies: [agency] }, input }) ?? false;
const finding = (name: string, agency: string, below: string[] = []): boolean => FINDING_GUARDS[name]?.holds({ row: { agency: 'office', body: 'body' }, actor: { agency, agencies: [agency, ...below] }, input: {} } satisfies FindingFacts) ?? false;

describe('guards of inspections', () => {
  it('let bodies inspect, others than themselves, and not in vain', () => {
    expect([holds('may-inspect', { inspects: true }), holds('may-inspect', { inspects: false }), holds('may-inspect')]).toEqual([true, false, false]);
    expect([holds('looks-into-others', { outside: [] }), holds('looks-into-others'), holds('looks-into-others', { outside: ['body'] })]).toEqual([true, true, false]);
    expect(INSPECTION_GUARDS['looks-into-others']?.details?.({ row: ROW, actor: { agency: 'body', agencies: [] }, input: { outside: ['x'] } })).toEqual(['x']);
    expect([holds('something-drawn'), holds('something-drawn', {}, { cases: 0 })]).toEqual([true, false]);
  });

  it('leave it to the body, keep findings to the set, and wait for every answer', () => {
    expect([holds('leads-it'), holds('leads-it', {}, {}, 'office')]).toEqual([true, false]);
    expect([holds('about-the-set', { findingAgency: 'office' }), holds('about-the-set', { findingAgency: undefined })]).toEqual([true, false]);
    expect([holds('every-finding-settled', { openFindings: 0 }), holds('every-finding-settled', { openFindings: 1 })]).toEqual([true, false]);
  });

  it('let the agency answer, or the one above it, and only the body decide', () => {
    expect([finding('is-ones-own', 'office'), finding('is-ones-own', 'city', ['office']), finding('is-ones-own', 'body')]).toEqual([true, true, false]);
    expect([finding('raised-by-own-body', 'body'), finding('raised-by-own-body', 'office'), finding('raised-by-own-body', 'above', ['body'])]).toEqual([true, false, false]);
  });
});
