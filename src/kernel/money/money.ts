/** Money as decimal text in CNY, counted in whole cents of unlimited size: no sum is ever rounded on its way. */
const MONEY = /^(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;

export function isMoney(text: string): boolean {
  return MONEY.test(text);
}

/** Cents. Throws RangeError where the text is no amount. */
export function centsOf(text: string): bigint {
  const parts = MONEY.exec(text);
  if (parts === null) throw new RangeError(`${text} is no amount of money`);
  return BigInt(parts[1] ?? '0') * 100n + BigInt((parts[2] ?? '').padEnd(2, '0'));
}

/** Decimal text with two places; an amount below nought has a minus before it. */
export function moneyText(cents: bigint): string {
  const plain = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${plain / 100n}.${(plain % 100n).toString().padStart(2, '0')}`;
}

export function addMoney(...amounts: readonly string[]): string {
  return moneyText(amounts.reduce((sum, amount) => sum + centsOf(amount), 0n));
}

/** A share in whole percent of so many cents, times so often; fractions of a cent are dropped, in favour of whoever pays. */
export function percentOf(cents: bigint, percent: number, times = 1): bigint {
  return (cents * BigInt(percent) * BigInt(times)) / 100n;
}
