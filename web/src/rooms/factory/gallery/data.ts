"use client";

import type { ApolloClient } from "@apollo/client";
import { useFragment } from "@apollo/client/react";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import {
  ChangeProductsDocument,
  CollectionChoicesDocument,
  FactoryProjectChoicesDocument,
  ProductCountsDocument,
  ProductDaysDocument,
  ProductPageDocument,
  type ProductTileFragment,
  ProductTileFragmentDoc,
  type ProviderFactsFragment,
  ProvidersDocument,
  PurgeProductsDocument,
  type TagChipFragment,
  TagsDocument,
} from "@/graphql/generated/factory/graphql";
import { toProblem } from "@/graphql/to-problem";
import { ratioOf } from "@/patterns/gallery/wall-layout";
import { useChange, useFactoryClient, useRead } from "../api/data";
import { type BulkChange, inParts, type TakeBack, takenBack } from "./bulk";
import { type AskedFilter, within } from "./filters";
import { Shelf, type Source } from "./shelf";

export type Tile = ProductTileFragment;
export type Tag = TagChipFragment;

const pageSize = 120;
const fragment = { fragment: ProductTileFragmentDoc, fragmentName: "ProductTile" } as const;

/** The products of a view: how many there are of each day, and a shelf that reads them as needed. */
export function useGallery(asked: AskedFilter) {
  const client = useFactoryClient();
  const key = JSON.stringify(asked);
  const filter = useMemo(() => JSON.parse(key) as AskedFilter, [key]);
  const { data, problem, retry, idle } = useRead(ProductDaysDocument, { filter });
  const shelf = useMemo(() => new Shelf(sourceOf(client, filter)), [client, filter]);
  const days = data?.productDays;
  useEffect(() => {
    // Whenever the counts were read, also when they are what they were: something has changed.
    if (idle && days !== undefined) shelf.recount(days);
  }, [idle, days, shelf]);
  const version = useSyncExternalStore(
    shelf.listen,
    () => shelf.version,
    () => 0,
  );
  return {
    days,
    shelf,
    /** Another number whenever the shelf holds something else. */
    version,
    problem,
    pageProblem: shelf.problem === undefined ? undefined : toProblem(shelf.problem),
    retry,
  };
}

function sourceOf(client: ApolloClient, asked: AskedFilter): Source {
  return {
    page: async (from, until, after) => {
      // Pages of many stretches of time would be kept as lists that nobody reads again.
      const { data } = await client.query({
        query: ProductPageDocument,
        variables: { filter: within(asked, from, until), first: pageSize, after },
        fetchPolicy: "no-cache",
      });
      const page = data?.products;
      client.cache.batch({
        update: (cache) => {
          for (const node of page?.nodes ?? []) cache.writeFragment({ ...fragment, data: node });
        },
      });
      return {
        rows:
          page?.nodes.map(({ id, width, height }) => ({ id, ratio: ratioOf(width, height) })) ?? [],
        next: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null,
      };
    },
    counts: async (stretches) => {
      const nothing = {
        ...asked,
        createdAfter: "1970-01-01T00:00:00Z",
        createdBefore: "1970-01-01T00:00:00Z",
      };
      const at = (index: number) => {
        const stretch = stretches[index];
        return stretch === undefined ? nothing : within(asked, stretch.from, stretch.until);
      };
      const { data } = await client.query({
        query: ProductCountsDocument,
        variables: {
          a: at(0),
          b: at(1),
          c: at(2),
          d: at(3),
          e: at(4),
          f: at(5),
          g: at(6),
          h: at(7),
        },
        fetchPolicy: "no-cache",
      });
      if (!data) return [];
      return [data.a, data.b, data.c, data.d, data.e, data.f, data.g, data.h];
    },
  };
}

/** A product as far as a list shows it; undefined while it isn't known. */
export function useTile(id: string): Tile | undefined {
  const { data, complete } = useFragment({ ...fragment, from: { __typename: "Product", id } });
  return complete ? (data as Tile) : undefined;
}

/** Looks at what is known of a product, at the moment of asking. */
export function usePeek(): (id: string) => Tile | null {
  const client = useFactoryClient();
  return useCallback((id) => peek(client, id), [client]);
}

function peek(client: ApolloClient, id: string): Tile | null {
  return client.cache.readFragment<Tile>({ ...fragment, id: `Product:${id}` });
}

export function useTags(): readonly Tag[] {
  return useRead(TagsDocument, {}).data?.tags ?? noTags;
}
const noTags: readonly Tag[] = [];

interface Choice {
  id: string;
  name: string;
}
const noChoices: readonly Choice[] = [];

export function useCollectionChoices(): readonly Choice[] {
  return useRead(CollectionChoicesDocument, {}).data?.collections.nodes ?? noChoices;
}

export function useProjectChoices(): readonly Choice[] {
  return (
    useRead(FactoryProjectChoicesDocument, {}, { fresh: false }).data?.projects.nodes ?? noChoices
  );
}

/** Providers and their models, also those that no longer take orders: they made what is here. */
export function useProviderChoices() {
  return useRead(ProvidersDocument, {}, { fresh: false }).data?.providers ?? noProviders;
}
const noProviders: readonly ProviderFactsFragment[] = [];

/** Changes many products, which is seen at once, and takes that back. */
export function useProductChanges() {
  const client = useFactoryClient();
  const change = useChange();
  return useMemo(() => {
    const send = async (ids: readonly string[], bulk: BulkChange): Promise<TakeBack[]> => {
      const takeBack = foresee(client, ids, bulk);
      const undo: TakeBack[] = [];
      try {
        for (const part of inParts(ids)) {
          const data = await change(ChangeProductsDocument, { ids: part, change: bulk });
          undo.push(...data.changeProducts.undo);
        }
      } catch (problem) {
        takeBack();
        throw problem;
      }
      return undo;
    };
    return {
      change: send,
      takeBack: async (undo: readonly TakeBack[]): Promise<void> => {
        for (const { ids, change: bulk } of takenBack(undo)) await send(ids, bulk);
      },
      purge: async (ids: readonly string[]): Promise<void> => {
        for (const part of inParts(ids)) await change(PurgeProductsDocument, { ids: part });
      },
    };
  }, [client, change]);
}

/** Shows likes and ratings before the server has answered; what it gives takes them back. */
function foresee(client: ApolloClient, ids: readonly string[], bulk: BulkChange): () => void {
  const seen =
    "liked" in bulk
      ? { liked: bulk.liked }
      : "rating" in bulk
        ? { rating: bulk.rating }
        : undefined;
  if (seen === undefined) return () => undefined;
  const before = ids.flatMap((id) => peek(client, id) ?? []);
  const write = (tiles: readonly Tile[]) =>
    client.cache.batch({
      update: (cache) => {
        for (const tile of tiles) cache.writeFragment({ ...fragment, data: tile });
      },
    });
  write(before.map((tile) => ({ ...tile, ...seen })));
  return () => write(before);
}
