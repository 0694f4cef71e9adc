/** What a case begins with. */
export type First = 'penalty' | 'adjudication' | 'mediation' | 'none';

/** Columns of the complaint that decide about it. */
export interface Origin {
  readonly classification: string;
  readonly track: string;
}

/** What a mediation is about that begins with a case. */
export interface Dispute extends Origin {
  readonly rightType: string;
}

const BY_RIGHT: Readonly<Record<string, string>> = { trademark: 'trademark-damages', patent: 'other-patent-dispute', copyright: 'copyright-dispute' };

/** Variant and matter: a consumer's, that of 令81, or one before the people's committee to which both sides agreed. */
export function mediationOf({ classification, rightType }: Dispute): { readonly kind: string; readonly matters: string[] } {
  if (classification === 'consumer-complaint') return { kind: 'consumer', matters: ['consumer-dispute'] };
  if (classification === 'patent-mediation') return { kind: 'patent', matters: ['other-patent-dispute'] };
  return { kind: 'people', matters: [BY_RIGHT[rightType] ?? 'other-civil-claim'] };
}

/**
 * The proceeding that begins with a case. A request to decide or to mediate a patent dispute has its own, whatever track it was
 * sent on (令81 第十六条、第六十五条): whether it is taken is decided there. What is for a court alone begins with nothing.
 */
export function firstOf({ classification, track }: Origin): First {
  if (classification === 'patent-adjudication') return 'adjudication';
  if (classification === 'patent-mediation' || track === 'mediation') return 'mediation';
  return track === 'administrative' ? 'penalty' : 'none';
}
