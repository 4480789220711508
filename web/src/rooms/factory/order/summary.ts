import { estimate, large, money } from "../money";
import type { Preview } from "./data";

/** What is in the bar: what it is, what it costs, how long it takes. */
export function summaryOf(preview: Preview): { things: string; cost: string; time: string } {
  const { count, images, estimatedCost, currency, pricedAt, estimatedSeconds } = preview;
  const items = `${large(count)} ${count === "1" ? "item" : "items"}`;
  const pictures = `${large(images)} ${images === "1" ? "image" : "images"}`;
  return {
    things: count === images ? pictures : `${items}, ${pictures}`,
    cost:
      estimatedCost === null || estimatedCost === undefined
        ? "price unknown"
        : estimatedCost === 0
          ? "free"
          : `${money(estimatedCost, currency)}${pricedAt ? `, prices of ${day(pricedAt)}` : ""}`,
    time: typeof estimatedSeconds === "number" ? `about ${estimate(estimatedSeconds)}` : "",
  };
}

function day(date: string): string {
  const at = Date.parse(date);
  return Number.isNaN(at)
    ? date
    : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(
        at,
      );
}

const mostUnasked = { cost: 1, items: 200n };

/** Whether to ask once more before an order is placed: it is dear, or it is large. */
export function needsConsent(preview: Preview): boolean {
  return (
    (preview.estimatedCost ?? 0) > mostUnasked.cost || BigInt(preview.count) > mostUnasked.items
  );
}

/** What an order would have, when it is refused for being too many; null where it isn't. */
export function tooMany(preview: Preview): string | null {
  const isOver = preview.errors.some(({ code }) => code.endsWith("limit_exceeded"));
  return isOver ? preview.count : null;
}
