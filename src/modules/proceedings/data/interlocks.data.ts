import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** What one proceeding of a case forbids in another: while a row of `while` stands beside it, the guard of this name refuses. */
export interface Interlock {
  readonly id: string;
  /** Kinds of proceedings whose tables name it. */
  readonly of: readonly string[];
  readonly while: {
    readonly kind: string;
    /** Variants of it; all where left out. */
    readonly variants?: readonly string[];
    /** States of it; where left out, any in which it has not ended. */
    readonly states?: readonly string[];
    /** Marks of it, one of which stands; whether it has ended or not. */
    readonly marks?: readonly string[];
  };
  readonly text: LocalizedText;
  readonly basis: Basis;
}

const law = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });

export const INTERLOCKS = [
  // Penalty procedure.
  {
    id: 'no-referral-open', of: ['penalty'], while: { kind: 'referral' },
    text: { zh: '涉嫌犯罪移送尚未了结，不得以罚款代替移送', en: 'A criminal referral is open: no fine instead of it' }, basis: law('行政执法机关移送涉嫌犯罪案件的规定', '第十一条'),
  },
  {
    id: 'no-crime-filed', of: ['penalty'], while: { kind: 'referral', marks: ['police-filed'] },
    text: { zh: '公安机关已立案侦查，不再处以罚款', en: 'The police have filed the case: no fine' }, basis: law('行政执法机关移送涉嫌犯罪案件的规定', '第十一条'),
  },
  // Patent adjudication.
  {
    id: 'nobody-has-sued', of: ['adjudication'], while: { kind: 'civil-suit', variants: ['ordinary'] },
    text: { zh: '当事人已就该专利侵权纠纷向法院起诉', en: 'A party has sued over the same infringement' }, basis: law('专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', '第十二条'),
  },
  // Supervision.
  {
    id: 'not-listed-already', of: ['supervision'], while: { kind: 'supervision' },
    text: { zh: '该案已挂牌督办，尚未摘牌', en: 'The case is under supervision already' }, basis: { source: '潮州市强化知识产权保护二十五条措施（2021年）', article: '第六条', status: 'unverified', note: '挂牌督办的程序未见于所读文本' },
  },
  // Mediation.
  // Judicial confirmation.
  // Criminal referral.
  // Civil suits.
] as const satisfies readonly Interlock[];

export type InterlockId = (typeof INTERLOCKS)[number]['id'];
