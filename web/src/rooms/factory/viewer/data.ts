"use client";

import { useEffect, useMemo } from "react";
import {
  ProductDocument,
  type ProductPatch,
  type ProductSheetFragment,
  SimilarProductsDocument,
  UpdateProductDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useFactoryClient, useRead } from "../api/data";

export type Sheet = ProductSheetFragment;
export type { ProductPatch };

/** A product with all that is known of it; null where there is none. */
export function useProduct(id: string) {
  const { data, problem, retry } = useRead(ProductDocument, { id });
  return { product: data?.product, problem, retry };
}

/** Reads what is beside a product before it is gone to. */
export function usePrefetch(previous: string | null, next: string | null) {
  const client = useFactoryClient();
  useEffect(() => {
    for (const id of [next, previous]) {
      if (id === null) continue;
      client.query({ query: ProductDocument, variables: { id } }).catch(() => undefined);
    }
  }, [client, previous, next]);
}

export function useSimilar(id: string) {
  return useRead(SimilarProductsDocument, { id }).data?.similarProducts;
}

export function useProductUpdate() {
  const change = useChange();
  return useMemo(
    () =>
      async (product: Sheet, patch: ProductPatch): Promise<Outcome<Sheet>> => {
        const { id, version } = product;
        const seen = { ...product, ...given(patch) };
        const data = await change(
          UpdateProductDocument,
          { id, version, patch },
          { foresee: { updateProduct: seen } },
        );
        return outcome<Sheet>(data.updateProduct);
      },
    [change],
  );
}

/** What a patch sets; a field that it doesn't name keeps what it has. */
function given({ liked, rating, notes }: ProductPatch) {
  return {
    ...(typeof liked === "boolean" && { liked }),
    ...(rating !== undefined && { rating }),
    ...(typeof notes === "string" && { notes }),
  };
}
