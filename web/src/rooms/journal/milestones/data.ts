"use client";

import type { ApolloCache } from "@apollo/client/cache";
import { useMemo } from "react";
import {
  CreateMilestoneDocument,
  DeleteMilestoneDocument,
  type MilestonePatch,
  type MilestoneRowFragment,
  MilestonesDocument,
  type NewMilestone,
  UpdateMilestoneDocument,
} from "@/graphql/generated/journal/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";
import { inOrder } from "./order";

export type Milestone = MilestoneRowFragment;
export type { MilestonePatch, NewMilestone };

export function useMilestones(projectId: string) {
  const { data, problem, retry } = useRead(MilestonesDocument, { projectId });
  const milestones = useMemo(() => data && inOrder(data.milestones), [data]);
  return { milestones, problem, retry };
}

export function useMilestoneChanges(projectId: string) {
  const change = useChange();
  return useMemo(() => {
    const edit = (cache: ApolloCache, next: (rows: readonly Milestone[]) => Milestone[]) =>
      cache.updateQuery(
        { query: MilestonesDocument, variables: { projectId } },
        (data) => data && { milestones: next(data.milestones) },
      );
    return {
      create: async (input: NewMilestone): Promise<void> => {
        await change(
          CreateMilestoneDocument,
          { projectId, input },
          {
            update: (cache, { createMilestone: made }) =>
              edit(cache, (rows) => [...rows.filter(({ id }) => id !== made.id), made]),
          },
        );
      },
      update: async (milestone: Milestone, patch: MilestonePatch): Promise<Outcome<Milestone>> => {
        const { id, version } = milestone;
        const {
          name = milestone.name,
          status = milestone.status,
          criteria = milestone.criteria,
          position = milestone.position,
          due = milestone.due,
        } = patch;
        const foreseen = {
          ...milestone,
          name: name ?? milestone.name,
          status: status ?? milestone.status,
          criteria: (criteria ?? []).map(({ text, met = false }) => ({ text, met })),
          position: position ?? milestone.position,
          due,
        };
        const data = await change(
          UpdateMilestoneDocument,
          { id, projectId, version, patch },
          { foresee: { updateMilestone: foreseen } },
        );
        return outcome<Milestone>(data.updateMilestone);
      },
      remove: async ({ id, version }: Milestone): Promise<void> => {
        await change(
          DeleteMilestoneDocument,
          { id, projectId, version },
          {
            update: (cache, { deleteMilestone }) => {
              if ("id" in deleteMilestone)
                edit(cache, (rows) => rows.filter((row) => row.id !== id));
            },
          },
        );
      },
    };
  }, [change, projectId]);
}
