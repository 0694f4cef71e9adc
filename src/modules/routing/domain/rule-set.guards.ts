/** What guards look at: the row as locked, who acts, and what the use case gathered under the locks. */
export interface RuleSetFacts {
  readonly row: { readonly writtenBy: readonly string[] };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

export const RULE_SET_GUARDS = {
  'without-problems': {
    code: 'routing.rules-have-problems', onInput: true, text: { zh: '规则集有错误，见 findings', en: 'The rules have errors: see its findings' },
    holds: ({ input }: RuleSetFacts) => input['errors'] === 0,
  },
  // The rules of the whole city are answered for by the bureau that distributes, not by one of the offices that receive.
  'of-the-distributing-bureau': {
    code: 'routing.not-the-distributing-bureau', text: { zh: '只有市市场监管局可以发布分派规则', en: 'Only the city market regulator publishes the rules of distribution' },
    holds: ({ actor }: RuleSetFacts) => actor.agencies.includes('cz-market-regulation'),
  },
  'not-its-author': {
    code: 'routing.four-eyes', text: { zh: '起草或者修改过的人不得发布', en: 'Whoever wrote in it does not publish it' },
    holds: ({ row, actor }: RuleSetFacts) => !row.writtenBy.includes(actor.id),
  },
  'tried-on-past-matters': {
    code: 'routing.no-backtest', onInput: true, text: { zh: '这一内容尚未用历史件回测', en: 'This very content was not tried on past matters' },
    holds: ({ input }: RuleSetFacts) => input['backtests'] !== 0,
  },
  'first-day-not-past': {
    code: 'routing.first-day-past', onInput: true, text: { zh: '施行日期不得早于今天', en: 'The first day lies in the past' },
    holds: ({ input }: RuleSetFacts) => String(input['effectiveFrom']) >= String(input['today']),
  },
  'first-day-after-others': {
    code: 'routing.first-day-taken', onInput: true, text: { zh: '施行日期须晚于已发布的各规则集，不得悄悄取代尚未施行的规则', en: 'The first day must lie after those of all published sets: none is replaced unnoticed' },
    holds: ({ input }: RuleSetFacts) => String(input['effectiveFrom']) > String(input['lastFirstDay']),
  },
} as const;
