/** Equality of JSON values; the order of an object's keys means nothing. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
}

export interface Clash<Field extends string> {
  field: Field;
  mine: unknown;
  theirs: unknown;
}

/**
 * An edit that was made while looking at `base`, put on top of what somebody else wrote since:
 * what can be saved as it is, and the fields that both changed, and differently.
 */
export function rebase<Noun extends object, Edit extends Partial<Noun>>(
  base: Noun,
  edit: Edit,
  theirs: Noun,
): { rest: Partial<Edit>; clashes: Clash<keyof Edit & string>[] } {
  const rest: Partial<Edit> = {};
  const clashes: Clash<keyof Edit & string>[] = [];
  for (const field of Object.keys(edit) as (keyof Edit & keyof Noun & string)[]) {
    const [before, mine, now] = [base[field], edit[field], theirs[field]];
    if (same(mine, now)) continue;
    if (same(before, now)) rest[field] = edit[field];
    else clashes.push({ field, mine, theirs: now });
  }
  return { rest, clashes };
}

/**
 * Two edits of one list made one: what either took out is out, what either put in is in, in my
 * order with theirs behind. `keyOf` says which rows are the same one; of a row that both changed
 * mine stays, as `mergeBrief` has asked before.
 */
export function mergeLists<Row>(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const keys = (rows: readonly Row[]) => new Set(rows.map(keyOf));
  const [before, ours, others] = [keys(base), keys(mine), keys(theirs)];
  const original = new Map(base.map((row) => [keyOf(row), row]));
  const changedByThem = new Map(theirs.map((row) => [keyOf(row), row]));
  const kept = mine
    .filter((row) => !before.has(keyOf(row)) || others.has(keyOf(row)))
    .map((row) => {
      const key = keyOf(row);
      const untouched = same(row, original.get(key));
      return untouched ? (changedByThem.get(key) ?? row) : row;
    });
  const added = theirs.filter((row) => !before.has(keyOf(row)) && !ours.has(keyOf(row)));
  return [...kept, ...added];
}
