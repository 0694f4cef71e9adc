import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { missingPapers, REFERRAL_PAPERS, type Paper } from './paper.rules.js';

/** The columns that guards look at. */
export interface ReferralFacts {
  readonly row: {
    readonly agency: string; readonly parentId: string | null; readonly members: readonly { readonly account: string; readonly role: string; readonly credential?: string }[];
    readonly police: string | null; readonly procuratorate: string | null; readonly papers: readonly Paper[]; readonly missing: readonly string[]; readonly handover: object | null;
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

interface SiblingFacts {
  readonly kind: string; readonly id: string; readonly number: string; readonly parentId: string | null; readonly state: string; readonly ended: boolean; readonly marks: readonly string[]; readonly agency: string;
}

const law = (article: string, note?: string): Basis => ({ source: '行政执法机关移送涉嫌犯罪案件的规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const police = (article: string): Basis => ({ source: '公安机关办理刑事案件程序规定', article, status: 'verified' });
const penalty = (article: string): Basis => ({ source: '行政处罚法', article, status: 'verified' });

/** Instants that tell of something that has happened. */
const PAST = ['receivedAt', 'notifiedAt', 'signedAt', 'servedAt', 'judgedAt', 'at'] as const;

export const REFERRAL_GUARDS = {
  'no-other-open': {
    code: 'referral.open-already', text: { zh: '同一行政处罚程序已有未了结的移送', en: 'Another referral from the same penalty procedure is open' }, basis: law('第五条'),
    holds: (facts) => rivals(facts).length === 0, details: (facts) => rivals(facts).map(({ id, number, state }) => ({ id, number, state })),
  },
  'parent-fits': {
    code: 'referral.parent-unfit', onInput: true, text: { zh: '所指的行政处罚程序不在本案、不在本单位或者已终结', en: 'The penalty procedure named is not in this case, not with this agency, or has ended' }, basis: law('第三条第一款'),
    holds: ({ row, input }) => row.parentId === null || siblings(input).some(({ id, kind, agency, ended }) => id === row.parentId && kind === 'penalty' && agency === row.agency && !ended),
  },
  'officers-fit': {
    code: 'referral.officer-unfit', onInput: true, text: { zh: '指定的人员中有人不是本单位可以办案的在岗人员', en: 'Somebody named does not work on cases of this agency' }, basis: law('第五条第一款'),
    holds: ({ input }) => listed(input['misfits']).length === 0, details: ({ input }) => listed(input['misfits']),
  },
  'team-complete': {
    code: 'referral.team-incomplete', text: { zh: '专案组须有二名以上持证执法人员，请先更换人员', en: 'The team needs two officers with credentials: name them first' }, basis: law('第五条第一款'),
    holds: ({ row }) => new Set(row.members.filter(({ role, credential }) => role === 'officer' && credential !== undefined).map(({ account }) => account)).size >= 2,
  },
  'decided-by-principal': {
    code: 'referral.not-the-principal', onInput: true, text: { zh: '只有正职负责人或者主持工作的负责人可以决定是否移送，副职不得决定', en: 'Only the chief, or whoever is in charge in his place, decides on a referral; no deputy does' }, basis: law('第五条第二款'),
    holds: ({ input }) => input['capacity'] !== 'deputy',
  },
  'not-of-the-team': {
    code: 'referral.own-report', text: { zh: '专案组人员不得批准自己提出的移送报告', en: 'Nobody of the team decides on its own report' }, basis: law('第五条第一款', '报告须报经负责人审批，为本系统对条文的理解'),
    holds: ({ row, actor }) => row.members.every(({ account }) => account !== actor.id),
  },
  'papers-complete': {
    code: 'referral.papers-missing', onInput: true, text: { zh: '移送材料不齐：必备材料须写明编号，没有检验报告、鉴定结论或者其他材料的须说明', en: 'Papers are missing: name those that must be there, and say where there is no report or other paper' }, basis: law('第六条'),
    holds: ({ row, input }) => missing(row, input).length === 0, details: ({ row, input }) => REFERRAL_PAPERS.filter(({ code }) => missing(row, input).includes(code)).map(({ code, label, article }) => ({ paper: code, label, article })),
  },
  'police-known': {
    code: 'referral.police-unknown', onInput: true, text: { zh: '接收的单位不是公安机关', en: 'The agency named is not a police agency' }, basis: law('第五条第二款'),
    holds: ({ input }) => listed(input['policeAgencies']).includes(input['police']),
  },
  'procuratorate-known': {
    code: 'referral.procuratorate-unknown', onInput: true, text: { zh: '抄送的单位不是人民检察院', en: 'The agency named is not a procuratorate' }, basis: law('第十四条第一款'),
    holds: ({ input }) => listed(input['procuratorates']).includes(input['procuratorate']),
  },
  'in-police': {
    code: 'referral.not-this-police', text: { zh: '该案未移送本公安机关', en: 'The case was not referred to the actor’s police agency' }, basis: law('第七条'),
    holds: ({ row, actor }) => row.police !== null && actor.agencies.includes(row.police),
  },
  'in-procuratorate': {
    code: 'referral.not-this-procuratorate', text: { zh: '该案未抄送本检察机关', en: 'The case was not copied to the actor’s procuratorate' }, basis: law('第十四条第一款'),
    holds: ({ row, actor }) => row.procuratorate !== null && actor.agencies.includes(row.procuratorate),
  },
  'not-in-advance': {
    code: 'referral.in-advance', onInput: true, text: { zh: '登记的时间晚于现在', en: 'An instant named is still to come' },
    holds: ({ input }) => PAST.every((name) => !later(input[name], input['now'])),
  },
  'found-incomplete': {
    code: 'referral.complete', onInput: true, text: { zh: '签收时材料齐全', en: 'The papers were found complete' }, basis: police('第一百八十条第二款'),
    holds: ({ input }) => input['finding'] === 'incomplete',
  },
  'found-not-competent': {
    code: 'referral.competent', onInput: true, text: { zh: '签收时属于本机关管辖', en: 'The case was found to be for this police' }, basis: law('第七条'),
    holds: ({ input }) => input['finding'] === 'not-competent',
  },
  'forwarded-to-another': {
    code: 'referral.forwarded-to-itself', onInput: true, text: { zh: '只能转送其他有管辖权的公安机关', en: 'It is forwarded to another police agency that is competent' }, basis: law('第七条'),
    holds: ({ row, input }) => input['police'] === undefined || (input['police'] !== row.police && listed(input['policeAgencies']).includes(input['police'])),
  },
  'supplies-all': {
    code: 'referral.still-incomplete', onInput: true, text: { zh: '公安机关要求补正的材料尚未补齐', en: 'Some of what the police asked for is still missing' }, basis: police('第一百八十条第二款'),
    holds: ({ row, input }) => unsupplied(row, input).length === 0, details: ({ row, input }) => unsupplied(row, input),
  },
  'papers-returned': {
    code: 'referral.papers-kept', onInput: true, text: { zh: '决定不予立案的，应当相应退回案卷材料', en: 'Whoever does not file returns the papers' }, basis: law('第八条'),
    holds: ({ input }) => input['papersReturned'] === true,
  },
  'reconsideration-in-time': {
    code: 'referral.reconsideration-late', text: { zh: '提请复议的三日期限已过', en: 'The three days to ask for reconsideration are over' }, basis: law('第九条第一款'),
    holds: ({ input }) => inTime(input, 'referral.reconsideration'),
  },
  'supervision-in-time': {
    code: 'referral.supervision-late', text: { zh: '建议立案监督的三日期限已过', en: 'The three days to ask for supervision are over' }, basis: law('第九条'),
    holds: ({ input }) => inTime(input, 'referral.supervision-request') && inTime(input, 'referral.reconsideration'),
  },
  'handover-listed': {
    code: 'referral.nothing-listed', text: { zh: '行政执法机关尚未列出移交清单', en: 'The agency has not listed yet what it hands over' }, basis: law('第十二条'),
    holds: ({ row }) => row.handover !== null,
  },
  'earlier-fine-stated': {
    code: 'referral.earlier-fine-unstated', onInput: true, text: { zh: '移送前已罚款的，应当写明数额，以便折抵罚金', en: 'A fine was imposed before: state it, so that it counts against the criminal fine' }, basis: law('第十一条第三款'),
    holds: ({ input }) => !siblings(input).some(({ kind, marks }) => kind === 'penalty' && marks.includes('fine-imposed')) || Number(input['earlierFine'] ?? 0) > 0,
  },
  'fine-fits-outcome': {
    code: 'referral.fine-without-conviction', onInput: true, text: { zh: '宣告无罪、免予刑事处罚的，没有罚金', en: 'Without a conviction to a penalty there is no criminal fine' }, basis: penalty('第二十七条第一款'),
    holds: ({ input }) => input['outcome'] === 'convicted' || Number(input['criminalFine'] ?? 0) === 0,
  },
} satisfies Readonly<Record<string, Guard<ReferralFacts>>>;

function rivals({ row, input }: ReferralFacts): SiblingFacts[] {
  return siblings(input).filter(({ kind, parentId, ended }) => kind === 'referral' && parentId === row.parentId && !ended);
}

function missing(row: ReferralFacts['row'], input: ReferralFacts['input']): string[] {
  return missingPapers([...row.papers, ...(listed(input['papers']) as Paper[])]);
}

function unsupplied(row: ReferralFacts['row'], input: ReferralFacts['input']): string[] {
  const given = (listed(input['papers']) as Paper[]).filter(({ reference = '', absent = '' }) => `${reference}${absent}`.trim() !== '').map(({ paper }) => paper);
  return row.missing.filter((paper) => !given.includes(paper));
}

/** No clock of the kind: it does not run against this step. */
function inTime(input: ReferralFacts['input'], kind: string): boolean {
  const due = (input['dues'] as Readonly<Record<string, Date>> | undefined)?.[kind];
  return due === undefined || !later(input['now'], due);
}

function later(one: unknown, other: unknown): boolean {
  return instantOf(one) > instantOf(other);
}

function instantOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

function siblings(input: ReferralFacts['input']): readonly SiblingFacts[] {
  return listed(input['siblings']) as readonly SiblingFacts[];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
