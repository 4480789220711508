"use client";

import { useEffect } from "react";
import { type ItemTileFragment, OrderGridDocument } from "@/graphql/generated/factory/graphql";
import { useRead } from "../api/data";

export type GridItem = ItemTileFragment;

/** So many items can be looked at as a grid. */
const most = 2000;

/** An order and all of its items, page after page. */
export function useOrderGrid(id: string) {
  const { data, problem, retry, more, idle } = useRead(OrderGridDocument, { id, first: 100 });
  const order = data?.order;
  const page = order?.items;
  const number = page?.nodes.length ?? 0;
  const unread = idle && page?.pageInfo.hasNextPage === true && number < most;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next
  useEffect(() => {
    if (unread) more(page?.pageInfo.endCursor);
  }, [unread, number]);
  return { order, items: page?.nodes, isCut: number >= most, problem, retry };
}
