"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import {
  CancelAllOrdersDocument,
  CancelOrderDocument,
  CancelOrderItemDocument,
  DeleteOrderDocument,
  ItemLogDocument,
  type ItemLogQuery,
  type ItemTileFragment,
  type OrderDetailFragment,
  OrderItemsDocument,
  OrderPageDocument,
  OrdersDocument,
  PauseOrderDocument,
  RestoreOrderDocument,
  ResumeOrderDocument,
  RetryOrderDocument,
  RetryOrderItemDocument,
  SetOrderPriorityDocument,
} from "@/graphql/generated/factory/graphql";
import { useChange, useRead } from "../api/data";
import type { Order, OrderItemStatus, OrderStatus } from "./status";

export type OrderDetail = OrderDetailFragment;
export type Item = ItemTileFragment;
export type ItemLog = NonNullable<ItemLogQuery["orderItem"]>;

const atOnce = 50;
const itemsAtOnce = 100;

interface Filter {
  status: readonly OrderStatus[] | null;
  search: string | null;
  projectId: string | null;
}

export function useOrders({ status, search, projectId }: Filter) {
  const { data, before, problem, retry, more, idle } = useRead(OrdersDocument, {
    status: status === null ? null : [...status],
    search,
    projectId,
    first: atOnce,
  });
  const page = data?.orders ?? before?.orders;
  return {
    orders: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

export function useOrder(id: string) {
  const { data, problem, retry } = useRead(OrderPageDocument, { id });
  return { order: data?.order, problem, retry };
}

/**
 * The items of an order, in its order. What is read again when something changes is the first page;
 * `stamp` changes with the order, and then the others are too.
 */
export function useItems(id: string, status: OrderItemStatus | null, stamp: string | undefined) {
  const { data, problem, retry, more, idle } = useRead(OrderItemsDocument, {
    id,
    status,
    first: itemsAtOnce,
  });
  const page = data?.order?.items;
  const cursors = useRef<string[]>([]);
  const again = useRef(stamp);
  const waiting = useRef<string[]>([]);
  const nodes = page?.nodes;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other pages
  useEffect(() => {
    cursors.current = [];
    waiting.current = [];
  }, [id, status]);

  useEffect(() => {
    if (again.current !== stamp) {
      if (again.current !== undefined) waiting.current = [...cursors.current];
      again.current = stamp;
    }
    if (idle) more(waiting.current.shift());
  }, [stamp, idle, more]);

  const end = page?.pageInfo.endCursor ?? null;
  const loadMore = useCallback(() => {
    if (end === null || !idle) return;
    cursors.current.push(end);
    more(end);
  }, [end, idle, more]);

  return {
    items: useMemo(
      () => nodes && [...nodes].sort((a, b) => a.sequenceNumber - b.sequenceNumber),
      [nodes],
    ),
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore,
  };
}

/** What happened to an item, attempt by attempt. */
export function useItemLog(id: string): { log: ItemLog | undefined } {
  return { log: useRead(ItemLogDocument, { id }).data?.orderItem ?? undefined };
}

export function useOrderChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      pause: async (order: Order): Promise<void> => {
        const foresee = { pauseOrder: { ...order, status: "PAUSED" as const } };
        await change(PauseOrderDocument, { id: order.id }, { foresee });
      },
      resume: async (order: Order): Promise<void> => {
        await change(ResumeOrderDocument, { id: order.id });
      },
      cancel: async (id: string): Promise<void> => {
        await change(CancelOrderDocument, { id });
      },
      retry: async (id: string): Promise<void> => {
        await change(RetryOrderDocument, { id });
      },
      setPriority: async (order: Order, priority: number): Promise<void> => {
        const foresee = { setOrderPriority: { ...order, priority } };
        await change(SetOrderPriorityDocument, { id: order.id, priority }, { foresee });
      },
      remove: async (id: string): Promise<void> => {
        await change(
          DeleteOrderDocument,
          { id },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "orders" }) },
        );
      },
      restore: async (id: string): Promise<void> => {
        await change(
          RestoreOrderDocument,
          { id },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "orders" }) },
        );
      },
      cancelAll: async (): Promise<number> =>
        (await change(CancelAllOrdersDocument, {})).cancelAllOrders,
      cancelItem: async (id: string): Promise<void> => {
        await change(CancelOrderItemDocument, { id });
      },
      retryItem: async (id: string): Promise<void> => {
        await change(RetryOrderItemDocument, { id });
      },
    }),
    [change],
  );
}
