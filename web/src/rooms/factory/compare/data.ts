"use client";

import { ProductDocument } from "@/graphql/generated/factory/graphql";
import { useRead } from "../api/data";
import type { Sheet } from "../viewer/data";

function useOne(id: string | undefined) {
  return useRead(ProductDocument, { id: id ?? "" }, { skip: id === undefined });
}

/** Up to four products with all that is known of them, in the order of their ids. */
export function useCompared(ids: readonly string[]) {
  const reads = [useOne(ids[0]), useOne(ids[1]), useOne(ids[2]), useOne(ids[3])].slice(
    0,
    ids.length,
  );
  const products = reads.flatMap(({ data }): Sheet[] => (data?.product ? [data.product] : []));
  return {
    products,
    isWaiting: reads.some(({ data, problem }) => data === undefined && problem === undefined),
    problem: reads.find(({ problem }) => problem !== undefined)?.problem,
    retry: () => {
      for (const { retry } of reads) retry();
    },
  };
}
