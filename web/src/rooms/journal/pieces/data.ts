"use client";

import { useMemo } from "react";
import {
  ArchiveArtRecordDocument,
  ArtRecordDocument,
  type ArtRecordPatch,
  ArtRecordsDocument,
  type ArtStatus,
  type CoverFragment,
  CoversDocument,
  CreateArtProjectDocument,
  type NewArtProject,
  type PieceFragment,
  UpdateArtRecordDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";
import { coversOf } from "./covers";

export type Piece = PieceFragment;
export type Cover = CoverFragment;
export type { ArtRecordPatch, ArtStatus, NewArtProject };

const pageSize = 50;

export function usePieces(status: ArtStatus | null) {
  const { data, problem, retry, more, idle } = useRead(ArtRecordsDocument, {
    status,
    first: pageSize,
  });
  const page = data?.artRecords;
  return {
    pieces: page?.nodes,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

/** The latest pictures; of one piece, or of all. */
export function usePictures(projectId: string | null, first: number): readonly Cover[] {
  const { data } = useRead(CoversDocument, { projectId, first });
  return data?.assets.nodes ?? none;
}

const none: readonly Cover[] = [];

/** A picture for each piece that has one among the latest. */
export function useCovers(): ReadonlyMap<string, Cover> {
  const pictures = usePictures(null, 100);
  return useMemo(() => coversOf(pictures), [pictures]);
}

/** A piece; null where there is none by this id. */
export function usePiece(projectId: string) {
  const { data, problem, retry } = useRead(ArtRecordDocument, { projectId });
  return { piece: data?.artRecord, problem, retry };
}

export function usePieceChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      create: async (input: NewArtProject): Promise<Piece> => {
        const data = await change(
          CreateArtProjectDocument,
          { input },
          {
            update: (cache, { createArtProject: piece }) => {
              cache.updateQuery(
                { query: ArtRecordsDocument, variables: { status: null } },
                (list) =>
                  list && {
                    artRecords: { ...list.artRecords, nodes: [piece, ...list.artRecords.nodes] },
                  },
              );
              cache.evict({ id: "ROOT_QUERY", fieldName: "projects" });
            },
          },
        );
        return data.createArtProject;
      },
      update: async (piece: Piece, patch: ArtRecordPatch): Promise<Outcome<Piece>> => {
        const { projectId, version } = piece;
        const data = await change(UpdateArtRecordDocument, { projectId, version, patch });
        return outcome<Piece>(data.updateArtRecord);
      },
      archive: async ({ projectId, version }: Piece): Promise<Outcome<Piece>> => {
        const data = await change(ArchiveArtRecordDocument, { projectId, version });
        return outcome<Piece>(data.archiveArtRecord);
      },
    }),
    [change],
  );
}
