import type { GuardSet } from '../../../kernel/lifecycle/index.js';
import { PASSABLE, unmet, type Condition } from './lane.rules.js';

/** The columns that guards look at. Gathered into the input: `recused`, `worked`, `other`, `placesLeft`, `ejected`. */
export interface PassageFacts {
  readonly row: { readonly agency: string; readonly lane: string; readonly proposedLane: string; readonly conditions: readonly string[] };
  readonly actor: { readonly id: string; readonly agencies: readonly string[]; readonly permissions: ReadonlySet<string> };
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a lane asks for, and on what grounds a case is put out of it. */
export interface Asked {
  readonly code: string;
  readonly entry: readonly Condition[];
  readonly exits: readonly string[];
}

export function passageGuards(lanes: readonly Asked[]): GuardSet<PassageFacts> {
  const of = (lane: unknown): Asked | undefined => lanes.find(({ code }) => code === lane);
  const lacking = ({ row, input }: PassageFacts): readonly Condition[] => unmet(of(input['lane'])?.entry ?? [], row.conditions);
  return {
    'passage-of-own-agency': {
      code: 'lane-passage.foreign-agency', text: { zh: '案件不在本单位', en: 'The case is not with the actor’s agency' },
      holds: ({ row, actor }) => actor.agencies.includes(row.agency),
    },
    'actor-not-recused': {
      code: 'lane-passage.actor-recused', text: { zh: '本人已从本案回避，不得再作出决定', en: 'Whoever keeps out of the case decides nothing in it' },
      basis: { source: '市场监督管理行政处罚程序规定', article: '第四条', status: 'verified' },
      holds: ({ actor, input }) => !(Array.isArray(input['recused']) && input['recused'].includes(actor.id)),
    },
    'case-worked-on': {
      code: 'lane-passage.case-closed', text: { zh: '案件已结案', en: 'The case is closed' },
      holds: ({ input }) => input['worked'] === true,
    },
    'no-other-passage': {
      code: 'lane-passage.open-already', text: { zh: '案件已有待确认或者正在进行的通道办理', en: 'A passage of the case is proposed or runs already' },
      holds: ({ input }) => typeof input['other'] !== 'string',
      details: ({ input }) => ({ passage: input['other'] }),
    },
    'conditions-met': {
      code: 'lane-passage.conditions-unmet', onInput: true, text: { zh: '不符合进入该通道的条件', en: 'The conditions of the lane are not all met' },
      holds: (facts) => of(facts.input['lane']) !== undefined && lacking(facts).length === 0, details: lacking,
    },
    'change-explained': {
      code: 'lane-passage.change-unexplained', onInput: true, text: { zh: '改变建议通道的，须说明理由', en: 'Another lane than the one proposed takes a reason' },
      holds: ({ row, input }) => input['lane'] === row.proposedLane || worded(input['reason']),
    },
    'place-in-the-lane': {
      code: 'lane-passage.lane-full', onInput: true, text: { zh: '该通道在办案件已满', en: 'The lane has no place left' },
      holds: ({ input }) => input['placesLeft'] !== 0,
    },
    'readmitted-by-the-head': {
      code: 'lane-passage.readmission-missing', onInput: true, text: { zh: '案件曾退出该通道，再次进入由负责人决定并说明理由', en: 'The case was put out of this lane; the head decides, with a reason, whether it comes in again' },
      holds: ({ actor, input }) => typeof input['ejected'] !== 'string' || (actor.permissions.has('lane.readmit') && worded(input['reason'])),
      details: ({ input }) => ({ passage: input['ejected'] }),
    },
    'ground-of-the-lane': {
      code: 'lane-passage.no-such-ground', onInput: true, text: { zh: '该通道没有这一退出事由', en: 'The lane has no such ground to put a case out' },
      holds: ({ row, input }) => of(row.lane)?.exits.includes(String(input['ground'])) === true,
      details: ({ row }) => of(row.lane)?.exits ?? [],
    },
    ...Object.fromEntries(PASSABLE.map((lane) => [`in-${lane}`, {
      code: 'lane-passage.other-lane', text: { zh: '不在该通道', en: 'The case is in another lane' }, holds: ({ row }: PassageFacts) => row.lane === lane,
    }])),
  };
}

function worded(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
