"use client";

import {
  type ApolloClient,
  NetworkStatus,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client";
import type { ApolloCache, InMemoryCache, TypePolicies } from "@apollo/client/cache";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback } from "react";
import { toProblem } from "./to-problem";

const told = new WeakMap<ApolloClient, Set<TypePolicies>>();

/** The client, told once how the nouns of a room are kept. The policies come with the room, not with the page. */
export function useClientWith(policies: TypePolicies): ApolloClient {
  const client = useApolloClient();
  const known = told.get(client) ?? new Set();
  if (!known.has(policies)) {
    told.set(client, known.add(policies));
    if ("policies" in client.cache) {
      (client.cache as unknown as InMemoryCache).policies.addTypePolicies(policies);
    }
  }
  return client;
}

interface ReadOptions {
  skip?: boolean;
  /** Shows what is known and asks anyway. */
  fresh?: boolean;
  pollMs?: number;
}

/** Reads a document and keeps it; `data` stays while something newer is on its way. */
export function useDocument<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: ReadOptions = {},
) {
  const { data, error, networkStatus, fetchMore, refetch, previousData } = useQuery(document, {
    variables,
    skip: options.skip ?? false,
    fetchPolicy: options.fresh === false ? "cache-first" : "cache-and-network",
    nextFetchPolicy: "cache-first",
    pollInterval: options.pollMs ?? 0,
  } as never) as {
    data: Data | undefined;
    error?: unknown;
    networkStatus: NetworkStatus;
    fetchMore: (more: { variables: Partial<Variables> }) => Promise<unknown>;
    refetch: () => Promise<unknown>;
    previousData: Data | undefined;
  };
  const idle = networkStatus === NetworkStatus.ready;
  const more = useCallback(
    (after: string | null | undefined) => {
      if (!idle || after === null || after === undefined) return;
      fetchMore({ variables: { after } as unknown as Partial<Variables> }).catch(() => undefined);
    },
    [idle, fetchMore],
  );
  return {
    data,
    /** What the last variables brought, until these have. */
    before: previousData,
    idle,
    problem: error && data === undefined ? toProblem(error) : undefined,
    retry: () => void refetch().catch(() => undefined),
    more,
  };
}

interface ChangeOptions<Data> {
  foresee?: Data;
  update?: (cache: ApolloCache, data: Data) => void;
}

/** Writes; a refusal is thrown as a `Problem`, and what was foreseen is taken back. */
export function useMutating(client: ApolloClient) {
  return useCallback(
    async <Data, Variables extends OperationVariables>(
      mutation: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      { foresee, update }: ChangeOptions<Data> = {},
    ): Promise<Data> => {
      try {
        const { data } = await client.mutate<Data, OperationVariables>({
          mutation,
          variables,
          ...(foresee !== undefined && { optimisticResponse: foresee as never }),
          ...(update !== undefined && {
            update: (cache, { data: answer }) => {
              if (answer) update(cache, answer as Data);
            },
          }),
        });
        // An answer without data carries an error, which Apollo throws, so this can't be reached.
        if (data === undefined || data === null) throw new Error("the answer is empty");
        return data as Data;
      } catch (error) {
        throw toProblem(error);
      }
    },
    [client],
  );
}

/** What became of an edit: done, or somebody else was first and nothing changed. */
export type Outcome<Noun> = { done: Noun } | { theirs: Noun };

export function outcome<Noun extends object>(answer: Noun | { current: Noun }): Outcome<Noun> {
  return "current" in answer ? { theirs: answer.current } : { done: answer };
}
