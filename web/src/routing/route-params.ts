/** The `[name]`s in a route pattern such as `/projects/[id]`. */
export type RouteParams<Pattern extends string> =
  Pattern extends `${string}[${infer Name}]${infer Rest}`
    ? { [Key in Name]: string } & RouteParams<Rest>
    : unknown;

/** Reads the parameters of `pattern` from `path`; null where the path is another route's. */
export function matchRoute<Pattern extends string>(
  pattern: Pattern,
  path: string,
): RouteParams<Pattern> | null {
  const want = pattern.split("/");
  const have = path.replace(/\/$/, "").split("/");
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of want.entries()) {
    const actual = have[index] ?? "";
    const name = /^\[(.+)\]$/.exec(segment)?.[1];
    if (name === undefined) {
      if (segment !== actual) return null;
    } else {
      const value = decode(actual);
      if (value === null || value === "") return null;
      params[name] = value;
    }
  }
  return params as RouteParams<Pattern>;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
