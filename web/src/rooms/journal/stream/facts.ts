import type { Entry } from "./data";

type Extracted = NonNullable<Entry["extracted"]>;
type Span = Extracted["project"]["spans"][number];
export type Use = Extracted["materials"][number]["use"];

/** One thing that was read out of a note, with the words that it was read from. */
export interface Fact {
  /** Unique in its note. */
  key: string;
  kind: "project" | "minutes" | "material" | "technique";
  confidence: number;
  byPerson: boolean;
  spans: readonly Span[];
  /** Where the fact can be heard, in milliseconds. */
  heardAt: number | null;
}

export function factsOf(entry: Entry): Fact[] {
  const found = entry.extracted;
  if (!found) return [];
  const fact = (
    key: string,
    kind: Fact["kind"],
    from: { confidence: number; source: string; spans: readonly Span[] },
  ): Fact => ({
    key,
    kind,
    confidence: from.confidence,
    byPerson: from.source === "PERSON",
    spans: from.spans,
    heardAt: from.spans.find(({ startMs }) => typeof startMs === "number")?.startMs ?? null,
  });
  return [
    fact("project", "project", found.project),
    ...(found.minutes ? [fact("minutes", "minutes", found.minutes)] : []),
    ...found.materials.map((material, index) => fact(`material-${index}`, "material", material)),
    ...found.techniques.map((technique, index) =>
      fact(`technique-${index}`, "technique", technique),
    ),
  ];
}

/** A run of the note that belongs to the same facts from end to end. */
export interface Segment {
  text: string;
  start: number;
  facts: readonly string[];
}

/** Cuts a note where facts begin and end; spans may overlap, and a wrong one is cut to the text. */
export function segments(text: string, facts: readonly Fact[]): Segment[] {
  const spans = facts.flatMap(({ key, spans }) =>
    spans
      .map(({ start, end }) => ({
        key,
        start: Math.max(0, start),
        end: Math.min(text.length, end),
      }))
      .filter(({ start, end }) => start < end),
  );
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    text: text.slice(start, cuts[index + 1]),
    start,
    facts: [
      ...new Set(
        spans.filter((span) => span.start <= start && span.end > start).map(({ key }) => key),
      ),
    ],
  }));
}

/** A piece of a transcript: as it was heard, or repaired. */
export interface Repair {
  kind: "same" | "taken out" | "put in";
  text: string;
  start: number;
  reason?: string;
}

/** The raw transcript with its repairs as tracked changes; one that doesn't fit is left out. */
export function repairs(
  raw: string,
  edits: readonly { from: string; to: string; start: number; end: number; reason: string }[],
): Repair[] {
  const pieces: Repair[] = [];
  let at = 0;
  for (const { to, start, end, reason } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at || end > raw.length || end < start) continue;
    if (start > at) pieces.push({ kind: "same", text: raw.slice(at, start), start: at });
    if (end > start) pieces.push({ kind: "taken out", text: raw.slice(start, end), start, reason });
    if (to !== "") pieces.push({ kind: "put in", text: to, start, reason });
    at = end;
  }
  if (at < raw.length) pieces.push({ kind: "same", text: raw.slice(at), start: at });
  return pieces;
}

/** Notes by their day, in the order in which they came. */
export function byDay(
  entries: readonly Entry[],
): { day: string; entries: Entry[]; minutes: number }[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = days.get(entry.day);
    if (known) known.push(entry);
    else days.set(entry.day, [entry]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, found]) => ({
      day,
      entries: found,
      minutes: found
        .filter(({ attributionStatus }) => attributionStatus === "CONFIRMED")
        .reduce((sum, { timeSpentMinutes }) => sum + (timeSpentMinutes ?? 0), 0),
    }));
}
