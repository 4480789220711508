"use client";

import { useQuery } from "@apollo/client/react";
import {
  AuditEntriesDocument,
  type AuditEntryFieldsFragment,
  type AuditFilter,
  AuditVerificationDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";

export type Entry = AuditEntryFieldsFragment;

const atOnce = 50;
/** New entries come by themselves; the trail is read by few people. */
const every = 10_000;

/** The newest entries, and older ones on demand. While older ones are shown, nothing moves. */
export function useAuditEntries(filter: AuditFilter) {
  const { data, error, fetchMore, refetch, startPolling, stopPolling } = useQuery(
    AuditEntriesDocument,
    { variables: { first: atOnce, filter }, fetchPolicy: "network-only", pollInterval: every },
  );
  const page = data?.auditEntries;
  return {
    entries: page?.nodes,
    problem: error && data === undefined ? toProblem(error) : undefined,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => {
      stopPolling();
      void fetchMore({
        variables: { after: page?.pageInfo.endCursor },
        updateQuery: (before, { fetchMoreResult: more }) => ({
          auditEntries: {
            ...more.auditEntries,
            nodes: [...before.auditEntries.nodes, ...more.auditEntries.nodes],
          },
        }),
      }).catch(() => undefined);
    },
    refresh: () => {
      startPolling(every);
      void refetch().catch(() => undefined);
    },
  };
}

export function useVerification() {
  const { data, refetch } = useQuery(AuditVerificationDocument, { fetchPolicy: "network-only" });
  return {
    verification: data?.auditVerification,
    verify: () => void refetch().catch(() => undefined),
  };
}
