import { count } from "@/format/time";

/** What can be done to many products at once; as the server's `ProductsChange`, which takes one. */
export type BulkChange =
  | { liked: boolean }
  | { rating: number | null }
  | { addTag: string }
  | { removeTag: string }
  | { addToCollection: string }
  | { removeFromCollection: string }
  | { moveToProject: string }
  | { delete: true }
  | { restore: true };

/** A change that takes another back, as the server gives it. */
export interface TakeBack {
  ids: readonly string[];
  change: unknown;
}

/** The server takes so many at once. */
const most = 1000;

export function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += most) parts.push(ids.slice(at, at + most));
  return parts;
}

/** What to send to take changes back: the last first, in parts that the server takes. */
export function takenBack(undo: readonly TakeBack[]): { ids: string[]; change: BulkChange }[] {
  return undo
    .toReversed()
    .flatMap(({ ids, change }) =>
      isChange(change) ? inParts(ids).map((part) => ({ ids: part, change })) : [],
    );
}

const names = [
  "liked",
  "rating",
  "addTag",
  "removeTag",
  "addToCollection",
  "removeFromCollection",
  "moveToProject",
  "delete",
  "restore",
];

function isChange(value: unknown): value is BulkChange {
  if (typeof value !== "object" || value === null) return false;
  return Object.keys(value).some((name) => names.includes(name));
}

/** Says what was done: `12 products liked`. */
export function said(change: BulkChange, number: number, name = ""): string {
  const them = count(number, "product");
  if ("liked" in change) return change.liked ? `${them} liked` : `${them} no longer liked`;
  if ("rating" in change) {
    return change.rating === null
      ? `Rating taken off ${them}`
      : `${them} rated ${count(change.rating, "star")}`;
  }
  if ("addTag" in change) return `${them} tagged “${change.addTag}”`;
  if ("removeTag" in change) return `“${change.removeTag}” taken off ${them}`;
  if ("addToCollection" in change) return `${them} added to “${name}”`;
  if ("removeFromCollection" in change) return `${them} taken out of “${name}”`;
  if ("moveToProject" in change) return `${them} moved to “${name}”`;
  if ("delete" in change) return `${them} put into the bin`;
  return `${them} restored`;
}
