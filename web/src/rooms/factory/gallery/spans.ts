/** A stretch of time, milliseconds from and until, and the products that were made in it. */
export interface Span {
  from: number;
  until: number;
  /** How many of the day are latest: they stand before it. */
  first: number;
  count: number;
}

const dayMs = 86_400_000;
/** So many products are read without looking closer at when they were made. */
const readable = 240;
const parts = 8;

/** A day as one span. */
export function spanOfDay(day: string, count: number): Span {
  const from = Date.parse(`${day}T00:00:00Z`);
  return { from, until: from + dayMs, first: 0, count };
}

/** Whether a span has so many products that its middle can't be reached by reading on. */
export function isTooLong({ from, until, count }: Span): boolean {
  return count > readable && until - from > 1;
}

/** Parts of a span to count, the latest first. */
export function partsOf({ from, until }: Span): { from: number; until: number }[] {
  const length = until - from;
  const number = Math.min(parts, length);
  const at = (part: number) => until - Math.round((length * part) / number);
  return Array.from({ length: number }, (_, part) => ({ from: at(part + 1), until: at(part) }));
}

/** The spans with one of them cut in its counted parts; those without products are left out. */
export function cut(spans: readonly Span[], span: Span, counts: readonly number[]): Span[] {
  let first = span.first;
  const cutUp: Span[] = [];
  for (const [index, part] of partsOf(span).entries()) {
    const count = Math.min(counts[index] ?? 0, span.first + span.count - first);
    if (count > 0) cutUp.push({ ...part, first, count });
    first += Math.max(0, count);
  }
  // What came or went between the two counts is where the earliest are, until the day is read again.
  const last = cutUp.at(-1);
  if (last !== undefined) last.count += span.first + span.count - first;
  const others = spans.filter((other) => other !== span);
  return [...others, ...cutUp].sort((a, b) => a.first - b.first);
}

/** The spans in which some products of the day are. */
export function spansBetween(spans: readonly Span[], first: number, end: number): Span[] {
  return spans.filter((span) => span.first < end && first < span.first + span.count);
}
