const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, short enough for a table: `now`, `5m`, `3h`, `2d`, then the date. */
export function ago(timestamp: string, now: number): string {
  const at = Date.parse(timestamp);
  if (Number.isNaN(at)) return "";
  const past = now - at;
  if (past < minute) return "now";
  if (past < hour) return `${Math.floor(past / minute)}m`;
  if (past < day) return `${Math.floor(past / hour)}h`;
  if (past < 7 * day) return `${Math.floor(past / day)}d`;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** The whole moment, for a tooltip or a detail: `21 Nov 2026, 09:30`. */
export function moment(timestamp: string): string {
  const at = Date.parse(timestamp);
  if (Number.isNaN(at)) return "";
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** A wait in words: `40 seconds`, `2 minutes`. */
export function wait(seconds: number): string {
  if (seconds < 60) return count(Math.max(1, Math.ceil(seconds)), "second");
  return count(Math.ceil(seconds / 60), "minute");
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}

/** The timestamp `days` from `now`, as the API writes them. */
export function daysFrom(now: number, days: number): string {
  return new Date(now + days * day).toISOString();
}
