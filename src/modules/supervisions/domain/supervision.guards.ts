import type { GuardSet } from '../../../kernel/lifecycle/index.js';
import { unanswered, type TargetResult } from './supervision.rules.js';

/** `handling` in the input: the agency that has the case. */
export interface SupervisionFacts {
  readonly row: { readonly agency: string; readonly targets: readonly string[] };
  readonly actor: { readonly agency: string };
  readonly input: Readonly<Record<string, unknown>>;
}

const missing = ({ row, input }: SupervisionFacts): number[] => unanswered(row.targets, Array.isArray(input['results']) ? (input['results'] as TargetResult[]) : []);

/** `byLetter`: authorities that list by a letter from outside. */
export function supervisionGuards(byLetter: ReadonlySet<string>): GuardSet<SupervisionFacts> {
  return {
    'case-of-another': {
      code: 'supervision.own-case', onInput: true, text: { zh: '不得对本单位承办的案件自行挂牌督办', en: 'An agency does not supervise a case of its own' },
      holds: ({ row, input }) => typeof input['handling'] === 'string' && input['handling'] !== row.agency,
    },
    'letter-named': {
      code: 'supervision.letter-missing', onInput: true, text: { zh: '系统外机关挂牌的，须填写督办函文号', en: 'Where an authority outside lists the case, its letter is named' },
      holds: ({ input }) => !byLetter.has(String(input['authority'])) || typeof input['letter'] === 'string',
    },
    'handles-the-case': {
      code: 'supervision.not-the-handler', text: { zh: '只有承办单位可以报告进展、申请摘牌', en: 'The agency that has the case reports and asks for delisting' },
      holds: ({ actor, input }) => actor.agency === input['handling'],
    },
    'every-target-answered': {
      code: 'supervision.target-unanswered', onInput: true, text: { zh: '须逐项说明督办要求的办理结果', en: 'Every target has a result' },
      holds: (facts) => missing(facts).length === 0, details: missing,
    },
  };
}
