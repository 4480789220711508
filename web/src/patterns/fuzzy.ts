/**
 * How well `query` matches `text`, from 0 (not at all) to 1 (the same). The letters must come in
 * order; those at the start of a word or in a row count most, so `hd` finds "Harbor at dusk"
 * before "The old shed".
 */
export function fuzzyScore(text: string, query: string): number {
  const have = fold(text);
  const want = fold(query).replace(/\s+/g, "");
  if (want.length === 0) return 1;
  if (want.length > have.length) return 0;
  const best = bestPath(have, want);
  if (best <= 0) return 0;
  const share = best / (want.length * topPoints);
  // Among equal matches the shorter text is the closer one.
  return Math.min(1, share * (0.9 + 0.1 * (want.length / have.replace(/\s+/g, "").length)));
}

const topPoints = 10;
const inRow = 10;
const atWord = 9;
const anywhere = 0;
const none = Number.NEGATIVE_INFINITY;

/** The most points that a way of finding all of `want` in `have` can make. */
function bestPath(have: string, want: string): number {
  // points[j]: the best for the letters so far, with the last of them found at j.
  let points = new Array<number>(have.length).fill(none);
  for (let i = 0; i < want.length; i += 1) {
    const next = new Array<number>(have.length).fill(none);
    let before = i === 0 ? 0 : none;
    for (let j = 0; j < have.length; j += 1) {
      if (have[j] === want[i]) {
        const start = isWordStart(have, j);
        const jump = before + (start ? (i === 0 && j === 0 ? topPoints : atWord) : anywhere);
        const row = i > 0 && j > 0 ? (points[j - 1] ?? none) + inRow : none;
        next[j] = Math.max(jump, row);
      }
      if (i > 0) before = Math.max(before, points[j] ?? none);
    }
    points = next;
  }
  return Math.max(none, ...points);
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

/** Case and accents don't matter to someone who types in a hurry. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The items that match, best first; those that match alike stay in the order they came. */
export function fuzzyRank<Item>(
  items: readonly Item[],
  query: string,
  text: (item: Item) => string,
): Item[] {
  return items
    .map((item) => ({ item, score: fuzzyScore(text(item), query) }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** Below this the letters are only strewn over the text. */
const threshold = 0.4;

/**
 * The items that `query` calls by name: those of which it is a whole name first, then those of which it
 * begins one. A single letter calls nobody.
 */
export function called<Item>(
  items: readonly Item[],
  query: string,
  namesOf: (item: Item) => readonly string[],
): Item[] {
  const want = fold(query).trim();
  if (want.length < 2) return [];
  const names = (item: Item) => namesOf(item).map(fold);
  const exact = items.filter((item) => names(item).includes(want));
  const begun = items.filter((item) => names(item).some((name) => name.startsWith(want)));
  return [...new Set([...exact, ...begun])];
}
