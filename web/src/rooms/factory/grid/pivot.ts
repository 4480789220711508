import { axisName } from "../axis-name";

/** What an order was expanded over: a name and all its values. */
export interface Axis {
  name: string;
  values: readonly string[];
}

/** How the axes of an order are laid out; numbers are places in its list of axes. */
export interface Arrangement {
  across: number | null;
  down: number | null;
  /** Axes of which each value has a table of its own. */
  apart: readonly number[];
  /** Of the other axes the value that is shown. */
  fixed: Readonly<Record<number, string>>;
}

interface Placed {
  axes: readonly string[];
}

export interface Table<Item> {
  /** The values of the axes that are apart, by which the table is known. */
  apart: readonly string[];
  columns: readonly string[];
  rows: readonly string[];
  /** By row and column; several where an axis isn't shown, or where an order repeats itself. */
  cells: readonly (readonly (readonly Item[])[])[];
}

/** The axes as the server has them; what isn't one is left out. */
export function axesOf(value: unknown): Axis[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((axis: unknown) => {
    if (typeof axis !== "object" || axis === null) return [];
    const { name, values } = axis as Record<string, unknown>;
    if (typeof name !== "string" || !Array.isArray(values)) return [];
    const own = [...new Set(values.map(String))];
    return [{ name: axisName(name, own), values: own }];
  });
}

/** The two longest axes across and down, the first value of each other one. */
export function arrange(axes: readonly Axis[]): Arrangement {
  const byLength = axes
    .map(({ values }, index) => ({ index, length: values.length }))
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length || a.index - b.index);
  const across = byLength[0]?.index ?? (axes.length > 0 ? 0 : null);
  const down = byLength[1]?.index ?? null;
  return fixedFor(axes, { across, down, apart: [], fixed: {} });
}

/** Lays an axis out another way; one that had that place takes the place that it leaves. */
export function rearranged(
  axes: readonly Axis[],
  before: Arrangement,
  axis: number,
  to: "across" | "down" | "apart" | "fixed",
): Arrangement {
  const was =
    before.across === axis
      ? "across"
      : before.down === axis
        ? "down"
        : before.apart.includes(axis)
          ? "apart"
          : "fixed";
  if (was === to) return before;
  const holder = to === "across" ? before.across : to === "down" ? before.down : null;
  const apart = before.apart.filter((other) => other !== axis);
  const next: Arrangement = {
    across: before.across === axis ? null : before.across,
    down: before.down === axis ? null : before.down,
    apart,
    fixed: before.fixed,
  };
  const put = (which: number, place: typeof was, on: Arrangement): Arrangement => {
    if (place === "across") return { ...on, across: which };
    if (place === "down") return { ...on, down: which };
    if (place === "apart") return { ...on, apart: [...on.apart, which].sort((a, b) => a - b) };
    return on;
  };
  const moved = put(axis, to, next);
  return fixedFor(axes, holder === null ? moved : put(holder, was, moved));
}

/** Gives each axis that is not laid out the value that it had, or its first. */
function fixedFor(axes: readonly Axis[], arrangement: Arrangement): Arrangement {
  const { across, down, apart } = arrangement;
  const fixed: Record<number, string> = {};
  for (const [index, { values }] of axes.entries()) {
    if (index === across || index === down || apart.includes(index)) continue;
    const value = arrangement.fixed[index] ?? values[0];
    if (value !== undefined) fixed[index] = value;
  }
  return { ...arrangement, fixed };
}

/** Items as tables: one, or one for each combination of the axes that are apart. */
export function pivot<Item extends Placed>(
  axes: readonly Axis[],
  items: readonly Item[],
  { across, down, apart, fixed }: Arrangement,
): Table<Item>[] {
  const shown = items.filter((item) =>
    // An item without a value on an axis belongs to all of it.
    Object.entries(fixed).every(([axis, value]) => {
      const own = item.axes[Number(axis)] ?? "";
      return own === "" || own === value;
    }),
  );
  // Some items may have no value on an axis, as where a list stands inside another: they get a place.
  const valuesOf = (axis: number | null) => {
    const values = axis === null ? [""] : (axes[axis]?.values ?? []);
    const lacks = axis !== null && shown.some((item) => (item.axes[axis] ?? "") === "");
    return lacks && !values.includes("") ? [...values, ""] : values;
  };
  const [columns, rows] = [valuesOf(across), valuesOf(down)];
  const cellsBy = new Map<string, Item[]>();
  const keyOf = (values: readonly string[]) => JSON.stringify(values);
  const on = (item: Item, axis: number | null) => (axis === null ? "" : (item.axes[axis] ?? ""));
  for (const item of shown) {
    const key = keyOf([...apart.map((axis) => on(item, axis)), on(item, down), on(item, across)]);
    const cell = cellsBy.get(key);
    if (cell === undefined) cellsBy.set(key, [item]);
    else cell.push(item);
  }
  return combinations(apart.map(valuesOf)).map((values) => ({
    apart: values,
    columns,
    rows,
    cells: rows.map((row) =>
      columns.map((column) => cellsBy.get(keyOf([...values, row, column])) ?? []),
    ),
  }));
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (before, values) => before.flatMap((some) => values.map((value) => [...some, value])),
    [[]],
  );
}
