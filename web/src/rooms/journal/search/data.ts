"use client";

import {
  SearchDocument,
  type SearchQuery,
  type SearchQueryVariables,
} from "@/graphql/generated/journal/graphql";
import { useRead } from "../api/data";

export type Found = SearchQuery["search"];
export type Hit = Found["hits"][number];
export type Filter = Omit<SearchQueryVariables, "query" | "first">;

/** What fits; the last answer stays while the next is on its way. */
export function useSearch(query: string, filter: Filter & { first: number }) {
  const { data, before, problem, retry, idle } = useRead(
    SearchDocument,
    { query, ...filter },
    { skip: query === "" },
  );
  return { found: query === "" ? undefined : (data ?? before)?.search, problem, retry, idle };
}
