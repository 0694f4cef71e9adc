import type { LocalizedText } from '../text.js';
import type { ClockUnit, RollRule } from './types.js';

const UNITS: Readonly<Record<ClockUnit, LocalizedText>> = {
  working_day: { zh: '个工作日', en: 'working day(s)' },
  calendar_day: { zh: '日', en: 'calendar day(s)' },
  hour: { zh: '小时', en: 'hour(s)' },
  month: { zh: '个月', en: 'month(s)' },
};

const ROLLS: Readonly<Record<RollRule, LocalizedText>> = {
  none: { zh: '不顺延', en: 'no roll' },
  after_statutory_holiday: { zh: '末日在法定节假日的，顺延至节假日后第一日', en: 'a last day in a statutory holiday moves to the first day after it' },
  after_rest_day: { zh: '末日在法定休假日的，顺延至休假日后第一日', en: 'a last day on a day off moves to the first day after it' },
  next_working_day: { zh: '末日在法定休假日的，顺延至其后第一个工作日', en: 'a last day on a day off moves to the next working day' },
};

export const AMOUNT = (amount: number, unit: ClockUnit): LocalizedText => ({ zh: `${amount}${UNITS[unit].zh}`, en: `${amount} ${UNITS[unit].en}` });

/** The derivation in words. One function per kind of step. */
export const STEPS = {
  trigger: (at: string): LocalizedText => ({ zh: `起算事由发生于 ${at}（北京时间），当日（时）不计入`, en: `Triggered at ${at} (Beijing time); that day (or hour) is not counted` }),
  portion: (label: LocalizedText, amount: LocalizedText): LocalizedText => ({ zh: `${label.zh}：${amount.zh}`, en: `${label.en}: ${amount.en}` }),
  first: (day: string): LocalizedText => ({ zh: `第1日为 ${day}`, en: `Day 1 is ${day}` }),
  madeUp: (days: string): LocalizedText => ({ zh: `调休上班日计入：${days}`, en: `Make-up working days are counted: ${days}` }),
  skipped: (days: string): LocalizedText => ({ zh: `节假日及调休放假日不计入：${days}`, en: `Holidays and shifted rest days are not counted: ${days}` }),
  month: (day: string): LocalizedText => ({ zh: `按月计算，至相应日（无相应日的为当月末日） ${day}`, en: `By months, to the corresponding day (or the last of the month) ${day}` }),
  raw: (day: string): LocalizedText => ({ zh: `期间末日为 ${day}`, en: `The last day is ${day}` }),
  roll: (rule: RollRule, from: string, to: string): LocalizedText => ({ zh: `${ROLLS[rule].zh}：${from} → ${to}`, en: `${ROLLS[rule].en}: ${from} → ${to}` }),
  noRoll: (rule: RollRule): LocalizedText => ({ zh: `顺延规则“${ROLLS[rule].zh}”不改变末日`, en: `The roll rule "${ROLLS[rule].en}" does not move it` }),
  safe: (day: string): LocalizedText => ({ zh: `稳妥完成日（不顺延，遇休息日提前）为 ${day}`, en: `Safe for the agency (no roll, the working day before a day off): ${day}` }),
  event: (at: string): LocalizedText => ({ zh: `所等待的事项定于 ${at}（北京时间），当日不计入，向前倒算`, en: `What it must precede is at ${at} (Beijing time); that day is not counted, the days before it are` }),
  back: (day: string): LocalizedText => ({ zh: `最迟应于 ${day} 完成`, en: `To be done on ${day} at the latest` }),
  safeBack: (day: string): LocalizedText => ({ zh: `稳妥完成日（其间隔足整日，且为工作日）为 ${day}`, en: `Safe for the agency (all the days lie between, a working day): ${day}` }),
  paused: (since: string): LocalizedText => ({ zh: `自 ${since} 起中止，恢复后继续计算`, en: `Paused since ${since}; counted on when resumed` }),
  pausedDays: (spans: string): LocalizedText => ({ zh: `以下期间（含首尾日）不计入：${spans}`, en: `Not counted, first and last day included: ${spans}` }),
  pausedHours: (): LocalizedText => ({ zh: '中止的时间不计入', en: 'Time in pauses is not counted' }),
  end: (at: string): LocalizedText => ({ zh: `届满于 ${at}`, en: `Ends at ${at}` }),
} as const;
