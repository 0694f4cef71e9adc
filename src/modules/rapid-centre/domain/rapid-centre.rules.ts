/** Where a case stands: what the centre has done in it, newest first, its proceedings, and the hearings that it has a place in. */
export interface CentreFacts {
  /** Whether somebody is in charge of it. */
  readonly taken: boolean;
  readonly services: readonly { readonly service: string; readonly result: string }[];
  /** Those that are not ended. */
  readonly proceedings: readonly { readonly kind: string }[];
  readonly hearings: readonly object[];
}

export type WaitsFor = 'intake' | 'pre-check' | 'papers' | 'another-way' | 'aid' | 'mediation' | 'hearing' | 'outcome';

const AFTER_CHECK: Readonly<Record<string, WaitsFor>> = { 'papers-missing': 'papers', unfit: 'another-way' };

/** The next station of a case on its way through the centre: taken in, checked, helped, mediated or heard, brought to its outcome. */
export function waitsFor({ taken, services, proceedings, hearings }: CentreFacts): WaitsFor {
  const latest = (wanted: string): string | undefined => services.find(({ service }) => service === wanted)?.result;
  if (!taken) return 'intake';
  const check = latest('pre-check');
  if (check !== 'fit') return AFTER_CHECK[check ?? ''] ?? 'pre-check';
  if (latest('aid') === 'asked') return 'aid';
  if (hearings.length > 0) return 'outcome';
  return proceedings.some(({ kind }) => kind === 'mediation') ? 'mediation' : 'hearing';
}

/** Whether a class of a right is one that the centre serves. Nice classes by number, Locarno by the two digits before the dash. */
export function classServed(rights: readonly { readonly niceClasses: readonly number[]; readonly locarnoClasses: readonly string[] }[], nice: readonly number[], locarno: readonly string[]): boolean {
  return rights.some(({ niceClasses, locarnoClasses }) => niceClasses.some((one) => nice.includes(one)) || locarnoClasses.some((one) => locarno.includes(one.slice(0, 2))));
}
