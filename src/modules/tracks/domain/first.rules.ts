/** What a case begins with. */
export type First = 'penalty' | 'adjudication' | 'mediation' | 'none';

/** Columns of the complaint that decide about it. */
export interface Origin {
  readonly classification: string;
  readonly track: string;
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
