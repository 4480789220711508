/** Up to two letters that stand for a name in an avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (firstLetter(first) + (last === undefined ? "" : firstLetter(last))).toUpperCase();
}

function firstLetter(word: string): string {
  return [...word][0] ?? "";
}

const pigments = [
  "ultramarine",
  "vermilion",
  "ochre",
  "verdigris",
  "madder",
  "umber",
  "sap",
  "violet",
] as const;
export type Pigment = (typeof pigments)[number];

/** Chosen so that the usual types of project come out in different colours. */
const seed = 2178;

/** The same text always gets the same pigment, on every machine. */
export function pigmentOf(text: string): Pigment {
  let hash = seed;
  for (const character of text.toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  }
  // The low bits of the sum follow the last letters closely; this stirs all of them in.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return pigments[(hash >>> 16) % pigments.length] ?? "ultramarine";
}
