const dayMs = 86_400_000;

/** `Today`, `Yesterday`, else `Sat 21 November`, with the year where it is another. Days are UTC. */
export function dayTitle(day: string, today: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  if (day === today) return "Today";
  if (at === Date.parse(`${today}T00:00:00Z`) - dayMs) return "Yesterday";
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "long",
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  })
    .format(at)
    .replace(",", "");
}

/** `Nov 2026`, for the side of the scrollbar. */
export function monthTitle(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    month: "short",
    year: "numeric",
  }).format(at);
}

/** The UTC day of a moment, as the server counts days. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
