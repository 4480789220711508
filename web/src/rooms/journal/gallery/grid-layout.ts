/** The measures of a grid of equal squares. All of it is known before a single picture is. */
export interface GridLayout {
  columns: number;
  /** Edge of a square, in pixels. */
  edge: number;
  gap: number;
  /** Of the whole, so that the scrollbar is exact. */
  height: number;
}

const gap = 6;
const widest = 200;

export function layoutOf(width: number, total: number): GridLayout {
  const columns = Math.max(3, Math.ceil((width + gap) / (widest + gap)));
  const edge = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns));
  const rows = Math.ceil(total / columns);
  return { columns, edge, gap, height: rows === 0 ? 0 : rows * (edge + gap) - gap };
}

/** The squares that may be seen, with some rows around them: the first, and the one after the last. */
export function visible(
  { columns, edge, gap: space }: GridLayout,
  total: number,
  scrollTop: number,
  viewHeight: number,
): { first: number; end: number } {
  const around = 2;
  const row = edge + space;
  const from = Math.max(0, Math.floor(scrollTop / row) - around);
  const to = Math.ceil((scrollTop + viewHeight) / row) + around;
  return { first: Math.min(total, from * columns), end: Math.min(total, to * columns) };
}

export function placeOfTile(
  { columns, edge, gap: space }: GridLayout,
  index: number,
): { left: number; top: number } {
  return {
    left: (index % columns) * (edge + space),
    top: Math.floor(index / columns) * (edge + space),
  };
}

/** Where an arrow key leads; null where there is nothing. */
export function step(key: string, index: number, columns: number, total: number): number | null {
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  const next = key === "Home" ? 0 : key === "End" ? total - 1 : index + (by[key] ?? 0);
  return next === index || next < 0 || next >= total ? null : next;
}
