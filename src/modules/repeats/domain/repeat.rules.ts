/** A decision against a party of the cluster. Days are YYYY-MM-DD, Asia/Shanghai. */
export interface Earlier {
  readonly kind: string;
  readonly proceeding: string;
  readonly caseId: string;
  readonly agency: string;
  readonly rightType: string;
  readonly rightNumber: string | null;
  /** Day of its service. */
  readonly servedOn: string;
  /** It stands: served, and neither revoked nor annulled. */
  readonly stands: boolean;
  /** Against a respondent of the matter at hand, or against another party of its cluster. */
  readonly identity: 'same' | 'linked';
}

export interface Matter {
  readonly rightType: string;
  readonly rightNumber: string | null;
  /** Day of the act, or of receipt where nobody told it. */
  readonly actDay: string;
}

export interface Rule {
  readonly years: number | null;
  readonly counts: readonly string[];
  readonly least: number;
  readonly sameRight: boolean;
}

/** The last day of a period of years after a day. 29 February ends with February. */
export function yearsAfter(day: string, years: number): string {
  const [year = '', ...rest] = day.split('-');
  return [String(Number(year) + years), ...rest].join('-');
}

/** The decisions that count under a rule, oldest first; empty where they are too few. What fell counts no more. */
export function counted<Row extends Earlier>(rule: Rule, matter: Matter, earlier: readonly Row[]): Row[] {
  const found = earlier.filter((one) => one.stands && rule.counts.includes(one.kind) && about(rule, matter, one) && inTime(rule, matter, one));
  return found.length < rule.least ? [] : [...found].sort((one, other) => (`${one.servedOn} ${one.proceeding}` < `${other.servedOn} ${other.proceeding}` ? -1 : 1));
}

function about({ sameRight }: Rule, { rightType, rightNumber }: Matter, one: Earlier): boolean {
  return one.rightType === rightType && (!sameRight || (rightNumber !== null && one.rightNumber === rightNumber));
}

/** The act comes after the service, and not later than the last day. */
function inTime({ years }: Rule, { actDay }: Matter, { servedOn }: Earlier): boolean {
  return servedOn < actDay && (years === null || actDay <= yearsAfter(servedOn, years));
}

export interface Answered {
  readonly digest: string;
  readonly outcome: string;
}

/** open until a person answers; answered while the facts are those that were answered; reopened when they are others. Null: nothing to show. */
export function stateOf(digest: string, found: number, answer: Answered | undefined): 'open' | 'answered' | 'reopened' | null {
  if (answer === undefined) return found > 0 ? 'open' : null;
  if (answer.digest === digest) return 'answered';
  return found > 0 || answer.outcome === 'followed' ? 'reopened' : null;
}
