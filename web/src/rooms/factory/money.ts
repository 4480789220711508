/** An amount in units of its currency, for people: `US$0.04`, `€1,200.00`; of credits `12 credits`. */
export function money(amount: number, currency: string): string {
  // Less than a cent is what one picture often costs.
  const digits = amount !== 0 && Math.abs(amount) < 0.1 ? 4 : 2;
  try {
    return new Intl.NumberFormat("en-GB", {
      style: "currency",
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: digits,
    }).format(amount);
  } catch {
    return `${amount.toLocaleString("en-GB", { maximumFractionDigits: digits })} ${currency}`.trim();
  }
}

/** A whole number that may be larger than a computer's: `1,000,000,000,000`. */
export function large(decimal: string): string {
  return /^\d+$/.test(decimal) ? BigInt(decimal).toLocaleString("en-GB") : decimal;
}

/** How long something will take: `under a minute`, `12 min`, `2 h 5 min`. */
export function estimate(seconds: number): string {
  if (seconds < 60) return "under a minute";
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}
