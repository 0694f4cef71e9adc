/** Shared shapes of the core: a text in both working languages, and a legal ground. */
export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule comes from. `unverified` facts are shown as such wherever they are used. */
export interface Basis {
  readonly source: string;
  readonly article: string;
  readonly status: 'verified' | 'unverified';
  readonly note?: string;
}
