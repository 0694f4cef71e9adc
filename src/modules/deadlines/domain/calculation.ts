import type { Bounds, ClockRule, ExtensionStep } from '../../../kernel/clock/index.js';
import type { LocalizedText } from '../../../kernel/text.js';

/** What is asked of the calculator beside the rule. Instants are RFC 3339 with offset. */
export interface Asked {
  readonly triggeredAt: string;
  readonly amount?: number;
  readonly pauses: readonly { readonly from: string; readonly to?: string; readonly reason?: string }[];
  readonly extensions: readonly { readonly code: string; readonly amount?: number }[];
}

export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: LocalizedText;
}

/** A rule of the table, or one made up for the moment, which has no reasons for a pause and so allows any. */
export type AskedRule = ClockRule & { readonly pauses: readonly string[] | null };

/** Beijing time is what it is now since 1992; calendars reach nowhere near the other end. */
const [EARLIEST, LATEST] = [Date.UTC(1992, 0, 1), Date.UTC(2100, 0, 1)];

/** Everything that cannot be counted in a question, by field; empty where it can. */
export function calculationFaults(rule: AskedRule, asked: Asked): Fault[] {
  return [
    ...instantFaults('triggeredAt', asked.triggeredAt),
    ...amountFaults('amount', rule, asked.amount),
    ...asked.pauses.flatMap((pause, index) => pauseFaults(`pauses[${index}]`, rule, pause)),
    ...asked.extensions.flatMap((extension, index) => extensionFaults(`extensions[${index}]`, rule.extensions ?? [], index, extension)),
  ];
}

function instantFaults(path: string, text: string): Fault[] {
  const at = Date.parse(text);
  return at < EARLIEST || at > LATEST ? [fault(path, 'out-of-range', '须在1992年至2099年之间', 'Must lie between 1992 and 2099')] : [];
}

/** Fixed by law: may not be given. Left open: must be, within its bounds. */
function amountFaults(path: string, { amount, bounds }: { readonly amount: number | null; readonly bounds?: Bounds }, given: number | undefined): Fault[] {
  if (amount === null) return openFaults(path, bounds, given);
  if (given === undefined || given === amount) return [];
  return [fault(path, 'amount-given', `期限由法律定为${amount}，不得另行指定`, `The law fixes ${amount}; another amount cannot be given`)];
}

function openFaults(path: string, { minimum = 1, maximum }: Bounds = { maximum: Infinity }, given: number | undefined): Fault[] {
  if (given === undefined) return [fault(path, 'amount-missing', '法律未定期限，须填写通知书指定的数', 'The law leaves it open: give the amount that was set')];
  return given < minimum || given > maximum ? [fault(path, 'amount-out-of-bounds', `须在${minimum}至${maximum}之间`, `Must lie between ${minimum} and ${maximum}`)] : [];
}

function pauseFaults(path: string, { pauses, before }: AskedRule, { from, to, reason }: Asked['pauses'][number]): Fault[] {
  const times = [...instantFaults(`${path}.from`, from), ...(to === undefined ? [] : instantFaults(`${path}.to`, to))];
  if (times.length > 0) return times;
  const reversed = to !== undefined && Date.parse(to) < Date.parse(from) ? [fault(`${path}.to`, 'pause-reversed', '结束早于开始', 'It ends before it begins')] : [];
  return [...reversed, ...reasonFaults(path, before === true ? [] : pauses, reason)];
}

function reasonFaults(path: string, allowed: readonly string[] | null, reason: string | undefined): Fault[] {
  if (allowed === null) return [];
  if (allowed.length === 0) return [fault(path, 'never-paused', '依据未规定可以扣除的时间', 'The statute lets no time be left out of this limit')];
  if (reason === undefined || allowed.includes(reason)) return [];
  return [fault(`${path}.reason`, 'reason-not-of-kind', `该时限只因以下事由扣除：${allowed.join('、')}`, `Time is left out of this limit only for: ${allowed.join(', ')}`)];
}

function extensionFaults(path: string, ladder: readonly ExtensionStep[], index: number, { code, amount }: Asked['extensions'][number]): Fault[] {
  const step = ladder.find((candidate) => candidate.code === code);
  if (step === undefined) return [fault(`${path}.code`, 'extension-unknown', `该时限的延长只有：${codes(ladder)}`, `The extensions of this limit are: ${codes(ladder)}`)];
  if (ladder[index] !== step) return [fault(`${path}.code`, 'extension-out-of-order', `须依次延长：${codes(ladder)}`, `Extensions follow each other: ${codes(ladder)}`)];
  return amountFaults(`${path}.amount`, step, amount);
}

function codes(ladder: readonly ExtensionStep[]): string {
  return ladder.length === 0 ? '（无 none）' : ladder.map(({ code }) => code).join(', ');
}

function fault(path: string, code: string, zh: string, en: string): Fault {
  return { path, code, message: { zh, en } };
}
