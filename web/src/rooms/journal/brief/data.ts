"use client";

import type { ApolloCache } from "@apollo/client/cache";
import { useMemo } from "react";
import {
  type ApprovalState,
  BriefDiffDocument,
  type BriefDiffQuery,
  BriefDocument,
  type BriefInput,
  type BriefPageFragment,
  BriefVersionsDocument,
  DecideApprovalDocument,
  RequestApprovalDocument,
  RestoreBriefDocument,
  SaveBriefDocument,
} from "@/graphql/generated/journal/graphql";
import { Problem } from "@/problem/problem";
import { type Outcome, useChange, useRead } from "../api/data";

export type Brief = BriefPageFragment;
export type Deliverable = Brief["deliverables"][number];
export type DiffLine = BriefDiffQuery["briefDiff"]["lines"][number];
export type { ApprovalState, BriefInput };

/** The brief as it stands; null before there is one. */
export function useBrief(projectId: string) {
  const { data, problem, retry } = useRead(BriefDocument, { projectId });
  return { brief: data === undefined ? undefined : (data.brief ?? null), problem, retry };
}

export function useBriefVersions(projectId: string) {
  return useRead(BriefVersionsDocument, { projectId, first: 50 }).data?.briefVersions.nodes;
}

export function useBriefDiff(projectId: string, from: number, to: number) {
  return useRead(BriefDiffDocument, { projectId, from, to }, { fresh: false }).data?.briefDiff
    .lines;
}

type Answer = Brief | { current: Brief | null };

/** A conflict without a brief: it was taken away, so there is nothing to merge with. */
function lost(): Problem {
  return new Problem({ code: "brief_not_found", message: "This brief is no longer there" });
}

/** What is stored now, whoever wrote it. */
function taken(answer: Answer): Brief {
  const brief = "current" in answer ? answer.current : answer;
  if (brief === null) throw lost();
  return brief;
}

function split(answer: Answer): Outcome<Brief> {
  return "current" in answer ? { theirs: taken(answer) } : { done: answer };
}

export function useBriefChanges(projectId: string) {
  const change = useChange();
  return useMemo(() => {
    const take = (cache: ApolloCache, answer: Answer) => {
      const brief = "current" in answer ? answer.current : answer;
      cache.writeQuery({ query: BriefDocument, variables: { projectId }, data: { brief } });
      cache.evict({ id: "ROOT_QUERY", fieldName: "briefVersions" });
    };
    return {
      save: async (basedOn: number, input: BriefInput): Promise<Outcome<Brief>> => {
        const data = await change(
          SaveBriefDocument,
          { projectId, basedOn, input },
          {
            // A conflict is merged before anything on the screen changes.
            update: (cache, { saveBrief }) => {
              if (!("current" in saveBrief)) take(cache, saveBrief);
            },
          },
        );
        return split(data.saveBrief);
      },
      restore: async (version: number, basedOn: number): Promise<Outcome<Brief>> => {
        const data = await change(
          RestoreBriefDocument,
          { projectId, version, basedOn },
          { update: (cache, { restoreBrief: answer }) => take(cache, answer) },
        );
        return split(data.restoreBrief);
      },
      request: async (
        { version, lock }: Brief,
        who: string,
        note: string,
      ): Promise<Outcome<Brief>> => {
        const data = await change(
          RequestApprovalDocument,
          { projectId, version, lock, who, note },
          { update: (cache, { requestApproval: answer }) => take(cache, answer) },
        );
        return split(data.requestApproval);
      },
      decide: async (
        { version, lock }: Brief,
        approvalId: string,
        state: ApprovalState,
      ): Promise<Outcome<Brief>> => {
        const data = await change(
          DecideApprovalDocument,
          { projectId, version, lock, approvalId, state },
          { update: (cache, { decideApproval: answer }) => take(cache, answer) },
        );
        return split(data.decideApproval);
      },
    };
  }, [change, projectId]);
}
