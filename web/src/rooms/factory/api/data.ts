"use client";

import {
  type ApolloClient,
  NetworkStatus,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client";
import type { ApolloCache } from "@apollo/client/cache";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback } from "react";
import { toProblem } from "@/graphql/to-problem";
import { keepPages } from "./pages";

const prepared = new WeakSet<ApolloClient>();

/** The client, told once how the factory's nouns are kept. It comes with the room, not with the page. */
export function useFactoryClient(): ApolloClient {
  const client = useApolloClient();
  if (!prepared.has(client)) {
    prepared.add(client);
    prepare(client);
  }
  return client;
}

function prepare(client: ApolloClient) {
  if (!("policies" in client.cache)) return;
  const cache = client.cache as unknown as import("@apollo/client/cache").InMemoryCache;
  cache.policies.addTypePolicies({
    Query: {
      fields: {
        // One list a view, however many pages of it have been read.
        orders: { keyArgs: ["projectId", "status", "search"], merge: keepPages },
        queue: { keyArgs: ["provider"], merge: keepPages },
        products: { keyArgs: ["filter"], merge: keepPages },
        collections: { keyArgs: ["inBin"], merge: keepPages },
        // A noun met in a list opens without waiting for the server; null says that there is none.
        order: {
          read: (existing, { args, toReference }) =>
            existing === undefined
              ? toReference({ __typename: "Order", id: args?.id as string })
              : existing,
        },
        product: {
          read: (existing, { args, toReference }) =>
            existing === undefined
              ? toReference({ __typename: "Product", id: args?.id as string })
              : existing,
        },
        collection: {
          read: (existing, { args, toReference }) =>
            existing === undefined
              ? toReference({ __typename: "Collection", id: args?.id as string })
              : existing,
        },
      },
    },
    // Documents as a whole: the server replaces them, so half of an old one must not stay.
    Order: {
      fields: {
        items: { keyArgs: ["status"], merge: keepPages },
        parameters: { merge: false },
        axes: { merge: false },
      },
    },
    OrderItem: { fields: { parameters: { merge: false } } },
    Product: {
      fields: {
        thumbnails: { merge: false },
        parameters: { merge: false },
        metadata: { merge: false },
      },
    },
    Provider: { fields: { settings: { merge: false } } },
    ProviderModel: { fields: { parameterSchema: { merge: false }, pricing: { merge: false } } },
    OrderTemplate: { fields: { parameterSet: { merge: false } } },
    Lane: { keyFields: ["provider", ["id"]] },
    ProductDay: { keyFields: false },
    FactorySetting: { keyFields: ["key"], fields: { value: { merge: false } } },
  });
}

interface ReadOptions {
  skip?: boolean;
  /** Shows what is known and asks anyway. */
  fresh?: boolean;
  pollMs?: number;
}

/** Reads a document and keeps it; `data` stays while something newer is on its way. */
export function useRead<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: ReadOptions = {},
) {
  useFactoryClient();
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
export function useChange() {
  const client = useFactoryClient();
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
