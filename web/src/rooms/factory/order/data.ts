"use client";

import { useEffect, useMemo, useState } from "react";
import {
  ExpandPromptDocument,
  type ExpandPromptQuery,
  FactoryProjectChoicesDocument,
  type NewOrder,
  type OrderDetailFragment,
  OrderToEditDocument,
  PlaceOrderDocument,
  type PromptInput,
} from "@/graphql/generated/factory/graphql";
import { toProblem } from "@/graphql/to-problem";
import type { Problem } from "@/problem/problem";
import { useChange, useFactoryClient, useRead } from "../api/data";
import { Latest } from "./latest";

export type Preview = ExpandPromptQuery["expandPrompt"];
export type Notice = Preview["errors"][number];
export type Order = OrderDetailFragment;

const restMs = 250;
/** Enough to see what differs, few enough to come at once. */
const shown = 24;

interface Asked {
  /** What the preview is of; another one is on its way where this isn't the present input. */
  of: PromptInput;
  preview: Preview | null;
  problem: Problem | null;
}

/** What an order would be, a moment after it was last changed; null asks nothing. */
export function usePreview(input: PromptInput | null) {
  const client = useFactoryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const latest = useMemo(
    () =>
      new Latest<PromptInput, Preview>(
        restMs,
        async (question, signal) => {
          const { data } = await client.query({
            query: ExpandPromptDocument,
            variables: { input: question, first: shown },
            fetchPolicy: "no-cache",
            context: { fetchOptions: { signal }, queryDeduplication: false },
          });
          // An answer without data carries an error, which Apollo throws.
          if (!data) throw new Error("the answer is empty");
          return data.expandPrompt;
        },
        (preview, of) => setAsked({ of, preview, problem: null }),
        (reason, of) => setAsked({ of, preview: null, problem: toProblem(reason) }),
      ),
    [client],
  );
  // The same words again are the same question, whoever put the object together.
  const key = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (key === null) latest.stop();
    else latest.put(JSON.parse(key) as PromptInput);
    return () => latest.stop();
  }, [key, latest]);
  const isNow = asked !== null && JSON.stringify(asked.of) === key;
  return {
    preview: key === null ? null : (asked?.preview ?? null),
    problem: key === null ? null : (asked?.problem ?? null),
    /** The preview is of what is typed now. */
    isNow,
  };
}

export function usePlaceOrder(): (input: NewOrder) => Promise<Order> {
  const change = useChange();
  return async (input) =>
    (
      await change(
        PlaceOrderDocument,
        { input },
        { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "orders" }) },
      )
    ).placeOrder;
}

/** An order that the form begins with. */
export function useOrderToEdit(id: string | null) {
  const { data, problem, retry } = useRead(
    OrderToEditDocument,
    { id: id ?? "" },
    { skip: id === null },
  );
  return { order: data?.order, problem, retry };
}

/** Projects that an order can be for. */
export function useProjectChoices() {
  return useRead(FactoryProjectChoicesDocument, {}).data?.projects.nodes ?? [];
}
