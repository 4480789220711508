import { layoutOf, type Place, step, type WallLayout } from "./wall-layout";

/** How products are shown: as squares, hung uncropped in rows, or one below the other. */
export type Look = "squares" | "wall" | "list";

/** How the products of one day are arranged, from the corner of their part of the page. */
export interface Shape {
  height: number;
  place: (index: number) => Place;
  /** The products of the rows that a stretch of the height cuts: the first, and the one after the last. */
  between: (from: number, to: number) => { first: number; end: number };
  /** The product above or below one; null where there is none. */
  beside: (index: number, rows: 1 | -1) => number | null;
}

const gap = 6;
const rowHeight = 60;
/** A longer day is shown as squares also on the wall: rows that depend on each other take too long. */
const longestWall = 20_000;

/** How many squares stand beside each other, and how wide one is. */
function columnsOf(width: number): { columns: number; tile: number } {
  const wanted = width < 640 ? 112 : 172;
  const columns = Math.max(width < 640 ? 3 : 2, Math.floor((width + gap) / (wanted + gap)));
  return { columns, tile: Math.max(1, Math.floor((width - gap * (columns - 1)) / columns)) };
}

/**
 * Arranges `count` products in `width` pixels. Widths over heights, where they are known, matter to
 * the wall only: everything else has its exact height before anything is read.
 */
export function shapeOf(
  look: Look,
  width: number,
  count: number,
  ratios: readonly (number | undefined)[] | undefined,
): Shape {
  if (look === "list") return even(count, 1, width, rowHeight - 1, 1);
  const { columns, tile } = columnsOf(width);
  if (look === "squares" || count > longestWall) return even(count, columns, tile, tile, gap);
  return wall(layoutOf(width, ratios ?? [], count));
}

/** The height of a day on the wall of which nothing is known: as of squares. */
export function guessedHeight(look: Look, width: number, count: number): number {
  if (look !== "wall" || count > longestWall) return shapeOf(look, width, count, undefined).height;
  const sample = layoutOf(width, [], Math.min(count, 100));
  const first = sample.rows[0];
  const across = first === undefined ? 1 : first.end - first.first;
  if (first === undefined || count <= 100) return sample.height;
  const rest = count % across;
  const last = rest === 0 ? first.height : layoutOf(width, [], rest).height;
  return (Math.ceil(count / across) - 1) * (first.height + gap) + last;
}

function even(count: number, columns: number, width: number, height: number, space: number): Shape {
  const rows = Math.ceil(count / columns);
  const rowOf = (top: number) => Math.floor(top / (height + space));
  return {
    height: Math.max(0, rows * (height + space) - space),
    place: (index) => ({
      left: (index % columns) * (width + space),
      top: Math.floor(index / columns) * (height + space),
      width,
      height,
    }),
    between: (from, to) => ({
      first: Math.min(count, Math.max(0, rowOf(from)) * columns),
      end: Math.min(count, Math.max(0, rowOf(to) + 1) * columns),
    }),
    beside: (index, by) => {
      const next = index + by * columns;
      if (next >= 0 && next < count) return next;
      // The last row may be shorter than the one above it.
      const isAbove = Math.floor(index / columns) < rows - 1;
      return by === 1 && isAbove ? count - 1 : null;
    },
  };
}

function wall(layout: WallLayout): Shape {
  const { places, rows, height } = layout;
  return {
    height,
    place: (index) => places[index] ?? { left: 0, top: 0, width: 1, height: 1 },
    between: (from, to) => {
      const first = rows.find((row) => row.top + row.height >= from)?.first ?? places.length;
      const end = rows.findLast((row) => row.top <= to)?.end ?? 0;
      return { first: Math.min(first, end), end };
    },
    beside: (index, by) => step(by === 1 ? "ArrowDown" : "ArrowUp", index, layout),
  };
}
