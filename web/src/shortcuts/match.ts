import { type ShortcutId, shortcutList } from "./registry";

/** The part of a keyboard event that a shortcut depends on. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Names a key press as the registry does: `mod+k`, `?`, `arrowdown`; null for a bare modifier. */
export function chord(press: KeyPress, mac: boolean): string | null {
  if (["Control", "Meta", "Shift", "Alt", "Dead"].includes(press.key)) return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || press.altKey) return null;
  const key = press.key.toLowerCase();
  // A sign such as `?` needs shift on some keyboards and not on others, so shift isn't named.
  const named = key.length > 1 || /[a-z]/.test(key);
  return [...(mod ? ["mod"] : []), ...(press.shiftKey && named ? ["shift"] : []), key].join("+");
}

/** The shortcuts that `pressed` completes, and whether it begins a longer one. */
export function match(pressed: readonly string[]): { hits: ShortcutId[]; begins: boolean } {
  const typed = pressed.join(" ");
  const hits: ShortcutId[] = [];
  let begins = false;
  for (const { id, keys } of shortcutList) {
    if (keys.includes(typed)) hits.push(id);
    if (keys.some((key) => key.startsWith(`${typed} `))) begins = true;
  }
  return { hits, begins };
}

const symbols: Readonly<Record<string, string>> = {
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  enter: "↵",
  escape: "Esc",
  space: "Space",
};

/** The caps to draw for one alternative: `mod+k` is `⌘ K` on a Mac and `Ctrl K` elsewhere. */
export function caps(keys: string, mac: boolean): string[] {
  return keys.split(" ").flatMap((step) =>
    step.split(/(?<=.)\+/).map((key) => {
      if (key === "mod") return mac ? "⌘" : "Ctrl";
      if (key === "shift") return mac ? "⇧" : "Shift";
      return symbols[key] ?? key.toUpperCase();
    }),
  );
}
