import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';

interface Facts<Row> {
  readonly row: Row;
  readonly actor: { readonly id: string; readonly agency: string };
  readonly input: Readonly<Record<string, unknown>>;
}

interface Owned {
  readonly agency: string;
}

const OWN: Guard<Facts<Owned>> = {
  code: 'spot-check.foreign-agency', text: { zh: '由实施抽查的单位办理', en: 'The agency that checks does this' },
  holds: ({ row, actor }) => row.agency === actor.agency,
};

/** `documentKind`: of the decision named, where it is there and stands; `fitting`: kinds that the ground asks for. */
export type KeyTargetFacts = Facts<Owned>;
export const KEY_TARGET_GUARDS: GuardSet<KeyTargetFacts> = {
  'of-own-agency': OWN,
  'decision-named': {
    code: 'key-target.no-decision', onInput: true, text: { zh: '须填写在案有效、类型相符的决定文书', en: 'A decision that stands, of a kind that the ground asks for, is named' },
    holds: ({ input }) => typeof input['documentKind'] === 'string' && listed(input['fitting']).includes(input['documentKind']), details: ({ input }) => ({ kinds: input['fitting'] }),
  },
};

/** `least`: the shares that the law asks for; `size`: how many would be drawn; `most`: how many may be; `unfit`: officers who do not work here; `perCheck`. */
export type CheckDrawFacts = Facts<Owned & { readonly shareGeneral: number; readonly shareKey: number; readonly officers: readonly string[] }>;
export const CHECK_DRAW_GUARDS: GuardSet<CheckDrawFacts> = {
  'of-own-agency': OWN,
  'shares-enough': {
    code: 'check-draw.share-too-low', onInput: true, text: { zh: '抽查比例低于规定的下限', en: 'Less is drawn than has to be' },
    holds: ({ row, input }) => { const { general, key } = input['least'] as { general: number; key: number }; return row.shareGeneral >= general && row.shareKey >= key; },
    details: ({ input }) => ({ least: input['least'] }),
  },
  'officers-enough': {
    code: 'check-draw.officers', onInput: true, text: { zh: '执法人员须为本单位在岗人员，且不少于每次检查的人数', en: 'Officers work at this agency, and are enough for a check' },
    holds: ({ row, input }) => listed(input['unfit']).length === 0 && row.officers.length >= Number(input['perCheck']), details: ({ input }) => ({ unfit: input['unfit'], perCheck: input['perCheck'] }),
  },
  'not-too-many': {
    code: 'check-draw.too-many', onInput: true, text: { zh: '一次抽取的数量超过上限，请分批制定计划', en: 'One draw takes more than it may: plan it in parts' },
    holds: ({ input }) => Number(input['size']) <= Number(input['most']), details: ({ input }) => ({ size: input['size'], most: input['most'] }),
  },
};

/** `next`: the officer on whom the lot falls next, or undefined; `withCase`: results that name a case; `caseSeen`: it is there. */
export type SpotCheckFacts = Facts<Owned & { readonly officers: readonly string[]; readonly recordedAt: Date | null }>;
export const SPOT_CHECK_GUARDS: GuardSet<SpotCheckFacts> = {
  'of-own-agency': OWN,
  'is-drawn': {
    code: 'spot-check.not-drawn', onInput: true, text: { zh: '该人员不在本次检查的人员之列', en: 'This officer was not drawn for the check' },
    holds: ({ row, input }) => row.officers.includes(String(input['officer'])),
  },
  'another-is-left': {
    code: 'spot-check.nobody-left', text: { zh: '抽查人员名单中已无其他人员', en: 'Nobody else is left in the draw' },
    holds: ({ input }) => typeof input['next'] === 'string',
  },
  'drawn-to-check': {
    code: 'spot-check.other-officers', text: { zh: '由被抽取的执法人员记录检查结果', en: 'The officers who were drawn record the result' },
    holds: ({ row, actor }) => row.officers.includes(actor.id), details: ({ row }) => ({ officers: row.officers }),
  },
  'case-where-opened': {
    code: 'spot-check.case-missing', onInput: true, text: { zh: '结果为立案的须填写可见的案件，其他结果不填', en: 'A case that is there is named where one was opened, and nowhere else' },
    holds: ({ input }) => (listed(input['withCase']).includes(input['result']) ? input['caseSeen'] === true : input['caseId'] === undefined),
  },
  'published-after-recording': {
    code: 'spot-check.published-too-early', onInput: true, text: { zh: '公示时间须在记录结果之后、现在之前', en: 'It was published after the result was recorded, and not in the future' },
    holds: ({ row, input }) => { const at = Date.parse(String(input['publishedAt'])); return row.recordedAt !== null && at >= row.recordedAt.getTime() && at <= Number(input['now']); },
  },
};

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
