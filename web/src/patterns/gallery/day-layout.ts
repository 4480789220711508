/** A day, `2026-11-21`, and how many things there are of it. */
export interface Day {
  day: string;
  count: number;
}

/** Where a day stands on a page of days. */
export interface Section extends Day {
  /** How many things stand above it. */
  first: number;
  /** Of its title, in pixels of the whole. */
  top: number;
  /** Of its things, without the title. */
  body: number;
}

export interface Page {
  sections: readonly Section[];
  total: number;
  height: number;
}

export const titleHeight = 40;
const space = 12;

/** Puts days below each other. The height is known from the counts, before anything is read. */
export function pageOf(days: readonly Day[], bodyOf: (day: Day) => number): Page {
  const sections: Section[] = [];
  let [top, first] = [0, 0];
  for (const day of days) {
    if (day.count <= 0) continue;
    const body = bodyOf(day);
    sections.push({ ...day, first, top, body });
    top += titleHeight + body + space;
    first += day.count;
  }
  return { sections, total: first, height: top };
}

/** The last section for which `before` holds; it must hold for all before it too. */
function lastWhere(sections: readonly Section[], before: (section: Section) => boolean): number {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const section = sections[middle];
    if (section !== undefined && before(section)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The day at a height of the page. */
export function sectionAt({ sections }: Page, top: number): Section | undefined {
  return sections[lastWhere(sections, (section) => section.top <= top)];
}

/** The day of the thing with so many above it. */
export function sectionOf({ sections, total }: Page, index: number): Section | undefined {
  if (index < 0 || index >= total) return undefined;
  return sections[lastWhere(sections, ({ first }) => first <= index)];
}

/** The days that a stretch of the page cuts. */
export function sectionsBetween(page: Page, from: number, to: number): readonly Section[] {
  const { sections } = page;
  if (sections.length === 0) return [];
  const first = lastWhere(sections, (section) => section.top <= Math.max(0, from));
  const last = lastWhere(sections, (section) => section.top <= to);
  return sections.slice(first, last + 1);
}

/** A thing and how far it is below the top of the window: what must not move when a page changes. */
export interface Anchor {
  day: string;
  index: number;
  offset: number;
}

interface Mark {
  /** Of the day, at the edge of the page. */
  day: string;
  /** Share of the height, 0 at the top. */
  share: number;
}

/** Days to write beside the scrollbar: the first of each month, as many as have room. */
export function marksOf({ sections, height }: Page, viewHeight: number): Mark[] {
  const apart = viewHeight <= 0 ? 1 : 28 / viewHeight;
  const marks: Mark[] = [];
  let month = "";
  for (const { day, top } of sections) {
    const share = height <= 0 ? 0 : top / height;
    const last = marks.at(-1);
    if (day.slice(0, 7) === month) continue;
    month = day.slice(0, 7);
    if (last === undefined || share - last.share >= apart) marks.push({ day, share });
  }
  return marks;
}
