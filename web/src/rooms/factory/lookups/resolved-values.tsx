"use client";

import { useMemo } from "react";
import { count } from "@/format/time";
import type { Lookup } from "./data";
import { resolve } from "./resolve";

/** Enough to see what comes of it. */
const most = 200;

interface ResolvedValuesProps {
  values: readonly string[];
  name: string;
  names: ReadonlyMap<string, Lookup>;
}

/** What the lookup stands for in a prompt, with the lookups that its values name resolved. */
export function ResolvedValues({ values, name, names }: ResolvedValuesProps) {
  const resolved = useMemo(() => resolve(values, name, names, most), [values, name, names]);
  const nested = resolved.values.some(({ through }) => through.length > 0);
  if (!nested && resolved.loops.length === 0) return null;
  return (
    <section aria-label="What it stands for" className="grid content-start gap-2">
      <h3 className="font-semibold text-sm">What it stands for</h3>
      {resolved.loops.length > 0 && (
        <p className="rounded-md bg-caution-wash px-2 py-1 text-caution-text text-xs">
          {resolved.loops.map((loop) => `[${loop}]`).join(", ")} leads back to itself and is left
          out.
        </p>
      )}
      <ul className="grid text-sm">
        {resolved.values.map(({ text, through }) => (
          <li key={text} className="flex gap-2 py-0.5">
            <span className="min-w-0 break-words">{text}</span>
            {through.length > 0 && (
              <span className="ml-auto shrink-0 font-mono text-2xs text-ink-faint">
                {through.join(" › ")}
              </span>
            )}
          </li>
        ))}
      </ul>
      {resolved.values.length === most && (
        <p className="text-ink-faint text-xs">The first {count(most, "value")}.</p>
      )}
    </section>
  );
}
