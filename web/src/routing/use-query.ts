"use client";

import { useSearchParams } from "next/navigation";

type Query = Readonly<Record<string, string | null>>;

/**
 * The query of the address, and a way to change some of it in place. The router follows the
 * history by itself, so nothing is fetched and the page doesn't move.
 */
export function useQuery(): { query: URLSearchParams; setQuery: (change: Query) => void } {
  const query = useSearchParams();
  const setQuery = (change: Query) => {
    const next = withQuery(new URLSearchParams(window.location.search), change).toString();
    window.history.replaceState(null, "", next === "" ? window.location.pathname : `?${next}`);
  };
  return { query, setQuery };
}

/** `query` with what `change` names set, or taken out where it is null or empty. */
export function withQuery(query: URLSearchParams, change: Query): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === "") next.delete(key);
    else next.set(key, value);
  }
  return next;
}
