"use client";

import { useQuery } from "@/routing/use-query";
import type { Filter } from "./data";

const names = ["kind", "project", "material", "month"] as const;
export type FilterName = (typeof names)[number];

/** What narrows the search, kept in the address. */
export function useFilters() {
  const { query, setQuery } = useQuery();
  const value = (name: FilterName) => query.get(name);
  const [kind, project, material, month] = names.map(value);
  const filter: Filter = {
    ...(kind && { kinds: [kind] }),
    ...(project && { projectIds: [project] }),
    ...(material && { materials: [material] }),
    ...(month && { from: `${month}-01`, to: lastDay(month) }),
  };
  return {
    filter,
    value,
    active: names.some((name) => value(name) !== null),
    set: (name: FilterName, next: string | null) => setQuery({ [name]: next }),
    clear: () => setQuery(Object.fromEntries(names.map((name) => [name, null]))),
  };
}

/** `2026-02` ends on `2026-02-28`. */
export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}
