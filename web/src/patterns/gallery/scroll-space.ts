/**
 * Browsers round, and then refuse, positions beyond some millions of pixels; a million pictures are
 * higher than that. So the page that scrolls is never higher than this, and the layout moves in it:
 * as far as the page while somebody scrolls, in proportion when the scrollbar is dragged.
 */
export const highest = 4_000_000;

export interface ScrollSpace {
  /** Where the window is in the layout. */
  top: number;
  /** Where the page was scrolled to then. */
  scroll: number;
}

/** How high the page that scrolls is, for a layout of `height`. */
export function spaceOf(height: number): number {
  return Math.min(height, highest);
}

/** What the page that is scrolled to `scroll` shows. */
export function moved(
  before: ScrollSpace,
  scroll: number,
  height: number,
  view: number,
): ScrollSpace {
  if (height <= highest) return { top: scroll, scroll };
  const [end, last] = [highest - view, height - view];
  if (scroll <= 0) return { top: 0, scroll };
  if (scroll >= end) return { top: last, scroll };
  const by = scroll - before.scroll;
  const top = Math.abs(by) < 2 * view ? before.top + by : (scroll / end) * last;
  return { top: Math.min(last, Math.max(0, top)), scroll };
}

/** Where the page has to be scrolled to for the layout to be seen from `top`. */
export function scrollFor(top: number, height: number, view: number): number {
  const last = Math.max(0, height - view);
  const wanted = Math.min(last, Math.max(0, top));
  if (height <= highest || last === 0) return wanted;
  return Math.round((wanted / last) * (highest - view));
}
