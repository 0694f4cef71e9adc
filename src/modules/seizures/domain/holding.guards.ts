import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { highEnough, type Approver } from './seizure.rules.js';

/** What guards of a preservation or seizure look at. `input` holds what was gathered beside what was sent. */
export interface HoldingFacts {
  readonly row: { readonly id: string; readonly parentId: string | null; readonly testing?: string | null; readonly identification?: string | null; readonly extendedAt?: Date | null; readonly noticeUntil?: string | null };
  readonly input: Readonly<Record<string, unknown>>;
}

type HoldingGuard = Guard<HoldingFacts>;
type Input = HoldingFacts['input'];

const procedure = (article: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified' });
const compulsion = (article: string): Basis => ({ source: '行政强制法', article, status: 'verified' });

/** From the penalty procedure that it belongs to. */
const PLACE = {
  'belongs-to-penalty': {
    code: 'holding.no-penalty', text: { zh: '须属于本案尚未结束的行政处罚程序', en: 'It belongs to a penalty procedure of the case that goes on' }, basis: procedure('第十八条、第三十三条、第三十六条'),
    holds: ({ row, input }) => parentOf(row.parentId, input) !== undefined && parentOf(row.parentId, input)?.ended === false,
  },
  'penalty-decided': {
    code: 'holding.penalty-undecided', text: { zh: '尚未作出没收的行政处罚决定', en: 'No penalty with confiscation was decided yet' }, basis: procedure('第三十五条第四项'),
    holds: ({ row, input }) => ['decided', 'performing', 'performed', 'closed'].includes(parentOf(row.parentId, input)?.state ?? ''),
  },
  'police-filed': {
    code: 'holding.police-not-filed', text: { zh: '公安机关尚未立案，物品不移交', en: 'The police have not filed the case: nothing is handed over' }, basis: { source: '行政执法机关移送涉嫌犯罪案件的规定', article: '第十二条', status: 'verified' },
    holds: ({ input }) => siblingsOf(input).some(({ kind, marks }) => kind === 'referral' && marks.includes('police-filed')),
  },
  'seizure-made': {
    code: 'holding.no-seizure', onInput: true, text: { zh: '尚未对同一程序的物品实施查封、扣押', en: 'Nothing was seized in the same procedure' }, basis: procedure('第三十五条第三项'),
    holds: ({ row, input }) => siblingsOf(input).some(({ kind, id, parentId, state }) => kind === 'seizure' && id === input['seizure'] && parentId === row.parentId && ['seized', 'seized-unapproved'].includes(state)),
  },
} satisfies Readonly<Record<string, HoldingGuard>>;

/** How it is carried out (程序规定第三十四条、第三十七条、第四十三条，行政强制法第十八条、第二十三条、第二十四条). */
const ACT = {
  'party-of-the-case': {
    code: 'holding.party-unknown', text: { zh: '当事人不是本案登记的当事人', en: 'The party named is not a party of the case' }, basis: compulsion('第二十四条第二款第一项'),
    holds: ({ input }) => input['partyKnown'] !== false,
  },
  'credentials-shown': {
    code: 'holding.credentials-not-shown', onInput: true, text: { zh: '应当出示执法证件', en: 'The credentials are shown' }, basis: compulsion('第十八条第三项'),
    holds: ({ input }) => input['credentialsShown'] === true,
  },
  'present-or-witnessed': {
    code: 'holding.no-witness', onInput: true, text: { zh: '当事人不到场的，邀请见证人到场', en: 'Where the party is not there, a witness is' }, basis: compulsion('第十八条第四项、第九项'),
    holds: ({ input }) => input['partyPresent'] === true || filled(input['witness']),
  },
  'told-and-heard': {
    code: 'holding.not-heard', onInput: true, text: { zh: '当场告知理由、依据、权利和救济途径，听取陈述和申辩', en: 'Reasons, rights and remedies are told, and the party is heard' }, basis: compulsion('第十八条第五项、第六项'),
    holds: ({ input }) => input['partyPresent'] !== true || (input['rightsTold'] === true && input['heard'] === true),
  },
  'signed-or-noted': {
    code: 'holding.not-signed', onInput: true, text: { zh: '当事人未签名的，应当注明并采取录音、录像等方式记录', en: 'Where the party does not sign, it is noted and recorded' }, basis: procedure('第四十三条'),
    holds: ({ input }) => input['signed'] === true || (filled(input['remark']) && filled(input['recording'])),
  },
  'may-be-seized': {
    code: 'holding.not-seizable', onInput: true, text: { zh: '不得查封、扣押与违法行为无关的财物、生活必需品和已被其他机关查封的财物', en: 'Nothing unrelated, no necessities, nothing that others have sealed' }, basis: compulsion('第二十三条'),
    holds: ({ input }) => input['related'] === true && input['necessities'] === false && input['sealedByOthers'] === false,
  },
  'nothing-in-advance': {
    code: 'holding.in-the-future', onInput: true, text: { zh: '不得登记尚未发生的事项', en: 'What has not happened yet is not recorded' },
    holds: ({ input }) => typeof input['at'] !== 'string' || typeof input['now'] !== 'string' || Date.parse(input['at']) <= Date.parse(input['now']),
  },
} satisfies Readonly<Record<string, HoldingGuard>>;

/** Who approves, and what may still be decided. */
const DECISIONS = {
  'power-in-law': {
    code: 'holding.no-power', text: { zh: '该领域的法律当日没有设定查封、扣押', en: 'No law in force that day gives the power to seize' }, basis: compulsion('第十条'),
    holds: ({ input }) => input['approver'] !== null,
  },
  'approver-of-right-level': {
    code: 'holding.approver-too-low', onInput: true, text: { zh: '应当向法律规定层级的负责人书面报告并经批准', en: 'The head of the level that the law names approves, on a written report' }, basis: procedure('第三十六条第一款'),
    holds: ({ input }) => typeof input['approver'] === 'string' && highEnough(input['approver'] as Approver, { capacity: String(input['capacity']), level: (input['level'] as string | undefined) ?? null }),
    details: ({ input }) => ({ approver: input['approver'] ?? null, basis: input['approvalBasis'] ?? null }),
  },
  'not-extended-yet': {
    code: 'holding.extended-before', text: { zh: '查封、扣押只能延长一次', en: 'A seizure is prolonged once only' }, basis: compulsion('第二十五条第一款'),
    holds: ({ row }) => (row.extendedAt ?? null) === null,
  },
  'term-not-over': {
    code: 'holding.term-over', text: { zh: '查封、扣押期限已经届满，应当解除', en: 'The term is over: it is to be released' }, basis: compulsion('第二十八条第一款第四项'),
    holds: ({ input }) => input['termOver'] !== true,
  },
  'goods-still-held': {
    code: 'holding.goods-not-held', onInput: true, text: { zh: '所列物品不在本清单中，或者已经处理', en: 'Something named is not on the list, or is dealt with already' }, basis: procedure('第四十二条第二款'),
    holds: ({ input }) => idsOf(input['goods']).every((id) => idsOf(input['held']).includes(id)),
  },
  'something-stays': {
    code: 'holding.nothing-stays', onInput: true, text: { zh: '全部物品的，应当整体解除', en: 'Where nothing stays, the whole is released' },
    holds: ({ input }) => idsOf(input['held']).some((id) => !idsOf(input['goods']).includes(id)),
  },
  'no-testing-open': {
    code: 'holding.testing-open', text: { zh: '检测、检验、检疫、鉴定尚未结束', en: 'A test is still under way' }, basis: compulsion('第二十五条第三款'),
    holds: ({ row }) => (row.testing ?? null) === null,
  },
  'testing-open': {
    code: 'holding.no-testing', text: { zh: '没有正在进行的检测、检验、检疫、鉴定', en: 'No test is under way' }, basis: compulsion('第二十五条第三款'),
    holds: ({ row }) => (row.testing ?? null) !== null,
  },
  'no-identification-open': {
    code: 'holding.identification-open', text: { zh: '权利人辨认或者鉴别尚未答复', en: 'The right holder has not answered yet' }, basis: procedure('第三十条第二款'),
    holds: ({ row }) => (row.identification ?? null) === null,
  },
  'identification-open': {
    code: 'holding.no-identification', text: { zh: '没有待答复的权利人辨认或者鉴别', en: 'No identification was asked for' }, basis: procedure('第三十条第二款'),
    holds: ({ row }) => (row.identification ?? null) !== null,
  },
  'owner-unknown-notice-over': {
    code: 'holding.notice-not-over', text: { zh: '先行处置公告期未满', en: 'The public notice is not over' }, basis: procedure('第四十一条第三款'),
    holds: ({ row, input }) => typeof row.noticeUntil === 'string' && typeof input['today'] === 'string' && row.noticeUntil < input['today'],
  },
  'notice-ahead': {
    code: 'holding.notice-past', onInput: true, text: { zh: '公告期届满日应当在今后', en: 'The notice ends on a day ahead' }, basis: procedure('第四十一条第三款'),
    holds: ({ input }) => String(input['until']) > String(input['today']),
  },
} satisfies Readonly<Record<string, HoldingGuard>>;

export const HOLDING_GUARDS = { ...PLACE, ...ACT, ...DECISIONS } satisfies Readonly<Record<string, HoldingGuard>>;

interface SiblingFacts {
  readonly kind: string;
  readonly id: string;
  readonly parentId: string | null;
  readonly state: string;
  readonly ended: boolean;
  readonly marks: readonly string[];
}

function siblingsOf(input: Input): readonly SiblingFacts[] {
  return Array.isArray(input['siblings']) ? (input['siblings'] as SiblingFacts[]) : [];
}

function parentOf(parent: string | null, input: Input): SiblingFacts | undefined {
  return siblingsOf(input).find(({ kind, id }) => kind === 'penalty' && id === parent);
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is string => typeof one === 'string') : [];
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
