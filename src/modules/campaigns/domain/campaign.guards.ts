import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/** What came of a clue. */
export const CLUE_RESULTS = ['case-opened', 'joined-a-case', 'corrected-on-the-spot', 'no-infringement', 'not-found'] as const;
export type ClueResult = (typeof CLUE_RESULTS)[number];
const WITH_CASE: ReadonlySet<string> = new Set<ClueResult>(['case-opened', 'joined-a-case']);

interface Facts<Row> {
  readonly row: Row;
  readonly actor: { readonly agency: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

export type CampaignFacts = Facts<{ readonly agency: string; readonly agencies: readonly string[]; readonly startsOn: string; readonly endsOn: string }>;

/** `openClues`: how many are not settled. */
export const CAMPAIGN_GUARDS: GuardSet<CampaignFacts> = {
  'ends-after-it-begins': {
    code: 'campaign.days-reversed', onInput: true, text: { zh: '结束日期早于开始日期', en: 'It ends before it begins' },
    holds: ({ row }) => row.startsOn <= row.endsOn,
  },
  'leads-it': {
    code: 'campaign.not-the-leader', text: { zh: '只有牵头单位可以决定', en: 'The agency that leads the campaign decides' },
    holds: ({ row, actor }) => actor.agency === row.agency,
  },
  'agencies-take-part': {
    code: 'campaign.agency-outside', onInput: true, text: { zh: '线索分派的单位不参加本行动', en: 'A clue is given to an agency that takes no part' },
    holds: (facts) => outside(facts).length === 0, details: outside,
  },
  'every-clue-settled': {
    code: 'campaign.clues-open', text: { zh: '尚有线索未核查', en: 'Clues are not settled yet' },
    holds: ({ input }) => Number(input['openClues'] ?? 0) === 0, details: ({ input }) => ({ open: input['openClues'] }),
  },
};

export type ClueFacts = Facts<{ readonly agency: string }>;

/** `takingPart`: agencies of the campaign; `caseSeen`: the case named is there. */
export const CLUE_GUARDS: GuardSet<ClueFacts> = {
  'is-ones-own': {
    code: 'campaign.clue-of-another', text: { zh: '该线索由其他单位核查', en: 'Another agency checks this clue' },
    holds: ({ row, actor }) => actor.agencies.includes(row.agency),
  },
  'case-named': {
    code: 'campaign.case-missing', onInput: true, text: { zh: '结果为立案、并案的须填写可见的案件，其他结果不填', en: 'A case that is there is named where the result is one, and nowhere else' },
    holds: ({ input }) => (WITH_CASE.has(String(input['result'])) ? input['caseSeen'] === true : input['caseId'] === undefined),
  },
  'takes-part': {
    code: 'campaign.agency-outside', onInput: true, text: { zh: '接收单位不参加本行动', en: 'The agency named takes no part' },
    holds: ({ input }) => listed(input['takingPart']).includes(String(input['agency'])),
  },
  'another-agency': {
    code: 'campaign.same-agency', onInput: true, text: { zh: '线索已在该单位', en: 'The clue is with that agency already' },
    holds: ({ row, input }) => input['agency'] !== row.agency,
  },
};

function outside({ row, input }: CampaignFacts): string[] {
  const named = listed(input['clues']).map((clue) => (clue as { agency: string }).agency);
  return [...new Set(named)].filter((agency) => !row.agencies.includes(agency)).sort();
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
