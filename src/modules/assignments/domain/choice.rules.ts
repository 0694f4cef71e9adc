/** Somebody who takes cases of the agency. */
export interface Officer {
  readonly id: string;
  readonly login: string;
  /** Puts others in charge: the case would go to him anyway, if nobody else is there. */
  readonly appoints: boolean;
  /** Types of rights that teams name for him; null for every type. */
  readonly skills: readonly string[] | null;
  readonly inTeam: boolean;
  /** Open cases that he is in charge of. */
  readonly load: number;
  readonly absentUntil: Date | null;
  readonly recused: boolean;
  readonly inCharge: boolean;
}

export const REASONS = {
  chosen: { zh: '已选定：符合条件且在办案件最少', en: 'Chosen: fit, and with the fewest open cases' },
  appoints: { zh: '负责人，不参加自动分派', en: 'Puts others in charge, and is not chosen' },
  recused: { zh: '已从本案回避', en: 'Keeps out of the case' },
  'in-charge': { zh: '已是承办人', en: 'Is in charge already' },
  absent: { zh: '正在外出休假', en: 'Is absent' },
  'not-in-team': { zh: '不是承接小组的成员', en: 'Is not in the team that the case is with' },
  'other-right-type': { zh: '不办理此类权利', en: 'Is skilled in other types of rights' },
  generalist: { zh: '另有专长人员优先', en: 'Somebody skilled in this type goes first' },
  busier: { zh: '在办案件更多', en: 'Has more open cases' },
  'later-in-turn': { zh: '在办案件同样多，排在其后', en: 'Has as many open cases, and comes later in the order of accounts' },
} as const;

export type Reason = keyof typeof REASONS;

export interface Considered {
  readonly officer: Officer;
  readonly reason: Reason;
}

export interface Choice {
  /** Null where nobody is eligible. */
  readonly chosen: Officer | null;
  /** Everybody, the chosen first, then as they would follow, then who cannot, with the reason. */
  readonly considered: readonly Considered[];
}

interface Case {
  readonly rightType: string;
  /** Whether a team has it. */
  readonly withTeam: boolean;
}

/** Of those who are there, skilled and not kept out: who is skilled in just this type before who takes everything, then who has least to do. */
export function choose(one: Case, officers: readonly Officer[]): Choice {
  const judged = officers.map((officer) => ({ officer, bar: barOf(one, officer) }));
  const eligible = judged.filter(({ bar }) => bar === null).map(({ officer }) => officer).sort(byTurn);
  const [chosen = null] = eligible;
  const followers = eligible.map((officer): Considered => ({ officer, reason: chosen === null ? 'chosen' : standing(officer, chosen) }));
  return { chosen, considered: [...followers, ...judged.flatMap(({ officer, bar }) => (bar === null ? [] : [{ officer, reason: bar }]))] };
}

/** In the order in which a head would say it: the case first, then the officer. */
const BARS: readonly (readonly [Reason, (one: Case, officer: Officer) => boolean])[] = [
  ['recused', (_, { recused }) => recused],
  ['in-charge', (_, { inCharge }) => inCharge],
  ['absent', (_, { absentUntil }) => absentUntil !== null],
  ['appoints', (_, { appoints }) => appoints],
  ['not-in-team', ({ withTeam }, { inTeam }) => withTeam && !inTeam],
  ['other-right-type', ({ rightType }, { skills }) => skills !== null && !skills.includes(rightType)],
];

function barOf(one: Case, officer: Officer): Reason | null {
  return BARS.find(([, stands]) => stands(one, officer))?.[0] ?? null;
}

function byTurn(one: Officer, other: Officer): number {
  return Number(one.skills === null) - Number(other.skills === null) || one.load - other.load || (one.id < other.id ? -1 : Number(one.id > other.id));
}

function standing(officer: Officer, chosen: Officer): Reason {
  if (officer === chosen) return 'chosen';
  if (officer.skills === null && chosen.skills !== null) return 'generalist';
  return officer.load > chosen.load ? 'busier' : 'later-in-turn';
}

export interface Membership {
  readonly team: string;
  readonly officer: string;
  readonly rightTypes: readonly string[];
}

/** Types that teams name for an officer; null for every type: no team names him, or one names none. */
export function skillsOf(officer: string, memberships: readonly Membership[]): readonly string[] | null {
  const own = memberships.filter((membership) => membership.officer === officer);
  if (own.length === 0 || own.some(({ rightTypes }) => rightTypes.length === 0)) return null;
  return [...new Set(own.flatMap(({ rightTypes }) => rightTypes))];
}

/** The team through which an officer has a case: the one that has it already, or the first that names him for the type. */
export function teamFor(officer: string, rightType: string, memberships: readonly Membership[]): string | null {
  return memberships.find((membership) => membership.officer === officer && (membership.rightTypes.length === 0 || membership.rightTypes.includes(rightType)))?.team ?? null;
}
