/** Something said about a stretch of a text; positions count characters, not UTF-16 units. */
export interface Said {
  /** None where it concerns the text as a whole. */
  start: number | null;
  end: number | null;
}

export interface Segment {
  /** Where it begins, in UTF-16 units. */
  start: number;
  text: string;
  look: "error" | "warning" | null;
}

/** A text cut where something is said about it. Where both are, the error is seen. */
export function segmentsOf(
  text: string,
  errors: readonly Said[],
  warnings: readonly Said[],
): Segment[] {
  const characters = [...text];
  const looks: Segment["look"][] = characters.map(() => null);
  for (const [look, said] of [
    ["warning", warnings],
    ["error", errors],
  ] as const) {
    for (const { start, end } of said) {
      if (start === null || end === null) continue;
      // What is missing has no width: the character before it is marked, or the one behind.
      const from = start < end ? start : Math.min(Math.max(0, start - 1), characters.length - 1);
      for (let at = Math.max(0, from); at < Math.max(end, from + 1); at += 1) {
        if (at < characters.length) looks[at] = look;
      }
    }
  }
  const segments: Segment[] = [];
  let start = 0;
  for (const [at, character] of characters.entries()) {
    const look = looks[at] ?? null;
    const last = segments.at(-1);
    if (last !== undefined && last.look === look) last.text += character;
    else segments.push({ start, text: character, look });
    start += character.length;
  }
  return segments;
}

/** A position in characters as one in UTF-16 units, which browsers count. */
export function unitsOf(text: string, characters: number): number {
  return [...text].slice(0, characters).join("").length;
}
