/** A lookup as a file has it. */
export interface Wildcard {
  fileName: string;
  key: string;
  values: readonly string[];
}

const mostKey = 100;
const mostValues = 10_000;

/** The name of a lookup for a file: a letter, then letters, digits, `_` and `-`. */
export function keyFor(fileName: string): string {
  const key = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/\.[^.]+$/, "")
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, "_")
    .replace(/^[^\p{L}]+/u, "")
    .replace(/_+$/, "");
  return [...key].slice(0, mostKey).join("");
}

/** The values of a lookup as they are edited: one a line, each once, without blank ones. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r\n|\r|\n/).map((line) => line.trim()))].filter(
    (line) => line !== "",
  );
}

/** A file of wildcards: one value a line; lines that begin with `#` are remarks. */
export function readWildcard(fileName: string, text: string): Wildcard {
  // A mark at its start says how a file is encoded, and belongs to no value.
  const values = linesOf(text.replace(/^\uFEFF/, "")).filter((line) => !line.startsWith("#"));
  return { fileName, key: keyFor(fileName), values };
}

/** Why a file can't become a lookup; null where it can. */
export function refuseWildcard({ key, values }: Wildcard): string | null {
  if (key === "") return "Its name has no letter that a lookup could begin with.";
  if (values.length === 0) return "It has no values.";
  return values.length > mostValues
    ? `It has ${values.length.toLocaleString("en-GB")} values; ${mostValues.toLocaleString("en-GB")} is the most.`
    : null;
}
