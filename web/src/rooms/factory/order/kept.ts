import { type Draft, empty } from "./draft";

const place = (tenant: string) => `atelier.factory.draft.${tenant}`;

/**
 * What was being written in this tab, in the same tenant; going elsewhere doesn't lose it. More items
 * than usual were agreed to for that time only.
 */
export function keptDraft(tenant: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(tenant)) ?? "null");
    return typeof kept === "object" && kept !== null ? { ...empty, ...kept, limit: null } : null;
  } catch {
    return null;
  }
}

export function keepDraft(tenant: string, draft: Draft) {
  try {
    sessionStorage.setItem(place(tenant), JSON.stringify(draft));
  } catch {
    // A full store only means that the draft is gone with the page.
  }
}
