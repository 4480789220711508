import type { Axis } from "./pivot";

interface Made {
  axes: readonly string[];
  parameters: unknown;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/**
 * The axes of an order with those of its parameters that were asked for in several values, and its
 * items with their values on all of them. A parameter that nobody asked for, as a seed that was
 * drawn, is none.
 */
export function withSwept<Item extends Made>(
  axes: readonly Axis[],
  asked: unknown,
  items: readonly Item[],
): { axes: Axis[]; items: Item[] } {
  const valueIn = (item: Item, name: string) => {
    const value = asRecord(item.parameters)[name];
    return value === undefined || value === null ? "" : String(value);
  };
  const swept = Object.keys(asRecord(asked))
    .map((name) => ({ name, values: [...new Set(items.map((item) => valueIn(item, name)))] }))
    .filter(({ values }) => values.length > 1)
    .map(({ name, values }) => ({ name, values: inOrder(values) }));
  if (swept.length === 0) return { axes: [...axes], items: [...items] };
  return {
    axes: [...axes, ...swept],
    items: items.map((item) => ({
      ...item,
      // An item may lack values at the end; those of the parameters have a fixed place.
      axes: [
        ...axes.map((_, at) => item.axes[at] ?? ""),
        ...swept.map(({ name }) => valueIn(item, name)),
      ],
    })),
  };
}

/** Numbers by size, words as they came. */
function inOrder(values: string[]): string[] {
  return values.every((value) => value !== "" && Number.isFinite(Number(value)))
    ? values.sort((a, b) => Number(a) - Number(b))
    : values;
}
