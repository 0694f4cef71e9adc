import type { Guard } from '../../../kernel/lifecycle/index.js';
import { centsOf } from '../../../kernel/money/index.js';
import type { Basis } from '../../../kernel/text.js';

/** Days YYYY-MM-DD, both included; CNY as decimal text. */
export interface SpotLimit {
  readonly from: string;
  readonly to: string | null;
  readonly person: string;
  readonly organisation: string;
  readonly basis: Basis;
}

export interface SimplifiedFacts {
  readonly row: { readonly person: boolean };
  readonly input: Readonly<Record<string, unknown>>;
}

const procedure = (article: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified' });

export function simplifiedGuards(limits: readonly SpotLimit[]): Readonly<Record<'credentials-shown' | 'facts-certain' | 'within-limits' | 'delivered-or-noted' | 'nothing-in-advance', Guard<SimplifiedFacts>>> {
  const limitOf = ({ row, input }: SimplifiedFacts): string | null => {
    const day = words(input['today']);
    const limit = limits.find(({ from, to }) => from <= day && (to === null || day <= to));
    if (limit === undefined) return null;
    return row.person ? limit.person : limit.organisation;
  };
  return {
    'credentials-shown': { code: 'simplified.credentials-not-shown', onInput: true, text: { zh: '应当向当事人出示执法证件', en: 'The credentials are shown to the party' }, basis: procedure('第六十七条第一款'), holds: ({ input }) => input['credentialsShown'] === true },
    'facts-certain': { code: 'simplified.facts-uncertain', onInput: true, text: { zh: '违法事实不确凿或者没有法定依据的，不适用简易程序', en: 'Where the facts are not certain or no law provides for it, nothing is decided on the spot' }, basis: procedure('第六十六条'), holds: ({ input }) => input['factsCertain'] === true },
    'within-limits': {
      code: 'simplified.fine-too-high', onInput: true, text: { zh: '罚款超过当场处罚的限额，或者既无罚款又无警告', en: 'The fine is above what may be imposed on the spot, or there is neither fine nor warning' }, basis: procedure('第六十六条'),
      holds: (facts) => {
        const limit = limitOf(facts);
        const fine = centsOf(words(facts.input['fine']));
        return limit !== null && fine <= centsOf(limit) && (fine > 0n || facts.input['warning'] === true);
      },
      details: (facts) => ({ limit: limitOf(facts) }),
    },
    'delivered-or-noted': { code: 'simplified.not-delivered', onInput: true, text: { zh: '决定书应当当场交付；当事人拒绝签收的，应当在决定书上注明', en: 'The decision is handed over on the spot; a refusal to sign is noted on it' }, basis: procedure('第六十七条第二款'), holds: ({ input }) => input['signed'] === true || words(input['refusal']).trim() !== '' },
    'nothing-in-advance': { code: 'simplified.in-the-future', onInput: true, text: { zh: '不得登记尚未发生的事项', en: 'What has not happened yet is not recorded' }, holds: ({ input }) => !(Date.parse(words(input['at'])) > Date.parse(words(input['now']))) },
  };
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
