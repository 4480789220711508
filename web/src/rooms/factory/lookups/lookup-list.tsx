"use client";

import { useRef, useState } from "react";
import { fuzzyRank } from "@/patterns/fuzzy";
import { useListKeys } from "@/patterns/use-list-keys";
import { useShortcut } from "@/shortcuts/provider";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import type { Lookup } from "./data";

interface LookupListProps {
  lookups: readonly Lookup[];
  opened: string | null;
  onOpen: (id: string) => void;
}

/** All lookups, under their categories; what is searched comes by how well it fits. */
export function LookupList({ lookups, opened, onOpen }: LookupListProps) {
  const [query, setQuery] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const keys = useListKeys("lookups");
  useShortcut("filter", () => box.current?.focus());
  const found = fuzzyRank(lookups, query, ({ key, description }) => `${key} ${description}`);
  const categories =
    query.trim() === ""
      ? [...new Set(found.map(({ category }) => category ?? ""))].sort(
          (a, b) => Number(a === "") - Number(b === "") || (a < b ? -1 : 1),
        )
      : [null];
  return (
    <div className="grid content-start gap-2 p-3">
      <Input
        ref={box}
        type="search"
        aria-label="Search lookups"
        placeholder="Search"
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <ul ref={keys.list} aria-label="Lookups" className="grid gap-3">
        {categories.map((category) => (
          <li key={category ?? "found"} className="grid gap-0.5">
            {category !== null && (
              <h2 className="px-2 text-2xs text-ink-faint">{category || "Others"}</h2>
            )}
            <ul className="grid">
              {found
                .filter((each) => category === null || (each.category ?? "") === category)
                .map(({ id, key, values }) => (
                  <li key={id} className="grid">
                    <button
                      type="button"
                      data-row={id}
                      aria-current={opened === id ? "true" : undefined}
                      onClick={() => onOpen(id)}
                      className={cn(
                        "flex h-8 items-center gap-3 rounded-md px-2 text-left text-sm -outline-offset-2 hover:bg-press",
                        opened === id && "bg-press font-medium",
                      )}
                    >
                      <span className="min-w-0 flex-1 truncate font-mono text-xs">[{key}]</span>
                      <span className="text-ink-faint text-xs tabular-nums">{values.length}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-2 text-ink-soft text-sm">None fits.</p>}
    </div>
  );
}
