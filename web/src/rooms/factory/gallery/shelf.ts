import type { Day } from "@/patterns/gallery/day-layout";
import { cut, isTooLong, partsOf, type Span, spanOfDay, spansBetween } from "./spans";

/** As much of a product as its place needs. */
export interface Row {
  id: string;
  ratio: number;
}

export interface Source {
  /** Products that were made in a stretch of time, latest first. */
  page: (
    from: number,
    until: number,
    after: string | null,
  ) => Promise<{ rows: readonly Row[]; next: string | null }>;
  /** How many were made in each stretch. */
  counts: (stretches: readonly { from: number; until: number }[]) => Promise<readonly number[]>;
}

interface Read {
  /** Where the next page begins; null before the first, undefined after the last. */
  after: string | null | undefined;
  /** The place of the next product. */
  at: number;
}

/** What is known of one day: its products as far as they were read, and what to read for the rest. */
interface Shelved {
  rows: (Row | undefined)[];
  spans: Span[];
  reading: Map<Span, Read>;
  busy: Map<Span, Promise<boolean>>;
  /** Counts up when the day is read anew, so that what comes late is dropped. */
  round: number;
}

/** A day is cut so often at most until a span is a millisecond. */
const deepest = 12;

/**
 * The products of a view, of which only those are read that somebody looks at. It says when
 * something came; what it holds is read from it.
 */
export class Shelf {
  readonly #source: Source;
  readonly #days = new Map<string, Shelved>();
  readonly #index = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  version = 0;
  problem: unknown;

  constructor(source: Source) {
    this.#source = source;
  }

  readonly listen = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  rows(day: string): readonly (Row | undefined)[] | undefined {
    return this.#days.get(day)?.rows;
  }

  /** The day of a product and how many of the day are before it. */
  placeOf(id: string): { day: string; index: number } | undefined {
    const day = this.#index.get(id);
    const index =
      day === undefined ? -1 : (this.rows(day)?.findIndex((row) => row?.id === id) ?? -1);
    return day === undefined || index < 0 ? undefined : { day, index };
  }

  /** Takes new counts. What was read stays until what takes its place has come. */
  recount(days: readonly Day[]) {
    const counts = new Map(days.map(({ day, count }) => [day, count]));
    for (const day of this.#days.keys()) {
      if ((counts.get(day) ?? 0) <= 0) this.#days.delete(day);
    }
    for (const [day, shelved] of this.#days) {
      const count = counts.get(day) ?? 0;
      const more = count - shelved.rows.length;
      // What is new was made last, so it stands first.
      const rows =
        more > 0
          ? [...Array.from({ length: more }, () => undefined), ...shelved.rows]
          : shelved.rows.slice(0, count);
      const next = { ...fresh(day, count), rows, round: shelved.round + 1 };
      // Nothing came or went, so it stands in the same stretches of time.
      this.#days.set(day, more === 0 ? { ...next, spans: shelved.spans } : next);
    }
    this.#changed();
  }

  /** Takes products away before the server has told the counts. */
  forget(ids: ReadonlySet<string>) {
    for (const [day, shelved] of this.#days) {
      const rows = shelved.rows.filter((row) => row === undefined || !ids.has(row.id));
      if (rows.length === shelved.rows.length) continue;
      this.#days.set(day, { ...fresh(day, rows.length), rows, round: shelved.round + 1 });
    }
    this.#changed();
  }

  /** How many of a day are there after `forget`, where that differs from what was counted. */
  countOf({ day, count }: Day): number {
    return this.#days.get(day)?.rows.length ?? count;
  }

  /** Reads some products of a day. True once they are there; false where they can't be read. */
  async need({ day, count }: Day, first: number, end: number): Promise<boolean> {
    for (;;) {
      const shelved = this.#days.get(day) ?? { ...fresh(day, count), round: 0 };
      this.#days.set(day, shelved);
      const unread = spansBetween(shelved.spans, first, end).filter(
        (span) => !isRead(shelved.reading.get(span), span, end),
      );
      if (unread.length === 0) return true;
      const steps = unread.map((span) => shelved.busy.get(span) ?? this.#begin(day, shelved, span));
      if ((await Promise.all(steps)).includes(false)) return false;
    }
  }

  /** Reads around a product of which only the moment is known. True once its place is. */
  async seek(day: Day, at: number, id: string): Promise<boolean> {
    for (let look = 0; look < deepest && this.placeOf(id) === undefined; look += 1) {
      const spans = this.#days.get(day.day)?.spans ?? [spanOfDay(day.day, day.count)];
      const span = spans.find(({ from, until }) => from <= at && at < until);
      if (span === undefined) return false;
      const { first, count } = span;
      if (!(await this.need(day, first, isTooLong(span) ? first + 1 : first + count))) return false;
    }
    return this.placeOf(id) !== undefined;
  }

  /** Tries again what could not be read. */
  retry() {
    this.problem = undefined;
    this.#changed();
  }

  #begin(day: string, shelved: Shelved, span: Span): Promise<boolean> {
    const isLate = () => this.#days.get(day)?.round !== shelved.round;
    const step = isTooLong(span)
      ? this.#look(shelved, span, isLate)
      : this.#read(day, shelved, span, isLate);
    const done = step
      .then(() => true)
      .catch((problem: unknown) => {
        this.problem = problem;
        this.#changed();
        return false;
      })
      .finally(() => shelved.busy.delete(span));
    shelved.busy.set(span, done);
    return done;
  }

  async #look(shelved: Shelved, span: Span, isLate: () => boolean) {
    const counts = await this.#source.counts(partsOf(span));
    if (!isLate()) shelved.spans = cut(shelved.spans, span, counts);
  }

  async #read(day: string, shelved: Shelved, span: Span, isLate: () => boolean) {
    const read = shelved.reading.get(span) ?? { after: null, at: span.first };
    if (read.after === undefined) return;
    const { rows, next } = await this.#source.page(span.from, span.until, read.after);
    if (isLate()) return;
    const all = [...shelved.rows];
    for (const row of rows) {
      if (read.at >= all.length) break;
      all[read.at] = row;
      this.#index.set(row.id, day);
      read.at += 1;
    }
    read.after = rows.length === 0 ? undefined : (next ?? undefined);
    shelved.reading.set(span, read);
    shelved.rows = all;
    this.#changed();
  }

  #changed() {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

function fresh(day: string, count: number): Omit<Shelved, "round"> {
  return {
    rows: Array.from({ length: count }, () => undefined),
    spans: count > 0 ? [spanOfDay(day, count)] : [],
    reading: new Map(),
    busy: new Map(),
  };
}

/** Whether a span was read as far as is wanted. */
function isRead(read: Read | undefined, span: Span, end: number): boolean {
  if (read === undefined) return false;
  return read.after === undefined || read.at >= Math.min(end, span.first + span.count);
}
