const DAY = 86_400_000;

/** The columns of an open case that the report looks at. */
export interface OpenCase {
  readonly assignee: string | null;
  readonly nextDue: Date | null;
  readonly agedAt: Date;
  readonly rankAt: Date;
  readonly touchedAt: Date;
  readonly escalatedAt: Date | null;
}

export const FINDINGS = {
  'no-owner': { zh: '无承办人', en: 'Nobody is in charge' },
  'no-clock': { zh: '无运行中的时限', en: 'No clock runs' },
  untouched: { zh: '长期无人处理', en: 'Nobody has done anything in it' },
} as const;

export const EXPLANATIONS = {
  'on-the-list-of-the-head': { zh: '已列入负责人清单，由负责人决定', en: 'It is on the list of the head, who decides' },
  'may-be-claimed': { zh: '在待领清单中，有人员可以领取', en: 'It is in the worklist, and there are officers to take it' },
  'ranked-by-waiting': { zh: '没有法定时限；按等待时长排序，次序随时间上升', en: 'No limit runs; its place goes by how long it waits, and rises with time' },
  'due-later': { zh: '下一时限尚未到期', en: 'Its next date is still to come' },
  'may-wait': { zh: '未超过所在通道的等待时长', en: 'It may still wait, by its lane' },
} as const;

export type Finding = keyof typeof FINDINGS;
export type Explanation = keyof typeof EXPLANATIONS;

export interface Found {
  readonly finding: Finding;
  /** Null where nothing explains it: the head hears of it within the hour. */
  readonly explanation: Explanation | null;
}

export interface When {
  readonly at: Date;
  readonly days: number;
  /** Whether somebody takes cases of its agency. */
  readonly staffed: boolean;
}

/** What would be forgotten about a case, and why it is not. */
export function findingsOf(one: OpenCase, when: When): Found[] {
  const head: Explanation | null = one.escalatedAt === null ? null : 'on-the-list-of-the-head';
  const before = cutoff(when.at, when.days);
  const all: readonly (readonly [boolean, Finding, Explanation | null])[] = [
    [one.assignee === null, 'no-owner', when.staffed && one.rankAt >= before ? 'may-be-claimed' : null],
    [one.nextDue === null, 'no-clock', 'ranked-by-waiting'],
    [one.touchedAt < before, 'untouched', whyUntouched(one, when.at)],
  ];
  return all.filter(([stands]) => stands).map(([, finding, explanation]) => ({ finding, explanation: head ?? explanation }));
}

function whyUntouched({ nextDue, agedAt }: OpenCase, at: Date): Explanation | null {
  if (nextDue !== null && nextDue > at) return 'due-later';
  return agedAt > at ? 'may-wait' : null;
}

/** So many days ago. */
export function cutoff(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY);
}
