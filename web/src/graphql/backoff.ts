const firstMs = 1000;
const longestMs = 30_000;

/**
 * How long to wait before trying again for the `attempt`th time, counted from 0. `spread` is a
 * number from 0 to 1 that keeps all browsers of a studio from coming back in the same moment.
 */
export function backoffMs(attempt: number, spread: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** attempt);
  return Math.round(full * (0.5 + spread / 2));
}
