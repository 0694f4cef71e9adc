import type { Basis } from '../text.js';
import type { DatedBasis, Move } from './lifecycle.js';

/** Every ground of a move, with the days on which it stood. */
export function groundsOf({ basis }: Pick<Move, 'basis'>): readonly DatedBasis[] {
  return isList(basis) ? basis : [{ ...basis, from: null, to: null }];
}

/** The ground of a move or guard under the law of a day, YYYY-MM-DD. The table is checked at boot, so that there is one for every day. */
export function basisOn(move: Pick<Move, 'basis'>, day: string): Basis {
  const found = groundsOf(move).find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to));
  if (found === undefined) throw new Error(`There is no legal ground on ${day}`);
  const { source, article, status, note } = found;
  return { source, article, status, ...(note === undefined ? {} : { note }) };
}

/** What is wrong with the grounds of a move, in words: every day has one, and only one. */
export function groundProblems(at: string, move: Move): string[] {
  const grounds = groundsOf(move);
  const gaps = grounds.slice(1).filter(({ from }, index) => from === null || from !== dayAfter(grounds[index]?.to ?? null));
  return [
    ...grounds.filter(({ source, article }) => source.trim() === '' || article.trim() === '').slice(0, 1).map(() => `${at}: no basis`),
    ...(grounds.length === 0 ? [`${at}: no basis`] : []),
    ...(grounds.some(({ from, to }, index) => (index === 0 && from !== null) || (index === grounds.length - 1 && to !== null)) ? [`${at}: its legal grounds do not reach from the beginning to the end`] : []),
    ...gaps.map(({ from }) => `${at}: the legal ground from ${from ?? 'the beginning'} does not begin on the day after the one before it ended`),
  ];
}

function dayAfter(day: string | null): string | null {
  return day === null ? null : new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function isList(basis: Move['basis']): basis is readonly DatedBasis[] {
  return Array.isArray(basis);
}
