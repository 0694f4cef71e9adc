import type { Basis, LocalizedText } from '../../kernel/text.js';

/** A row of an error catalogue. Rooms own theirs; a test checks that every code of every catalogue is complete and unique. */
export interface ProblemDefinition {
  readonly status: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly title: LocalizedText;
  /** What to do about it. */
  readonly remedy: LocalizedText;
  readonly basis?: Basis;
}

export type ProblemCatalogue = Readonly<Record<string, ProblemDefinition>>;

/** Fields of a problem document beyond the standard ones. Values never hold personal data. */
export interface ProblemExtras {
  readonly detail?: LocalizedText;
  readonly headers?: Readonly<Record<string, string>>;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** A refusal with a code of a catalogue. One filter turns it into an RFC 9457 document. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly definition: ProblemDefinition,
    readonly extras: ProblemExtras = {},
  ) {
    super(`${code}: ${definition.title.en}`);
    this.name = 'Problem';
  }
}

/** Makes the function that throws from one catalogue, so that codes are checked by the compiler. */
export function problemsOf<Catalogue extends ProblemCatalogue>(catalogue: Catalogue): (code: keyof Catalogue & string, extras?: ProblemExtras) => Problem {
  return (code, extras) => new Problem(code, catalogue[code] as ProblemDefinition, extras);
}
