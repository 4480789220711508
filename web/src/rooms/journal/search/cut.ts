/** Cuts a text at ranges `[start, end]`; overlapping ones are one, and none reaches past the text. */
export function cut(
  text: string,
  ranges: readonly (readonly number[])[],
): { start: number; text: string; found: boolean }[] {
  const sorted = ranges
    .map(([start = 0, end = 0]) => [Math.max(0, start), Math.min(text.length, end)] as const)
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  const parts: { start: number; text: string; found: boolean }[] = [];
  let at = 0;
  const add = (end: number, found: boolean) => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), found });
    at = Math.max(at, end);
  };
  for (const [start, end] of sorted) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
