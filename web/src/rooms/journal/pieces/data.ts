"use client";

import { useMemo } from "react";
import {
  ArchiveArtRecordDocument,
  ArtRecordDocument,
  type ArtRecordPatch,
  ArtRecordsDocument,
  type ArtStatus,
  CreateArtProjectDocument,
  type NewArtProject,
  type PieceFragment,
  UpdateArtRecordDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type Piece = PieceFragment;
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
