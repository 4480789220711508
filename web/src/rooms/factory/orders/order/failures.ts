import type { Item } from "../data";

export interface FailureGroup {
  category: string;
  title: string;
  message: string;
  /** What a person can do about it. */
  action: string;
  items: readonly Item[];
}

/** Failed items that failed alike, the most frequent first. */
export function failuresOf(items: readonly Item[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup & { items: Item[] }>();
  for (const item of items) {
    if (item.status !== "FAILED") continue;
    const category = item.errorCategory ?? "UNKNOWN";
    const title = item.errorTitle || categoryLabel(category);
    const message = item.errorMessage ?? "";
    const key = [category, title, message].join("\n");
    const group = groups.get(key);
    if (group) group.items.push(item);
    else
      groups.set(key, { category, title, message, action: item.errorAction ?? "", items: [item] });
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
}

const labels: Readonly<Record<string, string>> = {
  TRANSIENT: "It failed in passing",
  RATE_LIMITED: "Too many requests",
  NETWORK: "The provider wasn’t reached",
  FILE_SYSTEM: "A file couldn’t be kept",
  PROVIDER_OUTAGE: "The provider is down",
  AUTHENTICATION: "The key was refused",
  VALIDATION: "The request was refused",
  CONTENT_POLICY: "The content was refused",
  UNKNOWN: "It failed",
};

function categoryLabel(category: string): string {
  return labels[category] ?? "It failed";
}
