"use client";

import { useMemo } from "react";
import {
  type Conversion,
  ConvertInspirationDocument,
  CreateInspirationDocument,
  DeleteInspirationDocument,
  type IdeaFragment,
  type InspirationPatch,
  InspirationsDocument,
  type NewInspiration,
  UpdateInspirationDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";
import { arranged } from "./order";

export type Idea = IdeaFragment;
export type { InspirationPatch, NewInspiration };

export function useIdeas(tag: string | null) {
  const { data, before, problem, retry, more, idle } = useRead(InspirationsDocument, {
    tag,
    first: 60,
  });
  const page = (data ?? before)?.inspirations;
  const ideas = useMemo(() => page && arranged(page.nodes), [page]);
  return {
    ideas,
    problem,
    retry,
    idle,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore: () => more(page?.pageInfo.endCursor),
  };
}

/** Where an idea went when it became something. */
export type Converted = { projectId: string } | { logId: string } | "changed meanwhile";

export function useIdeaChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      create: async (input: NewInspiration): Promise<void> => {
        await change(
          CreateInspirationDocument,
          { input },
          {
            update: (cache, { createInspiration: made }) =>
              cache.updateQuery(
                { query: InspirationsDocument, variables: { tag: null } },
                (data) =>
                  data && {
                    inspirations: {
                      ...data.inspirations,
                      nodes: [made, ...data.inspirations.nodes.filter(({ id }) => id !== made.id)],
                    },
                  },
              ),
          },
        );
      },
      update: async ({ id, version }: Idea, patch: InspirationPatch): Promise<Outcome<Idea>> => {
        const data = await change(UpdateInspirationDocument, { id, version, patch });
        return outcome<Idea>(data.updateInspiration);
      },
      /** Hangs a card elsewhere; seen at once. */
      place: async (idea: Idea, position: number): Promise<Outcome<Idea>> => {
        const { id, version } = idea;
        const data = await change(
          UpdateInspirationDocument,
          { id, version, patch: { position } },
          { foresee: { updateInspiration: { ...idea, position } } },
        );
        return outcome<Idea>(data.updateInspiration);
      },
      remove: async ({ id, version }: Idea): Promise<void> => {
        await change(
          DeleteInspirationDocument,
          { id, version },
          {
            update: (cache, { deleteInspiration }) => {
              if (!("id" in deleteInspiration)) return;
              cache.evict({ id: cache.identify({ __typename: "Inspiration", id }) ?? "" });
              cache.gc();
            },
          },
        );
      },
      convert: async ({ id, version }: Idea, to: Conversion): Promise<Converted> => {
        const data = await change(ConvertInspirationDocument, { id, version, to, projectId: null });
        const answer = data.convertInspiration;
        if ("current" in answer) return "changed meanwhile";
        if (answer.record) return { projectId: answer.record.projectId };
        return { logId: answer.log?.logId ?? "" };
      },
    }),
    [change],
  );
}
