"use client";

import type { ApolloCache } from "@apollo/client/cache";
import { useMemo } from "react";
import {
  ArchiveDocument,
  type ArchiveQuery,
  DeleteArchivedDocument,
  RestoreArchivedDocument,
} from "@/graphql/generated/journal/graphql";
import { useChange, useRead } from "../api/data";

export type ArchivedItem = ArchiveQuery["archive"]["nodes"][number];

export function useArchive(title: string | null, kind: string | null) {
  const { data, before, problem, retry, more, idle } = useRead(ArchiveDocument, {
    title,
    kind,
    first: 50,
  });
  const page = data?.archive ?? before?.archive;
  return {
    items: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

export function useArchiveChanges() {
  const change = useChange();
  return useMemo(() => {
    const drop = (cache: ApolloCache, key: string) => {
      cache.evict({ id: cache.identify({ __typename: "ArchivedItem", key }) ?? "" });
      cache.gc();
    };
    return {
      restore: async (key: string): Promise<void> => {
        await change(
          RestoreArchivedDocument,
          { key },
          {
            update: (cache) => {
              drop(cache, key);
              for (const fieldName of ["journal", "assets", "inspirations", "artRecords"]) {
                cache.evict({ id: "ROOT_QUERY", fieldName });
              }
            },
          },
        );
      },
      remove: async (key: string): Promise<void> => {
        await change(DeleteArchivedDocument, { key }, { update: (cache) => drop(cache, key) });
      },
    };
  }, [change]);
}
