import { describe, expect, it } from '@jest/globals';
import { validateCalendarYear } from '../../../kernel/clock/index.js';
import { CALENDARS } from '../data/index.js';

interface Announced {
  readonly notice: string;
  readonly date: string;
  /** First and last day of each block, as printed in the notice. */
  readonly off: readonly (readonly [string, string])[];
  readonly work: readonly string[];
  readonly workingDays?: number;
}

/** Typed from the notices of the General Office of the State Council, paragraph by paragraph; not from the package. */
const NOTICES: Readonly<Record<number, Announced>> = {
  2022: {
    notice: '国办发明电〔2021〕11号', date: '2021-10-25',
    off: [['2022-01-01', '2022-01-03'], ['2022-01-31', '2022-02-06'], ['2022-04-03', '2022-04-05'], ['2022-04-30', '2022-05-04'], ['2022-06-03', '2022-06-05'], ['2022-09-10', '2022-09-12'], ['2022-10-01', '2022-10-07']],
    work: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
  },
  2023: {
    notice: '国办发明电〔2022〕16号', date: '2022-12-08',
    off: [['2022-12-31', '2023-01-02'], ['2023-01-21', '2023-01-27'], ['2023-04-05', '2023-04-05'], ['2023-04-29', '2023-05-03'], ['2023-06-22', '2023-06-24'], ['2023-09-29', '2023-10-06']],
    work: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  },
  2024: {
    notice: '国办发明电〔2023〕7号', date: '2023-10-25', workingDays: 251,
    off: [['2024-01-01', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-10', '2024-06-10'], ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07']],
    work: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  },
  2025: {
    notice: '国办发明电〔2024〕12号', date: '2024-11-12', workingDays: 248,
    off: [['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08']],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    notice: '国办发明电〔2025〕7号', date: '2025-11-04', workingDays: 248,
    off: [['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07']],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};
const YEARS = Object.keys(NOTICES).map(Number);
const DAY = 86_400_000;

function announced(year: number): Announced {
  const notice = NOTICES[year];
  if (notice === undefined) throw new Error(`No oracle for ${year}`);
  return notice;
}

function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

function calendar(year: number): (typeof CALENDARS)[number] {
  const found = CALENDARS.find((candidate) => candidate.year === year);
  if (found === undefined) throw new Error(`No calendar of ${year}`);
  return found;
}

function datesOf(year: number, ...kinds: string[]): string[] {
  return Object.entries(calendar(year).days).filter(([, { kind }]) => kinds.includes(kind)).map(([date]) => date);
}

describe('the delivered calendars against the notices', () => {
  it('are those of 2022 to 2026, each once: no year is delivered before its notice', () => {
    expect(CALENDARS.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  it.each(YEARS)('%i names its notice', (year) => {
    const { notice, noticeTitle, noticeDate } = calendar(year);
    expect({ notice, noticeTitle, noticeDate }).toEqual({ notice: announced(year).notice, noticeTitle: `国务院办公厅关于${year}年部分节假日安排的通知`, noticeDate: announced(year).date });
  });

  it.each(YEARS)('%i has exactly the days off of the notice', (year) => {
    expect(datesOf(year, 'statutory_holiday', 'shifted_rest_day')).toEqual(announced(year).off.flatMap(([from, to]) => datesBetween(from, to)));
  });

  it.each(YEARS)('%i has exactly the make-up working days of the notice', (year) => {
    expect(datesOf(year, 'make_up_working_day')).toEqual(announced(year).work);
  });

  it.each(YEARS)('%i shifts as many weekdays off as it works on weekends', (year) => {
    expect(datesOf(year, 'shifted_rest_day')).toHaveLength(announced(year).work.length);
  });

  it.each(YEARS)('%i passes the check that a loaded year must pass', (year) => {
    expect(() => validateCalendarYear(calendar(year))).not.toThrow();
  });

  it.each(YEARS.filter((year) => announced(year).workingDays !== undefined))('%i has the known number of working days', (year) => {
    const working = datesBetween(`${year}-01-01`, `${year}-12-31`).filter((date) => {
      const kind = calendar(year).days[date]?.kind;
      const weekend = [0, 6].includes(new Date(date).getUTCDay());
      return kind === undefined ? !weekend : kind === 'make_up_working_day';
    });
    expect(working).toHaveLength(announced(year).workingDays ?? 0);
  });

  it('names every day in both languages', () => {
    const names = CALENDARS.flatMap(({ days }) => Object.values(days).map(({ name }) => name));
    expect(names.filter(({ zh, en }) => !/^[一-鿿]+$/u.test(zh) || !/^[A-Za-z' -]+$/.test(en))).toEqual([]);
  });

  it('marks 2026, whose number was read only in other sources', () => {
    expect(CALENDARS.filter(({ status }) => status === 'unverified').map(({ year }) => year)).toEqual([2026]);
  });
});
