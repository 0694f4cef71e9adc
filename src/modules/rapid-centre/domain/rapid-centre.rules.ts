/** What the centre has done in a case, newest first, and the hearings that it has a place in. */
export interface CentreFacts {
  readonly services: readonly { readonly service: string; readonly result: string }[];
  readonly hearings: readonly object[];
}

export type WaitsFor = 'pre-check' | 'papers' | 'another-way' | 'hearing' | 'outcome';

/** The next station of a case on its way through the centre. */
export function waitsFor({ services, hearings }: CentreFacts): WaitsFor {
  const check = services.find(({ service }) => service === 'pre-check')?.result;
  if (check === undefined) return 'pre-check';
  if (check === 'papers-missing') return 'papers';
  if (check === 'unfit') return 'another-way';
  return hearings.length === 0 ? 'hearing' : 'outcome';
}

/** Whether a class of a right is one that the centre serves. Nice classes by number, Locarno by the two digits before the dash. */
export function classServed(rights: readonly { readonly niceClasses: readonly number[]; readonly locarnoClasses: readonly string[] }[], nice: readonly number[], locarno: readonly string[]): boolean {
  return rights.some(({ niceClasses, locarnoClasses }) => niceClasses.some((one) => nice.includes(one)) || locarnoClasses.some((one) => locarno.includes(one.slice(0, 2))));
}
