/** The two times of a version: for which it is in force, and for which it was known. Ends are excluded. */
export interface Times {
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly knownFrom: Date;
  readonly knownUntil: Date | null;
}

/** Whether a version says at `asOf` that it is in force at `on`. */
export function speaks({ validFrom, validUntil, knownFrom, knownUntil }: Times, asOf: Date, on: Date): boolean {
  return within(knownFrom, knownUntil, asOf) && within(validFrom, validUntil, on);
}

/** The versions after an end became known at `at`: the one that counted is closed, and the next says the end. What was known before stays as it was. */
export function endedAt<Version extends Times>(versions: readonly Version[], at: Date, validUntil: Date): Version[] {
  return versions.flatMap((version) => (version.knownUntil === null ? [{ ...version, knownUntil: at }, { ...version, knownFrom: at, validUntil }] : [version]));
}

function within(from: Date, until: Date | null, at: Date): boolean {
  return from <= at && (until === null || at < until);
}
