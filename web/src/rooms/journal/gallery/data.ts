"use client";

import { useMemo } from "react";
import {
  AssetDocument,
  type AssetPageFragment,
  type AssetPatch,
  AssetsDocument,
  type AssetTileFragment,
  type AssetType,
  DeleteAssetDocument,
  RedoAssetDocument,
  RegisterAssetDocument,
  UpdateAssetDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type Tile = AssetTileFragment;
export type Asset = AssetPageFragment;
export type { AssetPatch, AssetType };

const pageSize = 100;

/** Files, newest first, and how many there are: the length of the page before all are read. */
export function useAssets(projectId: string | null, type: AssetType | null) {
  const { data, problem, retry, more, idle } = useRead(AssetsDocument, {
    projectId,
    type,
    first: pageSize,
  });
  const page = data?.assets;
  return {
    tiles: page?.nodes,
    total: Math.max(data?.assetCount ?? 0, page?.nodes.length ?? 0),
    problem,
    retry,
    idle,
    loadMore: () => {
      if (page?.pageInfo.hasNextPage) more(page.pageInfo.endCursor);
    },
  };
}

export function useAsset(id: string) {
  const { data, problem, retry } = useRead(AssetDocument, { id });
  return { asset: data?.asset, problem, retry };
}

export function useAssetChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      register: async (uploadId: string, fileName: string, projectId: string | null) => {
        const data = await change(
          RegisterAssetDocument,
          { input: { uploadId, fileName, projectId } },
          { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "assetCount" }) },
        );
        return data.registerAsset;
      },
      update: async ({ id, version }: Tile, patch: AssetPatch): Promise<Outcome<Asset>> => {
        const data = await change(UpdateAssetDocument, { id, version, patch });
        return outcome<Asset>(data.updateAsset);
      },
      redo: async ({ id, version }: Tile): Promise<void> => {
        await change(RedoAssetDocument, { id, version });
      },
      remove: async ({ id, version }: Tile): Promise<void> => {
        await change(
          DeleteAssetDocument,
          { id, version },
          {
            update: (cache, { deleteAsset }) => {
              if (!("id" in deleteAsset)) return;
              cache.evict({ id: cache.identify({ __typename: "Asset", id }) ?? "" });
              cache.evict({ id: "ROOT_QUERY", fieldName: "assetCount" });
              cache.gc();
            },
          },
        );
      },
    }),
    [change],
  );
}
