import type { Lookup } from "./data";

type Named = Pick<Lookup, "key" | "values" | "projectId">;

/** What names stand for in a project, or outside of any: a project's own come before namesakes. */
export function namesFor<Each extends Named>(
  lookups: readonly Each[],
  projectId: string | null,
): Map<string, Each> {
  const names = new Map<string, Each>();
  for (const lookup of lookups) {
    const own = lookup.projectId ?? null;
    if (own !== null && own !== projectId) continue;
    if (own !== null || !names.has(lookup.key)) names.set(lookup.key, lookup);
  }
  return names;
}

interface Resolved {
  /** Each text once, with the lookups that led to it; none for one of the lookup's own. */
  values: readonly { text: string; through: readonly string[] }[];
  /** Names that lead back to themselves and are left out. */
  loops: readonly string[];
}

/**
 * What a lookup stands for in a prompt: a value that is the name of a lookup stands for its values,
 * and one with a `\` before it for itself. More than `most` aren't looked for.
 */
export function resolve(
  values: readonly string[],
  key: string,
  names: ReadonlyMap<string, Named>,
  most: number,
): Resolved {
  const found = new Map<string, readonly string[]>();
  const loops = new Set<string>();
  const walk = (texts: readonly string[], through: readonly string[]) => {
    for (const text of texts) {
      if (found.size >= most) return;
      const nested = names.get(text);
      if (text === key || through.includes(text)) loops.add(text);
      else if (nested) walk(nested.values, [...through, text]);
      else {
        const plain = text.startsWith("\\") && names.has(text.slice(1)) ? text.slice(1) : text;
        if (!found.has(plain)) found.set(plain, through);
      }
    }
  };
  walk(values, []);
  return {
    values: [...found].map(([text, through]) => ({ text, through })),
    loops: [...loops],
  };
}
