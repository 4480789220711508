"use client";

import { useMemo } from "react";
import {
  type CollectionCardFragment,
  CollectionDocument,
  type CollectionPatch,
  CollectionProductsDocument,
  CollectionsDocument,
  CreateCollectionDocument,
  DeleteCollectionDocument,
  MoveInCollectionDocument,
  type NewCollection,
  RestoreCollectionDocument,
  UpdateCollectionDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";
import { placed } from "./placed";

export type Collection = CollectionCardFragment;

export function useCollections(inBin: boolean) {
  const { data, problem, retry, more, idle } = useRead(CollectionsDocument, { inBin, first: 60 });
  const page = data?.collections;
  return {
    collections: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

export function useCollection(id: string) {
  const { data, problem, retry } = useRead(CollectionDocument, { id });
  return { collection: data?.collection, problem, retry };
}

/** The products of a collection in its order. */
export function useCollectionProducts(id: string) {
  const { data, problem, retry, more, idle } = useRead(CollectionProductsDocument, {
    filter: { collectionId: id, inBin: false },
    first: 100,
  });
  const page = data?.products;
  return {
    products: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

export function useCollectionChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      create: async (
        input: Pick<NewCollection, "name"> & Partial<NewCollection>,
      ): Promise<Collection> => {
        const data = await change(
          CreateCollectionDocument,
          { input: { description: "", productIds: [], ...input } },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "collections" }) },
        );
        return data.createCollection;
      },
      update: async (
        { id, version }: Collection,
        patch: CollectionPatch,
      ): Promise<Outcome<Collection>> => {
        const data = await change(UpdateCollectionDocument, { id, version, patch });
        return outcome<Collection>(data.updateCollection);
      },
      remove: async (id: string): Promise<void> => {
        await change(
          DeleteCollectionDocument,
          { id },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "collections" }) },
        );
      },
      restore: async (id: string): Promise<void> => {
        await change(
          RestoreCollectionDocument,
          { id },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "collections" }) },
        );
      },
      /** Puts a product before another; null puts it last. */
      move: async (id: string, productId: string, before: string | null): Promise<void> => {
        await change(
          MoveInCollectionDocument,
          { id, productId, before },
          {
            update: (cache) =>
              cache.updateQuery(
                {
                  query: CollectionProductsDocument,
                  variables: { filter: { collectionId: id, inBin: false }, first: 100 },
                },
                (data) =>
                  data && {
                    products: {
                      ...data.products,
                      nodes: placed(data.products.nodes, productId, before),
                    },
                  },
              ),
          },
        );
      },
    }),
    [change],
  );
}
