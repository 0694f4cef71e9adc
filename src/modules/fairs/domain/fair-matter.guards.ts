import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { answerRow, missingMaterials, type AnswerRow, type GroundRow, type MaterialRow, type RemedyRow } from './fair.rules.js';

/** Instants are RFC 3339. */
export interface FairMatterFacts {
  readonly row: {
    readonly kind: string;
    readonly rightType: string;
    readonly complainant: string;
    readonly respondent: string;
    readonly materials: readonly string[];
    readonly byAgent: boolean;
    readonly correction: object | null;
    readonly suspendedAt: Date | null;
    readonly fairDays: number;
    readonly fairEndsAt: Date;
    readonly answer: object | null;
    readonly decision: { readonly remedies: readonly string[] } | null;
    readonly competent: string;
  };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Another proceeding of the case. */
interface Beside {
  readonly kind: string;
  readonly number: string;
  readonly ended: boolean;
}

export interface FairLaw {
  readonly materials: readonly MaterialRow[];
  readonly grounds: readonly GroundRow[];
  readonly remedies: readonly RemedyRow[];
  readonly answers: readonly AnswerRow[];
}

const fairs = (article: string): Basis => ({ source: '展会知识产权保护办法', article, status: 'verified' });
const PAST = ['at', 'receivedAt', 'notifiedAt'] as const;

export function fairMatterGuards({ materials, grounds, remedies, answers }: FairLaw): GuardSet<FairMatterFacts> {
  const missing = ({ row }: FairMatterFacts): MaterialRow[] => missingMaterials(materials, row.materials, row.byAgent);
  const open = ({ row }: FairMatterFacts): RemedyRow[] => remedies.filter(({ rights }) => (rights as readonly string[]).includes(row.rightType));
  const strange = (facts: FairMatterFacts): string[] => listed(facts.input['remedies']).filter((code) => open(facts).every((one) => one.code !== code));
  const left = (facts: FairMatterFacts): RemedyRow[] => open(facts).filter(({ code, demanded }) => demanded && !listed(facts.input['remedies']).includes(code));
  const suits = ({ row, input }: FairMatterFacts): readonly Beside[] => {
    const forbidden = grounds.some(({ code, rights }) => code === 'sued' && (rights as readonly string[]).includes(row.rightType));
    return forbidden ? besides(input['siblings']).filter(({ kind, ended }) => kind === 'civil-suit' && !ended) : [];
  };
  const undone = ({ row, input }: FairMatterFacts): string[] => (row.decision?.remedies ?? []).filter((code) => !listed(input['done']).includes(code));
  return {
    'not-in-advance': {
      code: 'fair-matter.in-advance', onInput: true, text: { zh: '登记的时间晚于现在', en: 'An instant named is still to come' },
      holds: ({ input }) => PAST.every((name) => input[name] === undefined || instant(input[name]) <= instant(input['now'])),
    },
    'fair-is-on': {
      code: 'fair-matter.fair-not-on', onInput: true, text: { zh: '展会不在展出中，请按一般程序投诉', en: 'The fair is not running: complain in the ordinary way' }, basis: fairs('第六条、第七条'),
      holds: ({ input }) => input['fairState'] === 'running',
    },
    'stall-of-the-fair': {
      code: 'fair-matter.stall-unknown', onInput: true, text: { zh: '该展位不在本届展会登记中', en: 'The fair has no such stall' },
      holds: ({ input }) => input['stallFound'] === true,
    },
    'parties-of-the-case': {
      code: 'fair-matter.party-unknown', onInput: true, text: { zh: '投诉人须是本案当事人，被投诉人须是本案当事人且为该展位参展方，请先登记', en: 'Both are parties of the case, and the respondent is the exhibitor of the stall: enter them first' },
      holds: ({ row, input }) => row.complainant !== row.respondent && listed(input['caseParties']).includes(row.complainant) && listed(input['exhibitorParties']).includes(row.respondent),
    },
    'complete-at-desk': {
      code: 'fair-matter.not-due-to-pass-on', text: { zh: '材料不全或者不经投诉机构', en: 'Not complete, or not with the desk' }, basis: fairs('第十一条'),
      holds: (facts) => facts.row.kind === 'desk' && missing(facts).length === 0,
    },
    'materials-complete': {
      code: 'fair-matter.incomplete', text: { zh: '投诉材料不全', en: 'The complaint lacks materials' }, basis: fairs('第八条、第九条'),
      holds: (facts) => missing(facts).length === 0, details: (facts) => missing(facts).map(({ code, label, basis }) => ({ code, label, basis })),
    },
    'materials-missing': {
      code: 'fair-matter.complete', text: { zh: '投诉材料齐全', en: 'The complaint lacks nothing' }, basis: fairs('第九条'),
      holds: (facts) => missing(facts).length > 0,
    },
    'asked-once': {
      code: 'fair-matter.asked-already', text: { zh: '已经一次性通知补充材料', en: 'What is missing was told already, once and in full' }, basis: fairs('第九条'),
      holds: ({ row }) => row.correction === null,
    },
    'at-the-desk': {
      code: 'fair-matter.not-at-the-desk', text: { zh: '直接向行政管理部门投诉的，不经投诉机构', en: 'It came to the agency directly: the desk has no part in it' }, basis: fairs('第八条第一款'),
      holds: ({ row }) => row.kind === 'desk',
    },
    'came-directly': {
      code: 'fair-matter.still-at-the-desk', text: { zh: '投诉机构尚未移交', en: 'The desk has not passed it on yet' }, basis: fairs('第十一条'),
      holds: ({ row }) => row.kind === 'direct',
    },
    'still-shown': {
      code: 'fair-matter.suspended-already', text: { zh: '涉嫌侵权的展品已暂停展出', en: 'The goods are not shown any more' }, basis: fairs('第七条第一项'),
      holds: ({ row }) => row.suspendedAt === null,
    },
    'ground-of-the-right': {
      code: 'fair-matter.no-such-ground', onInput: true, text: { zh: '该权利没有此项不予受理情形', en: 'For this right there is no such ground' }, basis: fairs('第十七条、第二十条'),
      holds: ({ row, input }) => grounds.some(({ code, rights }) => code === input['ground'] && (rights as readonly string[]).includes(row.rightType)),
    },
    'not-in-court': {
      code: 'fair-matter.in-court', text: { zh: '已经就该权利向人民法院提起侵权诉讼，不予受理', en: 'A suit over the right is pending: the complaint is to be refused' }, basis: fairs('第十七条第一项、第二十条第一项'),
      holds: (facts) => suits(facts).length === 0, details: suits,
    },
    'organiser-told': {
      code: 'fair-matter.organiser-untold', onInput: true, text: { zh: '受理的，应当通知展会主办方', en: 'Whoever accepts tells the organiser' }, basis: fairs('第十二条'),
      holds: ({ input }) => input['organiserTold'] === true,
    },
    'answer-by-the-length': {
      code: 'fair-matter.answer-period', onInput: true, text: { zh: '答辩期限不合展期', en: 'The period to answer does not fit the length of the fair' }, basis: fairs('第十三条'),
      holds: ({ row, input }) => within(answerRow(answers, row.fairDays), Number(input['answerHours'])), details: ({ row }) => answerRow(answers, row.fairDays),
    },
    'not-answered': {
      code: 'fair-matter.answered-already', text: { zh: '已有答辩', en: 'There is an answer already' },
      holds: ({ row }) => row.answer === null,
    },
    'remedies-of-the-right': {
      code: 'fair-matter.remedy-of-another-right', onInput: true, text: { zh: '该权利没有此项处理措施', en: 'For this right there is no such remedy' }, basis: fairs('第二十五条至第二十八条'),
      holds: (facts) => strange(facts).length === 0, details: strange,
    },
    'remedies-in-full': {
      code: 'fair-matter.remedies-left-out', onInput: true, text: { zh: '缺少应当责令的处理措施', en: 'A remedy that goes with every finding is left out' }, basis: fairs('第二十五条至第二十八条'),
      holds: (facts) => left(facts).length === 0, details: (facts) => left(facts).map(({ code, label, basis }) => ({ code, label, basis })),
    },
    'decided-before': {
      code: 'fair-matter.nothing-decided-before', onInput: true, text: { zh: '没有已生效的判决或者决定，应当等待答辩', en: 'No effective judgment or decision is named: the exhibitor is heard first' }, basis: fairs('第二十九条'),
      holds: ({ input }) => typeof input['earlierDecision'] === 'string' && input['earlierDecision'].trim() !== '',
    },
    'all-done': {
      code: 'fair-matter.remedy-undone', onInput: true, text: { zh: '责令的措施尚未全部落实', en: 'Not everything that was ordered is done' },
      holds: (facts) => undone(facts).length === 0, details: undone,
    },
    'fair-is-over': {
      code: 'fair-matter.fair-still-on', text: { zh: '展会尚未结束', en: 'The fair is not over' }, basis: fairs('第三十三条'),
      holds: ({ row, input }) => input['now'] !== undefined && instant(input['now']) > row.fairEndsAt.getTime(),
    },
    'agency-known': {
      code: 'fair-matter.agency-unknown', onInput: true, text: { zh: '没有这一单位', en: 'There is no such agency' }, basis: fairs('第三十三条'),
      holds: ({ input }) => input['agencyKnown'] === true,
    },
    'is-competent': {
      code: 'fair-matter.not-handed-to-this-agency', text: { zh: '该案未移交本单位', en: 'It was not handed over to the actor’s agency' }, basis: fairs('第三十三条'),
      holds: ({ row, actor }) => actor.agencies.includes(row.competent),
    },
  } satisfies Readonly<Record<string, Guard<FairMatterFacts>>>;
}

function within(row: AnswerRow | undefined, hours: number): boolean {
  return row !== undefined && row.leastHours <= hours && hours <= row.mostHours;
}

function instant(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

function besides(value: unknown): readonly Beside[] {
  return Array.isArray(value) ? (value as Beside[]) : [];
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
