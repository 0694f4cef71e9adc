/** A place of the original that is not shown, UTF-16 units, and what stands there instead. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Code of redactions.data.ts. */
  readonly rule: string;
  readonly replacement: string;
  readonly reason: string;
}

/** A piece of the text as a reviewer sees it: what was there, and what is shown. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  /** The same as `original` where it is kept. */
  readonly shown: string;
  readonly kept: boolean;
  readonly rule: string | null;
  readonly reason: string | null;
}

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((one, other) => one.start - other.start);

/** The text from one end to the other in pieces, kept and replaced. */
export function segmentsOf(original: string, spans: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const keep = (until: number): void => {
    const piece = original.slice(done, until);
    if (piece !== '') segments.push({ start: done, end: until, original: piece, shown: piece, kept: true, rule: null, reason: null });
  };
  for (const { start, end, rule, replacement, reason } of inOrder(spans)) {
    keep(start);
    segments.push({ start, end, original: original.slice(start, end), shown: replacement, kept: false, rule, reason });
    done = end;
  }
  keep(original.length);
  return segments;
}

/** What is shown: it follows from the original and the map, and from nothing else. */
export function publishedText(original: string, spans: readonly Span[]): string {
  return segmentsOf(original, spans).map(({ shown }) => shown).join('');
}

/** Proposals that touch each other become one, of the first and strongest of their rules. `rank`: the lower the stronger. */
export function unitedSpans(proposed: readonly Span[], rank: (rule: string) => number): Span[] {
  const united: Span[] = [];
  for (const span of inOrder(proposed).filter(({ start, end }) => end > start)) {
    const last = united.at(-1);
    if (last === undefined || span.start >= last.end) united.push(span);
    else united[united.length - 1] = { ...(rank(span.rule) < rank(last.rule) ? span : last), start: last.start, end: Math.max(last.end, span.end) };
  }
  return united;
}

/** Why the places do not fit the text and each other; nothing where they do. */
export function unfitSpans(original: string, spans: readonly Span[]): string[] {
  const ordered = inOrder(spans);
  return ordered.flatMap((span, index) => {
    const at = `${span.start}-${span.end}`;
    if (!liesWithin(original, span)) return [`${at} lies outside the text`];
    if (cutsCharacter(original, span.start) || cutsCharacter(original, span.end)) return [`${at} cuts a character`];
    const next = ordered[index + 1];
    return next !== undefined && next.start < span.end ? [`${at} overlaps ${next.start}-${next.end}`] : [];
  });
}

function liesWithin(text: string, { start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

function cutsCharacter(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

/** Whether every unit that was hidden before is hidden still. */
export function hidesAtLeast(before: readonly Span[], after: readonly Span[]): boolean {
  return before.every(({ start, end }) => {
    let open = start;
    for (const span of inOrder(after)) if (span.start <= open && span.end > open) open = span.end;
    return open >= end;
  });
}
