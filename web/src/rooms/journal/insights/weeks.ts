interface Week {
  week: string;
  minutes: number;
}

const weekMs = 7 * 86_400_000;

/** The weeks between the first and the last without a gap; at most the last `limit` of them. */
export function withoutGaps(weeks: readonly Week[], limit: number): Week[] {
  const known = new Map(weeks.map(({ week, minutes }) => [Date.parse(week), minutes]));
  const times = [...known.keys()].filter((time) => !Number.isNaN(time));
  if (times.length === 0) return [];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const count = Math.min(limit, Math.round((last - first) / weekMs) + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = last - (count - 1 - index) * weekMs;
    return { week: new Date(at).toISOString().slice(0, 10), minutes: known.get(at) ?? 0 };
  });
}

/** A round number of hours, a little over the most of a week, to measure bars against. */
export function ceilingHours(minutes: number): number {
  const hours = Math.max(1, minutes / 60);
  const step = 10 ** Math.floor(Math.log10(hours));
  return [1, 2, 5, 10].map((factor) => factor * step).find((round) => round >= hours) ?? hours;
}
