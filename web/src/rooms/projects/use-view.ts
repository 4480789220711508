"use client";

import { useState } from "react";
import { useQuery } from "@/routing/use-query";

/** What the list shows, kept in the address so that it survives a reload and can be sent on. */
export function useView() {
  const { query, setQuery } = useQuery();
  // The router follows the address some frames later, which is too late for who is typing.
  const [filter, setFilter] = useState(query.get("q") ?? "");
  return {
    archived: query.get("state") === "archived",
    mine: query.get("owner") === "me",
    filter,
    setArchived: (archived: boolean) => setQuery({ state: archived ? "archived" : null }),
    setMine: (mine: boolean) => setQuery({ owner: mine ? "me" : null }),
    setFilter: (text: string) => {
      setFilter(text);
      setQuery({ q: text });
    },
  };
}
