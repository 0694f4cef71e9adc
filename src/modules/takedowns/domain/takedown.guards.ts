import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { demandedIn, missingIn, type ContentRow } from './takedown.rules.js';

/** Instants are RFC 3339. */
export interface TakedownFacts {
  readonly row: {
    readonly agency: string;
    readonly kind: string;
    readonly rightHolder: string;
    readonly merchant: string;
    readonly outcome: string | null;
    readonly notice: { readonly contents: readonly string[] };
    readonly correction: object | null;
    readonly forwarding: { readonly sentAt: string } | null;
    readonly claim: object | null;
    readonly delay: object | null;
    readonly finding: { readonly finding: string } | null;
  };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const commerce = (article: string): Basis => ({ source: '电子商务法', article, status: 'verified' });
const REPLY: Basis = { source: '最高人民法院关于涉网络知识产权侵权纠纷几个法律适用问题的批复', article: '第三条', status: 'verified' };
/** Instants that tell of something that has happened. */
const PAST = ['at', 'noticedAt', 'takenAt', 'forwardedAt', 'declaredAt', 'sentAt', 'arrivedAt', 'madeAt', 'toldAt', 'liftedAt', 'publishedAt'] as const;

const shown = (rows: readonly ContentRow[]): object[] => rows.map(({ code, label, demanded, basis }) => ({ code, label, demanded, basis }));

export function takedownGuards(contents: readonly ContentRow[]): GuardSet<TakedownFacts> {
  const lacking = ({ row }: TakedownFacts): ContentRow[] => missingIn(contents, row.kind, 'notice', row.notice.contents);
  const noNotice = ({ row }: TakedownFacts): ContentRow[] => demandedIn(contents, row.kind, 'notice', row.notice.contents);
  const noDeclaration = ({ row, input }: TakedownFacts): ContentRow[] => demandedIn(contents, row.kind, 'declaration', listed(input['contents']));
  return {
    'not-in-advance': {
      code: 'takedown.in-advance', onInput: true, text: { zh: '登记的时间晚于现在', en: 'An instant named is still to come' },
      holds: ({ input }) => PAST.every((name) => !later(input[name], input['now'])),
    },
    'parties-of-the-case': {
      code: 'takedown.party-unknown', onInput: true, text: { zh: '权利人、平台内经营者须是本案两个不同的当事人，请先登记', en: 'Right holder and merchant are two parties of the case: enter them first' },
      holds: ({ row, input }) => row.rightHolder !== row.merchant && [row.rightHolder, row.merchant].every((party) => listed(input['caseParties']).includes(party)),
    },
    'something-missing': {
      code: 'takedown.nothing-missing', text: { zh: '通知内容齐全，无需补正', en: 'The notice lacks nothing' }, basis: commerce('第四十二条第一款'),
      holds: (facts) => lacking(facts).length > 0,
    },
    'asked-once': {
      code: 'takedown.asked-already', text: { zh: '已经一次性告知需要补正的内容', en: 'What is missing was told already, once and in full' },
      holds: ({ row }) => row.correction === null,
    },
    'notice-holds': {
      code: 'takedown.notice-incomplete', text: { zh: '通知缺少法定内容', en: 'The notice lacks what the law demands' }, basis: commerce('第四十二条第一款'),
      holds: (facts) => noNotice(facts).length === 0, details: (facts) => shown(noNotice(facts)),
    },
    'notice-holds-not': {
      code: 'takedown.notice-complete', text: { zh: '通知具备法定内容，平台不得拒绝', en: 'The notice holds what the law demands: it cannot be refused' }, basis: commerce('第四十二条第二款'),
      holds: (facts) => noNotice(facts).length > 0,
    },
    'declaration-holds': {
      code: 'takedown.declaration-incomplete', onInput: true, text: { zh: '声明缺少法定内容', en: 'The declaration lacks what the law demands' }, basis: commerce('第四十三条第一款'),
      holds: (facts) => noDeclaration(facts).length === 0, details: (facts) => shown(noDeclaration(facts)),
    },
    undisputed: {
      code: 'takedown.disputed', text: { zh: '已有投诉或者起诉，声明不再影响措施', en: 'Somebody has complained or sued: a declaration changes nothing any more' }, basis: commerce('第四十三条第一款'),
      holds: ({ row }) => row.outcome === 'undisputed' && row.claim === null,
    },
    'ways-told': {
      code: 'takedown.ways-untold', onInput: true, text: { zh: '转送声明时应当告知权利人可以投诉或者起诉', en: 'Whoever forwards the declaration tells the right holder that it may complain or sue' }, basis: commerce('第四十三条第二款'),
      holds: ({ input }) => input['waysTold'] === true,
    },
    'arrived-after-sending': {
      code: 'takedown.arrived-before-sent', onInput: true, text: { zh: '到达时间早于转送时间', en: 'It cannot arrive before it was sent' },
      holds: ({ row, input }) => row.forwarding === null || !later(row.forwarding.sentAt, input['arrivedAt']),
    },
    'period-of-its-law': {
      code: 'takedown.period-of-another-law', onInput: true, text: { zh: '电子商务法的期限法定为十五日，不得另定；其他网络服务须写明合理期限', en: 'The e-commerce law sets its period itself; elsewhere the reasonable period is named' }, basis: REPLY,
      holds: ({ row, input }) => (row.kind === 'e-commerce') === (input['days'] === undefined),
    },
    'e-commerce': { code: 'takedown.not-e-commerce', text: { zh: '不适用电子商务法', en: 'Not under the e-commerce law' }, holds: ({ row }) => row.kind === 'e-commerce' },
    'civil-code': {
      code: 'takedown.not-civil-code', text: { zh: '电子商务法的十五日不因公证、认证延迟而扣除', en: 'Delay by notaries is not taken out of the period of the e-commerce law' }, basis: REPLY,
      holds: ({ row }) => row.kind === 'civil-code',
    },
    'delayed-once': {
      code: 'takedown.delayed-already', text: { zh: '权利人无法控制的延迟已经扣除过一次', en: 'Delay beyond control was taken out once already' }, basis: REPLY,
      holds: ({ row }) => row.delay === null,
    },
    'told-in-time': {
      code: 'takedown.told-late', onInput: true, text: { zh: '平台收到投诉或者起诉通知时期限已过，应当终止措施', en: 'The platform was told after the period was over: it lifts its measure' }, basis: commerce('第四十三条第二款'),
      holds: ({ input }) => !later(input['toldAt'], input['until']), details: ({ input }) => ({ until: input['until'] }),
    },
    'was-kept': {
      code: 'takedown.not-kept', text: { zh: '措施已经终止', en: 'The measure was lifted already' },
      holds: ({ row }) => row.outcome === 'kept' || row.outcome === 'undisputed',
    },
    'ground-of-keeping': {
      code: 'takedown.no-such-ground', onInput: true, text: { zh: '保留的措施只能因通知撤回或者投诉、起诉未获支持而终止', en: 'A measure that was kept ends when the notice is withdrawn or the claim fails' },
      holds: ({ input }) => input['ground'] !== 'no-claim',
    },
    'finding-is-new': {
      code: 'takedown.found-already', onInput: true, text: { zh: '已有相同或者更重的认定', en: 'The same or more was found already' }, basis: commerce('第四十二条第三款'),
      holds: ({ row, input }) => row.finding === null || (row.finding.finding === 'wrong' && input['finding'] === 'malicious'),
    },
  } satisfies Readonly<Record<string, Guard<TakedownFacts>>>;
}

function later(one: unknown, other: unknown): boolean {
  return one !== undefined && one !== null && other !== undefined && other !== null && instant(one) > instant(other);
}

function instant(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(String(value));
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
