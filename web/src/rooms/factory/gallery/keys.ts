/** What a key asks of a wall of products. */
export type Command =
  | { to: "left" | "right" | "up" | "down" | "first" | "last"; extend: boolean }
  | { rate: number | null }
  | { act: "select" | "like" | "tag" | "collect" | "bin" | "clear" | "compare" };

interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const ways: Readonly<Record<string, "left" | "right" | "up" | "down" | "first" | "last">> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  k: "left",
  j: "right",
  Home: "first",
  End: "last",
};

type Act = Extract<Command, { act: unknown }>["act"];
const acts: Readonly<Record<string, Act>> = {
  x: "select",
  l: "like",
  t: "tag",
  c: "collect",
  v: "compare",
  Delete: "bin",
  Escape: "clear",
};

export function commandOf(press: Press): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const [way, act] = [ways[key], acts[key]];
  if (way !== undefined) return { to: way, extend: press.shiftKey };
  if (press.shiftKey) return null;
  if (/^[0-5]$/.test(key)) return { rate: Number(key) || null };
  return act === undefined ? null : { act };
}
