/** Where a picture hangs, in pixels from the corner of the wall. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A row: its first picture, the one after its last, and where it hangs. */
interface Row {
  first: number;
  end: number;
  top: number;
  height: number;
}

export interface WallLayout {
  places: readonly Place[];
  rows: readonly Row[];
  /** Of the whole, so that the scrollbar is right before all is read. */
  height: number;
}

const gap = 6;
/** What is narrower or wider than this is cropped, or it would be a thread in its row. */
const [narrowest, widest] = [0.4, 3.2];
const square = 1;

/** Width over height; of what has no measures, or isn't read yet, a square. */
export function ratioOf(width: number | null | undefined, height: number | null | undefined) {
  if (!width || !height) return square;
  return Math.min(widest, Math.max(narrowest, width / height));
}

/**
 * Hangs pictures in rows that fill the width, uncropped, as near as can be to one height. What is
 * not read yet hangs as squares below, so nothing above moves when it comes.
 */
export function layoutOf(
  width: number,
  ratios: readonly (number | undefined)[],
  total: number,
): WallLayout {
  if (width <= 0) return { places: [], rows: [], height: 0 };
  const target = width < 640 ? 112 : 208;
  const places: Place[] = [];
  const rows: Row[] = [];
  let [first, top, sum] = [0, 0, 0];
  const hang = (end: number, height: number, full = true) => {
    let left = 0;
    for (let index = first; index < end; index += 1) {
      const rest = width - left;
      const own = Math.floor(height * (ratios[index] ?? square));
      // Rounding leaves a few pixels, which the last of a row takes, so that the edge is straight.
      const wide = full && index === end - 1 ? rest : Math.min(own, rest);
      places.push({ left, top, width: Math.max(1, wide), height });
      left += wide + gap;
    }
    rows.push({ first, end, top, height });
    [first, top, sum] = [end, top + height + gap, 0];
  };
  const heightOf = (count: number, ratio: number) => (width - gap * (count - 1)) / ratio;
  for (let index = 0; index < total; index += 1) {
    const ratio = ratios[index] ?? square;
    const [without, within] = [
      heightOf(index - first, sum),
      heightOf(index - first + 1, sum + ratio),
    ];
    // One more would make the row lower than it is now too high.
    if (index > first && target - within > without - target) {
      hang(index, Math.floor(without));
    }
    sum += ratio;
    const height = heightOf(index - first + 1, sum);
    if (height <= target) hang(index + 1, Math.max(1, Math.floor(height)));
  }
  // A row that nothing fills keeps the height of the others, and ends where its pictures do.
  if (first < total) hang(total, Math.floor(Math.min(target, heightOf(total - first, sum))), false);
  return { places, rows, height: Math.max(0, top - gap) };
}

/** The pictures that may be seen, with some around them: the first, and the one after the last. */
export function visible(
  { rows }: WallLayout,
  scrollTop: number,
  viewHeight: number,
): { first: number; end: number } {
  const around = 500;
  const from = rowAt(rows, scrollTop - around);
  const to = rowAt(rows, scrollTop + viewHeight + around);
  return { first: rows[from]?.first ?? 0, end: rows[to]?.end ?? 0 };
}

/** The row at a height, or the nearest one. */
function rowAt(rows: readonly Row[], top: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.top ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Where an arrow key leads; null where there is nothing. */
export function step(key: string, index: number, { places, rows }: WallLayout): number | null {
  const total = places.length;
  if (key === "ArrowUp" || key === "ArrowDown") {
    const at = rows.findIndex(({ first, end }) => first <= index && index < end);
    const row = rows[at + (key === "ArrowUp" ? -1 : 1)];
    const here = places[index];
    return row === undefined || here === undefined ? null : nearest(row, places, middleOf(here));
  }
  const by: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
  const next = key === "Home" ? 0 : key === "End" ? total - 1 : index + (by[key] ?? 0);
  return next === index || next < 0 || next >= total ? null : next;
}

const middleOf = ({ left, width }: Place) => left + width / 2;

function nearest({ first, end }: Row, places: readonly Place[], middle: number): number {
  let best = first;
  let least = Number.POSITIVE_INFINITY;
  for (let index = first; index < end; index += 1) {
    const place = places[index];
    const far = place === undefined ? least : Math.abs(middleOf(place) - middle);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}
