/** How a setting is shown and typed. */
export interface Kind {
  label: string;
  /** What is behind the field: days, seconds. */
  unit: string;
  section: "keeping" | "orders" | "others";
  /** What may be chosen, where not everything may. */
  options?: readonly { value: string; label: string }[];
  /** As it is typed. */
  show: (value: unknown) => string;
  /** What is typed as a value; undefined where it is none. */
  read: (text: string) => unknown;
  hint: string;
}

const millionths = 1_000_000;

function whole(text: string): number | undefined {
  const given = text.trim();
  return /^\d+$/.test(given) && Number(given) > 0 && Number.isSafeInteger(Number(given))
    ? Number(given)
    : undefined;
}

const number = (label: string, unit: string, section: Kind["section"]): Kind => ({
  label,
  unit,
  section,
  show: (value) => (typeof value === "number" ? String(value) : ""),
  read: whole,
  hint: "",
});

const budget: Kind = {
  label: "Budget of a month",
  unit: "",
  section: "orders",
  show: (value) => (typeof value === "number" ? String(value / millionths) : ""),
  read: (text) => {
    const given = text.trim().replace(",", ".");
    if (given === "") return null;
    if (!/^\d+(\.\d+)?$/.test(given)) return undefined;
    const micros = Math.round(Number(given) * millionths);
    return Number.isSafeInteger(micros) ? micros : undefined;
  },
  hint: "In units of the currency. Orders that would go beyond it are refused; nothing is no limit.",
};

const syntax: Kind = {
  label: "Syntax of new orders",
  unit: "",
  section: "orders",
  options: [
    { value: "expando", label: "[brackets]" },
    { value: "dynamicprompts", label: "{braces}" },
    { value: "plain", label: "Plain" },
  ],
  show: (value) => (typeof value === "string" ? value : ""),
  read: (text) => text,
  hint: "",
};

const known: Readonly<Record<string, Kind>> = {
  "retention.log_days": number("Keep the logs of items", "days", "keeping"),
  "retention.deleted_days": number("Keep what is in the bin", "days", "keeping"),
  "orders.max_items": number("Items of an order, unasked", "", "orders"),
  "orders.max_attempts": number("Attempts of an item", "", "orders"),
  "orders.month_budget_micros": budget,
  "expansion.syntax": syntax,
  "webhooks.tolerance_seconds": number("Age of a webhook at most", "seconds", "others"),
};

/** What this page doesn't know is written as JSON. */
export function kindOf(key: string): Kind {
  return (
    known[key] ?? {
      label: key,
      unit: "",
      section: "others",
      show: (value) => JSON.stringify(value ?? null),
      read: readJson,
      hint: "As JSON.",
    }
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
