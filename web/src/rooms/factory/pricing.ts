import { money } from "./money";

/** What a model asks for a picture, as its provider told; empty where nobody knows. */
export function priceOf(pricing: unknown, isLocal: boolean): string {
  if (typeof pricing !== "object" || pricing === null) return isLocal ? "free" : "";
  const { per_image_micros: micros, currency } = pricing as Readonly<Record<string, unknown>>;
  if (typeof micros !== "number") return "";
  return `${money(micros / 1_000_000, typeof currency === "string" ? currency : "USD")} an image`;
}
