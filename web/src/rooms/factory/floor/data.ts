"use client";

import {
  LanesDocument,
  type LanesQuery,
  OrdersOnTheFloorDocument,
  QueueDocument,
  type QueueQuery,
} from "@/graphql/generated/factory/graphql";
import { useRead } from "../api/data";

export type Lane = LanesQuery["lanes"][number];
export type Queued = QueueQuery["queue"]["nodes"][number];

/** More than these aren't put in order by hand. */
const most = 100;
const nextItems = 8;

export function useLanes() {
  const { data, problem, retry } = useRead(LanesDocument, {});
  return { lanes: data?.lanes, problem, retry };
}

/** The orders that are under way or paused. */
export function useOrdersUnderWay() {
  const { data } = useRead(OrdersOnTheFloorDocument, {
    status: ["PENDING", "PROCESSING", "PAUSED"],
    first: most,
  });
  return { orders: data?.orders.nodes, more: data?.orders.pageInfo.hasNextPage ?? false };
}

/** Orders of which items failed and that nobody has seen to yet. */
export function useOrdersInNeed() {
  const { data } = useRead(OrdersOnTheFloorDocument, {
    status: ["PARTIALLY_FULFILLED", "FAILED"],
    first: 5,
  });
  return data?.orders.nodes;
}

/** The items that a provider makes now and next. */
export function useQueue(provider: string): readonly Queued[] | undefined {
  return useRead(QueueDocument, { provider, first: nextItems }).data?.queue.nodes;
}
