import { fuzzyRank } from "@/patterns/fuzzy";
import type { Syntax } from "./draft";

export interface Choice {
  /** What is put into the text. */
  insert: string;
  label: string;
  /** How many values it stands for; null for what was named before. */
  size: number | null;
}

export interface Completion {
  /** What is replaced, in UTF-16 units. */
  start: number;
  end: number;
  choices: readonly Choice[];
}

interface Known {
  key: string;
  size: number;
}

const most = 8;
const nameable = /^[\p{L}\p{N}_*/-]*$/u;

/** What could be put where the caret is: a lookup after `[`, a name used before after `[=`. */
export function completionAt(
  text: string,
  caret: number,
  syntax: Syntax,
  lookups: readonly Known[],
): Completion | null {
  if (syntax === "EXPANDO") return inBrackets(text, caret, lookups);
  return syntax === "DYNAMIC_PROMPTS" ? inUnderscores(text, caret, lookups) : null;
}

function inBrackets(text: string, caret: number, lookups: readonly Known[]): Completion | null {
  const open = openBracket(text, caret);
  if (open === null) return null;
  const inside = text.slice(open + 1, caret);
  if (inside.startsWith("=")) {
    const query = inside.slice(1);
    if (!nameable.test(query)) return null;
    const names = namesBefore(text.slice(0, open), lookups);
    return completion(open + 2, caret, fuzzyRank(names, query, String), (name) => ({
      insert: closed(text, caret, name),
      label: `=${name}`,
      size: null,
    }));
  }
  // The last option: behind a label, a comma, a bar or a weight.
  const typed = /(?:^|[,|]|=|::)\s*([^,|=:]*)$/.exec(inside)?.[1];
  if (typed === undefined || !nameable.test(typed)) return null;
  return completion(caret - typed.length, caret, ranked(lookups, typed), ({ key, size }) => ({
    insert: closed(text, caret, key),
    label: key,
    size,
  }));
}

function inUnderscores(text: string, caret: number, lookups: readonly Known[]): Completion | null {
  const before = text.slice(0, caret);
  const open = before.lastIndexOf("__");
  // The second, fourth … pair closes what the one before opened.
  if (open < 0 || (before.split("__").length - 1) % 2 === 0) return null;
  const query = before.slice(open + 2);
  if (!nameable.test(query)) return null;
  return completion(open + 2, caret, ranked(lookups, query), ({ key, size }) => ({
    insert: text.startsWith("__", caret) ? key : `${key}__`,
    label: key,
    size,
  }));
}

function ranked(lookups: readonly Known[], query: string): Known[] {
  return fuzzyRank(lookups, query, ({ key }) => key);
}

function completion<Item>(
  start: number,
  end: number,
  items: readonly Item[],
  choice: (item: Item) => Choice,
): Completion | null {
  return items.length === 0 ? null : { start, end, choices: items.slice(0, most).map(choice) };
}

/** With the bracket that closes the token, unless it goes on. */
function closed(text: string, caret: number, name: string): string {
  return /^\s*[\],|:]/.test(text.slice(caret)) ? name : `${name}]`;
}

/** Where the token begins that the caret is in. */
function openBracket(text: string, caret: number): number | null {
  let open: number | null = null;
  for (let at = 0; at < caret; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "[") open = at;
    else if (character === "]") open = null;
  }
  return open;
}

/** The labels and lookups that tokens have named, the latest first. */
export function namesBefore(text: string, lookups: readonly Known[]): string[] {
  const keys = new Set(lookups.map(({ key }) => key));
  const names: string[] = [];
  for (const [, inside = ""] of text.matchAll(/(?<!\\)\[((?:\\.|[^\]\\])*)\]/g)) {
    const label = /^\s*([\p{L}][\p{L}\p{N}_-]*)=/u.exec(inside)?.[1];
    if (label !== undefined) names.push(label);
    else {
      const options = inside.split(/[,|]/).map((option) => option.trim());
      names.push(
        ...options.filter((option) => keys.has(option) || keys.has(option.replace(/_\d+$/, ""))),
      );
    }
  }
  return [...new Set(names.reverse())];
}
