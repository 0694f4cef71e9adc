import type { Guard } from '../../../kernel/lifecycle/index.js';
import { centsOf } from '../../../kernel/money/index.js';
import type { Basis } from '../../../kernel/text.js';
import { coversPart, mayCollect, outstandingOn, overpaidOn, planFault, type CollectionLimit, type DuePart, type FineSums, type Item, type Outstanding, type Paid, type Payment, type SurchargeRate } from './fine.rules.js';

/** What guards of a fine look at; `input` holds what was gathered beside what was sent. */
export interface FineFacts {
  readonly row: FineSums & {
    readonly id: string; readonly parentId: string | null; readonly kind: string; readonly person: boolean; readonly request: object | null; readonly remediesEnd: Date; readonly demandServedAt: Date | null;
  };
  readonly input: Readonly<Record<string, unknown>>;
}

export interface FineLaw {
  readonly rates: readonly SurchargeRate[];
  readonly limits: readonly CollectionLimit[];
}

type FineGuard = Guard<FineFacts>;
type Input = FineFacts['input'];

const procedure = (article: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified' });
const compulsion = (article: string): Basis => ({ source: '行政强制法', article, status: 'verified' });
const penalty = (article: string): Basis => ({ source: '行政处罚法', article, status: 'verified' });

const CONDITIONS = {
  'decision-served': {
    code: 'fine.decision-not-served', text: { zh: '行政处罚决定尚未送达', en: 'The decision was not served yet' }, basis: procedure('第七十二条第一款'),
    holds: ({ row, input }) => siblings(input).some(({ kind, id, state }) => kind === 'penalty' && id === row.parentId && ['performing', 'performed', 'closed'].includes(state)),
  },
  'no-fine-yet': {
    code: 'fine.there-already', text: { zh: '该决定的罚没款已经登记', en: 'The money of this decision is on record already' },
    holds: ({ row, input }) => !siblings(input).some(({ kind, parentId }) => kind === 'fine' && parentId === row.parentId),
  },
  'nothing-in-advance': {
    code: 'fine.in-the-future', onInput: true, text: { zh: '不得登记尚未发生的事项', en: 'What has not happened yet is not recorded' },
    holds: ({ input }) => words(input['paidOn']) <= words(input['today']) && !(Date.parse(words(input['at'])) > Date.parse(words(input['now']))),
  },
  'schedule-requested': {
    code: 'fine.nothing-asked', text: { zh: '当事人没有提出延期或者分期的书面申请', en: 'The party did not ask for more time in writing' }, basis: procedure('第七十四条'),
    holds: ({ row }) => row.request !== null,
  },
  'no-request-open': {
    code: 'fine.asked-already', text: { zh: '已有待决定的延期或者分期申请', en: 'A request for more time is undecided' }, basis: procedure('第七十四条'),
    holds: ({ row }) => row.request === null,
  },
  'surcharge-not-imposed': {
    code: 'fine.surcharge-imposed', text: { zh: '已经决定加处罚款', en: 'The surcharge was imposed already' }, basis: procedure('第七十五条'),
    holds: ({ row }) => row.surcharge === null,
  },
  'surcharge-imposed': {
    code: 'fine.no-surcharge', text: { zh: '没有加处罚款', en: 'No surcharge was imposed' }, basis: compulsion('第四十二条第一款'),
    holds: ({ row }) => row.surcharge !== null,
  },
  'no-challenge-open': {
    code: 'fine.challenged', text: { zh: '行政复议或者诉讼尚未终结', en: 'A reconsideration or suit is pending' }, basis: procedure('第七十六条第一款'),
    holds: ({ row }) => row.uncounted.every(({ to }) => to !== null),
  },
  'challenge-open': {
    code: 'fine.not-challenged', text: { zh: '没有进行中的行政复议或者诉讼', en: 'No reconsideration or suit is pending' }, basis: penalty('第七十三条第三款'),
    holds: ({ row }) => row.uncounted.some(({ to }) => to === null),
  },
  'remedies-over': {
    code: 'fine.remedies-open', text: { zh: '申请行政复议、提起行政诉讼的期限尚未届满', en: 'The time for reconsideration or a suit is not over' }, basis: procedure('第七十六条第一款'),
    holds: ({ row, input }) => row.remediesEnd.getTime() < Date.parse(String(input['now'])), details: ({ row }) => row.remediesEnd,
  },
  'demand-period-over': {
    code: 'fine.demand-too-fresh', text: { zh: '催告书送达未满十个工作日', en: 'Ten working days since the demand was served are not over' }, basis: compulsion('第五十四条'),
    holds: ({ row, input }) => row.demandServedAt !== null && typeof input['demandDue'] === 'string' && Date.parse(input['demandDue']) < Date.parse(String(input['now'])), details: ({ input }) => input['demandDue'] ?? null,
  },
  'application-in-time': {
    code: 'fine.application-too-late', text: { zh: '已超过申请法院强制执行的三个月期限', en: 'The three months for an application to the court are over' }, basis: compulsion('第五十三条'),
    // Its clock rests while a challenge is pending, which another guard refuses.
    holds: ({ row, input }) => row.uncounted.some(({ to }) => to === null) || Date.parse(words(input['applicationDue'])) >= Date.parse(words(input['now'])), details: ({ input }) => input['applicationDue'] ?? null,
  },
} satisfies Readonly<Record<string, FineGuard>>;

/** Guards that hold sums against the dated law. */
export function fineGuards({ rates, limits }: FineLaw): typeof CONDITIONS & Readonly<Record<'not-overpaid' | 'leaves-something' | 'pays-all' | 'plan-fits' | 'part-covered' | 'remission-fits' | 'may-collect' | 'collects-all', FineGuard>> {
  const today = (input: Input): string => String(input['paidOn'] ?? input['today']);
  const before = ({ row, input }: FineFacts): Outstanding => outstandingOn(rates, row, paidOf(input), today(input));
  const after = ({ input }: FineFacts): Paid => ({ ...paidOf(input), payments: [...paidOf(input).payments, ...freshOf(input)] });
  const covers = (facts: FineFacts): boolean => centsOf(outstandingOn(rates, facts.row, after(facts), today(facts.input)).total) === 0n;
  return {
    ...CONDITIONS,
    'not-overpaid': {
      code: 'fine.overpaid', onInput: true, text: { zh: '缴款超过该项未缴数额', en: 'More was paid than is outstanding' }, basis: procedure('第七十一条第一款'),
      holds: (facts) => overpaidOn(rates, facts.row, after(facts), today(facts.input)).length === 0 && freshOf(facts.input).every(({ amount }) => centsOf(amount) > 0n), details: (facts) => before(facts),
    },
    'leaves-something': { code: 'fine.paid-in-full', onInput: true, text: { zh: '本次缴清全部款项，应当登记为缴清', en: 'This pays everything: record it as the last payment' }, holds: (facts) => !covers(facts), details: (facts) => before(facts) },
    'pays-all': { code: 'fine.money-left', onInput: true, text: { zh: '本次缴款后仍有未缴款项', en: 'Something stays outstanding' }, basis: procedure('第七十七条第一项'), holds: covers, details: (facts) => before(facts) },
    'plan-fits': {
      code: 'fine.plan-unfit', onInput: true, text: { zh: '延期、分期方案的数额与未缴罚款不符，或者日期不在今后、不按先后', en: 'The plan does not add up to the fine outstanding, or its days are not ahead and in order' }, basis: procedure('第七十四条'),
      holds: (facts) => faultOf(rates, facts) === null, details: (facts) => ({ fault: faultOf(rates, facts), outstanding: before(facts).fine }),
    },
    'part-covered': { code: 'fine.part-open', text: { zh: '当期尚未缴清', en: 'The part of the plan is not paid in full' }, holds: ({ row, input }) => coversPart(row, paidOf(input), freshOf(input)) },
    'remission-fits': {
      code: 'fine.remission-too-high', onInput: true, text: { zh: '减免数额超过加处的罚款', en: 'More is remitted than the surcharge' }, basis: compulsion('第四十二条第一款'),
      holds: (facts) => centsOf(String(facts.input['amount'])) <= centsOf(before(facts).surcharge), details: (facts) => before(facts).surcharge,
    },
    'may-collect': {
      code: 'fine.no-collection', onInput: true, text: { zh: '不符合当场收缴罚款的情形', en: 'The money may not be taken on the spot' }, basis: procedure('第七十二条第一款'),
      holds: ({ row, input }) => centsOf(row.confiscation) === 0n && mayCollect(limits, { ground: String(input['ground']), kind: row.kind, amount: row.fine, person: row.person, day: String(input['today']) }) && (input['ground'] !== 'remote' || input['askedByParty'] === true),
    },
    'collects-all': { code: 'fine.collected-in-part', onInput: true, text: { zh: '当场收缴的数额应当为全部未缴罚款', en: 'What is taken on the spot is the whole fine outstanding' }, holds: (facts) => words(facts.input['amount']) !== '' && centsOf(words(facts.input['amount'])) === centsOf(before(facts).total) },
  };
}

function faultOf(rates: readonly SurchargeRate[], { row, input }: FineFacts): string | null {
  const plan = Array.isArray(input['parts']) ? (input['parts'] as DuePart[]) : [];
  return planFault(plan, outstandingOn(rates, row, paidOf(input), String(input['today'])).fine, String(input['today']));
}

function paidOf(input: Input): Paid {
  return { payments: (input['payments'] as Payment[] | undefined) ?? [], plan: (input['plan'] as DuePart[] | undefined) ?? [] };
}

/** What this command records as paid. */
export function freshOf(input: Input): Payment[] {
  const items = Array.isArray(input['items']) ? (input['items'] as { item: Item; amount: string }[]) : [];
  return items.map(({ item, amount }) => ({ item, amount, paidOn: String(input['paidOn']) }));
}

/** Absent is empty, and comes before every day. */
function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function siblings(input: Input): readonly { readonly kind: string; readonly id: string; readonly parentId: string | null; readonly state: string }[] {
  return Array.isArray(input['siblings']) ? (input['siblings'] as { kind: string; id: string; parentId: string | null; state: string }[]) : [];
}
