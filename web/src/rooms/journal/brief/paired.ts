import type { DiffLine } from "./data";

interface Pair {
  key: string;
  /** Null where the other side has something new. */
  old: string | null;
  now: string | null;
}

/** A list of changes as rows of two columns: what was taken out stands beside what was put in. */
export function paired(lines: readonly DiffLine[]): { section: string; rows: Pair[] }[] {
  const sections: { section: string; rows: Pair[] }[] = [];
  let waiting: Pair[] = [];
  for (const [index, { section, kind, text }] of lines.entries()) {
    let last = sections.at(-1);
    if (last === undefined || last.section !== section) {
      last = { section, rows: [] };
      sections.push(last);
      waiting = [];
    }
    const key = String(index);
    if (kind === "SAME") {
      last.rows.push({ key, old: text, now: text });
      waiting = [];
    } else if (kind === "REMOVED") {
      const pair: Pair = { key, old: text, now: null };
      last.rows.push(pair);
      waiting.push(pair);
    } else {
      const pair = waiting.shift();
      if (pair === undefined) last.rows.push({ key, old: null, now: text });
      else pair.now = text;
    }
  }
  return sections;
}
