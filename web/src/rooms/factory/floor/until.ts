/** How long it is until a moment: `40 seconds`, `about 3 minutes`; empty once it has passed. */
export function untilText(moment: string | null, now: number): string {
  if (moment === null) return "";
  const seconds = Math.ceil((Date.parse(moment) - now) / 1000);
  if (Number.isNaN(seconds) || seconds <= 0) return "";
  if (seconds < 90) return `up to ${seconds} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}
