import { describe, expect, it } from '@jest/globals';
import { validateCalendarYear } from './calendar.js';
import { ClockError, type CalendarYear } from './types.js';
import { YEAR_2022, YEAR_2026, YEAR_2027 } from './years.spec-support.js';

const name = { zh: '元旦', en: "New Year's Day" };
const holiday = { '2026-01-01': { kind: 'statutory_holiday', name } };

function refusal(rest: object): { code: string; message: string } | null {
  try {
    validateCalendarYear({ year: 2026, notice: '国办发明电〔2025〕7号', noticeTitle: '通知', noticeDate: '2025-11-04', days: holiday, ...rest } as CalendarYear);
    return null;
  } catch (error) {
    if (!(error instanceof ClockError)) throw error;
    return { code: error.code, message: error.message };
  }
}

const withDay = (date: string, day: unknown): object => ({ days: { ...holiday, [date]: day } });

describe('a calendar that is accepted', () => {
  it.each([YEAR_2022, YEAR_2026, YEAR_2027])('$year, as in the notices', (year) => {
    expect(() => validateCalendarYear(year)).not.toThrow();
  });

  it('may speak of December of the year before', () => {
    expect(refusal(withDay('2025-12-31', { kind: 'shifted_rest_day', name }))).toBeNull();
  });
});

describe('a calendar that is refused', () => {
  it('names no day at all', () => {
    expect(refusal({ days: {} })).toEqual({ code: 'calendar-empty', message: expect.stringContaining('2026') });
  });

  it.each([
    ['no notice', { notice: ' ' }, 'no official notice'],
    ['no title', { noticeTitle: '' }, 'no official notice'],
    ['a notice of no date', { noticeDate: '2025-13-04' }, '2025-13-04 is no date'],
    ['no statutory holiday', { days: { '2026-01-04': { kind: 'make_up_working_day', name } } }, 'no statutory holiday'],
    ['a day of another year', withDay('2027-01-01', { kind: 'statutory_holiday', name }), 'belongs to another year'],
    ['November of the year before', withDay('2025-11-30', { kind: 'statutory_holiday', name }), 'belongs to another year'],
    ['a day that does not exist', withDay('2026-02-30', { kind: 'statutory_holiday', name }), 'is no date'],
    ['a date that would never be found by its text', withDay('20260102', { kind: 'statutory_holiday', name }), 'is no date'],
    ['a weekday that makes up for another', withDay('2026-01-05', { kind: 'make_up_working_day', name }), 'is a working day anyway'],
    ['a weekend that is a shifted rest day', withDay('2026-01-03', { kind: 'shifted_rest_day', name }), 'is a weekend'],
    ['an ordinary working day', withDay('2026-01-05', { kind: 'working_day', name }), 'listed as an ordinary day'],
    ['an ordinary rest day', withDay('2026-01-10', { kind: 'rest_day', name }), 'listed as an ordinary day'],
    ['an unknown kind, which the engine would work through', withDay('2026-01-02', { kind: 'holiday', name }), 'has no known kind'],
    ['a day without a kind', withDay('2026-01-02', null), 'has no known kind'],
    ['a day without an English name', withDay('2026-01-02', { kind: 'statutory_holiday', name: { zh: '元旦' } }), 'no name in both languages'],
    ['a day without a name', withDay('2026-01-02', { kind: 'statutory_holiday' }), 'no name in both languages'],
  ])('has %s', (_fault, rest, message) => {
    expect(refusal(rest)).toEqual({ code: 'calendar-invalid', message: expect.stringContaining(message) });
  });
});
