"use client";

import {
  InsightsDocument,
  type InsightsQuery,
  SqlDocument,
  type SqlQuery,
  SqlTablesDocument,
} from "@/graphql/generated/journal/graphql";
import { useAsk, useRead } from "../api/data";

export type Insights = InsightsQuery["insights"];
export type PieceInsight = Insights["projects"][number];
export type SqlResult = SqlQuery["sql"];

export function useInsights(projectId: string | null, from: string | null, to: string | null) {
  const { data, before, problem, retry } = useRead(InsightsDocument, { projectId, from, to });
  return { insights: (data ?? before)?.insights, problem, retry };
}

export function useSql() {
  const { data, problem, busy, ask } = useAsk(SqlDocument);
  return { result: data?.sql, problem, busy, run: (query: string) => ask({ query }) };
}

/** What a question may be about. */
export function useSqlTables() {
  return useRead(SqlTablesDocument, {}, { fresh: false }).data?.sqlTables;
}
