"use client";

import type { ApolloClient } from "@apollo/client";
import type { TypePolicies } from "@apollo/client/cache";
import { keepPages } from "@/graphql/pages";
import { useClientWith, useDocument, useMutating } from "@/graphql/room";

export { type Outcome, outcome } from "@/graphql/room";

const policies: TypePolicies = {
  Query: {
    fields: {
      // One list a view, however many pages of it have been read.
      orders: { keyArgs: ["projectId", "status", "search"], merge: keepPages },
      line: { keyArgs: [], merge: keepPages },
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
};

/** The client, told how the factory's nouns are kept. */
export function useFactoryClient(): ApolloClient {
  return useClientWith(policies);
}

/** Reads a document of the room. */
export const useRead: typeof useDocument = (document, variables, options) => {
  useFactoryClient();
  return useDocument(document, variables, options);
};

/** Writes to the room. */
export function useChange() {
  return useMutating(useFactoryClient());
}
