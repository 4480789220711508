"use client";

import type { Reference } from "@apollo/client/cache";
import { useMemo } from "react";
import {
  type LaneFactsFragment,
  LanesDocument,
  LineDocument,
  MoveOrderDocument,
  OrdersOnTheFloorDocument,
  PauseLanesDocument,
  QueueDocument,
  type QueueQuery,
  ResumeLanesDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";
import type { Order } from "../orders/status";
import { type Move, placedBefore } from "./line";

export type Lane = LaneFactsFragment;
export type Queued = QueueQuery["queue"]["nodes"][number];

const ordersAtOnce = 100;
const nextItems = 8;
const lookAgainMs = 15_000;

export function useLanes() {
  const { data, problem, retry } = useRead(LanesDocument, {});
  return { lanes: data?.lanes, problem, retry };
}

/** One lane, for a page that hears of its own order only. */
export function useLane(provider: string): Lane | undefined {
  const { data } = useRead(LanesDocument, {}, { pollMs: lookAgainMs });
  return data?.lanes.find((lane) => lane.provider.id === provider);
}

/** The orders that are under way or paused, as they are served. */
export function useLine() {
  const { data, problem, retry, more, idle } = useRead(LineDocument, { first: ordersAtOnce });
  const page = data?.line;
  return {
    line: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
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

export function useFloorChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      /** Moves an order; the page shows it there at once. */
      move: async (order: Order, { before, priority }: Move): Promise<Outcome<Order>> => {
        const { id, version } = order;
        const data = await change(
          MoveOrderDocument,
          { id, version, before, priority },
          {
            foresee: { moveOrder: { ...order, priority } },
            update: (cache, { moveOrder }) => {
              if ("current" in moveOrder) return;
              const ref = (one: string | null) =>
                one === null ? null : cache.identify({ __typename: "Order", id: one });
              const [mine, theirs] = [ref(id), ref(before)];
              cache.modify<{ line: { nodes: Reference[] } }>({
                fields: {
                  line: (known) =>
                    "nodes" in known
                      ? { ...known, nodes: placedBefore(known.nodes, refOf, mine ?? "", theirs) }
                      : known,
                },
              });
            },
          },
        );
        return outcome<Order>(data.moveOrder);
      },
      pauseLanes: async (lanes: readonly Lane[]): Promise<void> => {
        const foresee = { pauseLanes: standing(lanes, new Date().toISOString()) };
        await change(PauseLanesDocument, { providers: idsOf(lanes) }, { foresee });
      },
      resumeLanes: async (lanes: readonly Lane[]): Promise<void> => {
        const foresee = { resumeLanes: standing(lanes, null) };
        await change(ResumeLanesDocument, { providers: idsOf(lanes) }, { foresee });
      },
    }),
    [change],
  );
}

const refOf = ({ __ref }: Reference) => __ref;
const idsOf = (lanes: readonly Lane[]) => lanes.map(({ provider }) => provider.id);
const standing = (lanes: readonly Lane[], pausedAt: string | null) =>
  lanes.map((lane) => ({ ...lane, pausedAt }));
