import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const NEXT_STEPS = ['confirmation', 'enforcement', 'notarised-enforcement', 'suit', 'administrative'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What the choice of a way depends on. Days YYYY-MM-DD, Asia/Shanghai. */
export interface DefaultFacts {
  /** Kind of the mediation that the term was agreed in. */
  readonly mediation: string;
  readonly confirmation: { readonly state: string; readonly applyBy: string | null; readonly executeBy: string | null } | null;
  /** A promise to submit to enforcement was certified by a notary. */
  readonly notarised: boolean;
  /** A right is infringed: an agency may act on it. */
  readonly infringement: boolean;
  readonly today: string;
}

export interface StepOffer {
  readonly step: NextStep;
  readonly open: boolean;
  /** Last day, where the law sets one. */
  readonly until: string | null;
  readonly why: LocalizedText;
  readonly basis: Basis;
}

const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const CIVIL = '民事诉讼法';
const MAY_APPLY: readonly string[] = ['available', 'withdrawn', 'not-accepted'];
const CONFIRMED: readonly string[] = ['confirmed', 'objected'];

/** Each way that the law knows when a term is not performed, and whether it is still open. */
export function nextSteps(facts: DefaultFacts): StepOffer[] {
  return [confirmation(facts), enforcement(facts), notarised(facts), suit(facts), administrative(facts)];
}

function confirmation({ confirmation: found, today }: DefaultFacts): StepOffer {
  const until = found?.applyBy ?? null;
  const open = found !== null && MAY_APPLY.includes(found.state) && until !== null && today <= until;
  return { step: 'confirmation', open, until, basis: law(CIVIL, '第二百零五条'), why: { zh: '双方可以自协议生效之日起三十日内共同申请司法确认', en: 'Both may apply together for judicial confirmation within thirty days of the agreement' } };
}

function enforcement({ confirmation: found, today }: DefaultFacts): StepOffer {
  const until = found?.executeBy ?? null;
  const open = found !== null && CONFIRMED.includes(found.state) && (until === null || today <= until);
  return { step: 'enforcement', open, until, basis: law(CIVIL, '第二百零六条、第二百五十条'), why: { zh: '协议经裁定确认有效的，对方可以申请执行', en: 'What a court confirmed can be enforced' } };
}

/** Of a paper of patent mediation only: 令81 speaks of it. */
function notarised({ mediation, notarised: certified }: DefaultFacts): StepOffer {
  return {
    step: 'notarised-enforcement', open: mediation === 'patent' && certified, until: null, basis: law('专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', '第六十九条第二款'),
    why: { zh: '经公证赋予强制执行效力的调解书，可以申请执行', en: 'A paper that a notary made enforceable can be enforced' },
  };
}

/** A confirmed agreement is enforced and not sued upon again; any other can be. */
function suit({ confirmation: found, mediation }: DefaultFacts): StepOffer {
  const open = found === null || !CONFIRMED.includes(found.state);
  const source = mediation === 'administrative' ? law('商标法', '2019年修正第六十条第三款；2026年修订第七十四条第三款') : law('人民调解法', '第三十二条', '消费争议：办法第二十五条');
  return { step: 'suit', open, until: null, basis: source, why: { zh: '就协议的履行或者内容可以向人民法院起诉', en: 'A court can be asked to decide on the agreement or its performance' } };
}

function administrative({ infringement }: DefaultFacts): StepOffer {
  return { step: 'administrative', open: infringement, until: null, basis: law('人民调解法', '第三条第三项', '不得因调解而阻止当事人依法通过行政途径维权'), why: { zh: '侵权行为继续的，可以请求主管部门处理', en: 'Where the infringement goes on, the agency in charge can be asked to act' } };
}

/** Adds what was paid to what was paid before, CNY with two decimals. */
export function paidInAll(before: string, now: string): string {
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  const sum = cents(fixed(before)) + cents(fixed(now));
  return `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;
}

/** Whether what was paid is the whole amount; a term without an amount is a promise to do or not to do. */
export function paidUp(amount: string | null, paid: string): boolean {
  return amount === null || BigInt(fixed(paid).replace('.', '')) >= BigInt(fixed(amount).replace('.', ''));
}

function fixed(text: string): string {
  const [whole = '0', part = ''] = text.split('.');
  return `${whole}.${part.padEnd(2, '0').slice(0, 2)}`;
}
