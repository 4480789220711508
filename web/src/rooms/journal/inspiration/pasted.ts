import type { NewInspiration } from "./data";

/** A text as what it is: an address, or words with the tags that are in them. */
export function ideaOf(text: string): NewInspiration | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const tags = tagsIn(trimmed);
  const address = /^https?:\/\/\S+$/i.exec(trimmed)?.[0];
  if (address !== undefined)
    return { type: "TEXT", title: addressTitle(address), sourceUrl: address, tags: [] };
  const link = /https?:\/\/[^\s<>"]+/i.exec(trimmed)?.[0];
  return { type: "TEXT", text: trimmed, tags, ...(link !== undefined && { sourceUrl: link }) };
}

/** `#harbor light` has one tag. */
export function tagsIn(text: string): string[] {
  const found = [...text.matchAll(/(?:^|\s)#([\p{L}\p{N}_-]{1,40})/gu)].map(([, tag]) =>
    (tag ?? "").toLowerCase(),
  );
  return [...new Set(found)];
}

/** The part of an address that says most: `example.org/harbor`. */
function addressTitle(address: string): string {
  try {
    const { hostname, pathname } = new URL(address);
    return `${hostname.replace(/^www\./, "")}${pathname === "/" ? "" : pathname}`.slice(0, 200);
  } catch {
    return address.slice(0, 200);
  }
}

/** Whether an address leads to a page, not to a script. */
export function safeLink(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

/** A file's name as a title: without its ending, and nothing for a name that no person gave it. */
export function titleOf(fileName: string): string {
  const name = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/[_]+/g, " ")
    .trim();
  const byMachine = /^(image|img|dsc[fn]?|pxl|screenshot|scan|photo)?[\s\d_.-]*$/i;
  return byMachine.test(name) ? "" : name.slice(0, 200);
}
