import { describe, expect, it } from '@jest/globals';
import { allowedCommands, type Lifecycle, type Move } from '../../../kernel/lifecycle/index.js';
import { CAMPAIGN_GUARDS, CLUE_GUARDS, CLUE_RESULTS, type CampaignFacts, type ClueFacts } from './campaign.guards.js';
import { CAMPAIGN_LIFECYCLE, CLUE_LIFECYCLE } from './campaign.lifecycle.js';

const rowsOf = ({ moves }: Lifecycle): string[] => moves.map(({ from, command, to, permission, guards = [] }: Move) => `${from ?? '-'} ${command} ${to} | ${permission} | ${guards.join(' ')}`);

describe('the tables of campaigns, typed by hand', () => {
  it('a campaign is led by one agency from its plan to its end', () => {
    expect(rowsOf(CAMPAIGN_LIFECYCLE)).toEqual([
      '- plan planned | campaign.lead | ends-after-it-begins', 'planned launch running | campaign.lead | leads-it',
      'planned add-clues planned | campaign.lead | leads-it agencies-take-part', 'running add-clues running | campaign.lead | leads-it agencies-take-part',
      'running conclude concluded | campaign.lead | leads-it every-clue-settled', 'planned call-off called-off | campaign.lead | leads-it', 'running call-off called-off | campaign.lead | leads-it',
    ]);
    expect(['concluded', 'called-off'].flatMap((state) => allowedCommands(CAMPAIGN_LIFECYCLE, state))).toEqual([]);
  });

  it('a clue is settled once, by the agency that has it', () => {
    expect(rowsOf(CLUE_LIFECYCLE)).toEqual(['- register open | campaign.lead | ', 'open settle settled | campaign.work | is-ones-own case-named', 'open hand-on open | campaign.work | is-ones-own takes-part another-agency']);
  });
});

const ROW: CampaignFacts['row'] = { agency: 'city', agencies: ['city', 'county'], startsOn: '2026-11-01', endsOn: '2026-12-31' };
const campaign = (name: string, input: Record<string, unknown> = {}, row: Partial<CampaignFacts['row']> = {}, agency = 'city'): boolean => CAMPAIGN_GUARDS[name]?.holds({ row: { ...ROW, ...row }, actor: { agency, agencies: [agency] }, input }) ?? false;
const clue = (name: string, input: Record<string, unknown>, agency = 'county'): boolean => CLUE_GUARDS[name]?.holds({ row: { agency: 'county' }, actor: { agency, agencies: [agency] }, input } satisfies ClueFacts) ?? false;

describe('guards of campaigns', () => {
  it('judge days, the leader, who takes part, and what is open', () => {
    expect([campaign('ends-after-it-begins'), campaign('ends-after-it-begins', {}, { endsOn: '2026-11-01' }), campaign('ends-after-it-begins', {}, { endsOn: '2026-10-31' })]).toEqual([true, true, false]);
    expect([campaign('leads-it'), campaign('leads-it', {}, {}, 'county')]).toEqual([true, false]);
    expect([campaign('agencies-take-part', { clues: [{ agency: 'county' }, { agency: 'city' }] }), campaign('agencies-take-part', { clues: [{ agency: 'county' }, { agency: 'else' }] })]).toEqual([true, false]);
    expect(CAMPAIGN_GUARDS['agencies-take-part']?.details?.({ row: ROW, actor: { agency: 'city', agencies: [] }, input: { clues: [{ agency: 'z' }, { agency: 'a' }, { agency: 'z' }, { agency: 'city' }] } })).toEqual(['a', 'z']);
    expect([campaign('every-clue-settled', { openClues: 0 }), campaign('every-clue-settled', { openClues: 1 })]).toEqual([true, false]);
  });

  it('name a case exactly where the result is one', () => {
    const table = CLUE_RESULTS.map((result) => [result, clue('case-named', { result, caseId: 'x', caseSeen: true }), clue('case-named', { result, caseId: 'x', caseSeen: false }), clue('case-named', { result, caseId: undefined, caseSeen: false })]);
    expect(table).toEqual([['case-opened', true, false, false], ['joined-a-case', true, false, false], ['corrected-on-the-spot', false, false, true], ['no-infringement', false, false, true], ['not-found', false, false, true]]);
  });

  it('leave a clue to its agency, and hand it on to another that takes part', () => {
    expect([clue('is-ones-own', {}), clue('is-ones-own', {}, 'city')]).toEqual([true, false]);
    expect([clue('takes-part', { agency: 'city', takingPart: ['city', 'county'] }), clue('takes-part', { agency: 'else', takingPart: ['city', 'county'] }), clue('takes-part', { agency: 'city' })]).toEqual([true, false, false]);
    expect([clue('another-agency', { agency: 'city' }), clue('another-agency', { agency: 'county' })]).toEqual([true, false]);
  });
});
