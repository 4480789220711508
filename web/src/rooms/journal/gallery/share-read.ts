/** Hundredths that are done, of the most that waited at once; unknown until the first one is. */
export function shareRead(most: number, left: number): number | undefined {
  if (most <= 0 || left >= most) return undefined;
  return Math.round(((most - left) / most) * 100);
}
