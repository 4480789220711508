const dayMs = 86_400_000;

/** `1 h 15 min`, `45 min`, `2 h`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `1:05`, `61:40`; time on a recorder. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The local day of a moment, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When a studio's day is another one: work in the small hours counts to the day before. */
export interface DayRules {
  dayStartsAtHour: number;
  /** As `Europe/Berlin`; the browser's own when it is not known. */
  timeZone?: string;
}

/** The studio's day of a moment, `YYYY-MM-DD`. */
export function studioDay(at: number, { dayStartsAtHour, timeZone }: DayRules): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return parts.format(at - dayStartsAtHour * 3_600_000);
}

/** `Today`, `Yesterday`, else `Saturday 21 November`, with the year where it is another. */
export function dayTitle(day: string, today: string): string {
  if (day === today) return "Today";
  const at = Date.parse(`${day}T12:00:00`);
  if (Number.isNaN(at)) return day;
  if (dayOf(at + dayMs) === today) return "Yesterday";
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const title = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
  return title.replace(",", "");
}

/** A date without a time: `21 Nov 2026`. */
export function date(day: string): string {
  const at = Date.parse(`${day.slice(0, 10)}T12:00:00`);
  return Number.isNaN(at)
    ? day
    : new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }).format(at);
}

/** `in 3 days`, `today`, `2 days ago`. */
export function dueIn(day: string, now: number): string {
  const days = Math.round((Date.parse(day.slice(0, 10)) - Date.parse(dayOf(now))) / dayMs);
  if (Number.isNaN(days)) return "";
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Money as the server writes it, for people: `€1,200.00`. */
export function money(budget: { amount: string; currency: string }): string {
  const amount = Number(budget.amount);
  if (!Number.isFinite(amount)) return `${budget.amount} ${budget.currency}`;
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency: budget.currency }).format(
      amount,
    );
  } catch {
    return `${budget.amount} ${budget.currency}`;
  }
}

/** `1.4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
