"use client";

import { NetworkStatus } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { useCallback, useState } from "react";
import {
  ProjectDocument,
  type ProjectPageFragment,
  type ProjectRowFragment,
  ProjectsDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";
import type { Problem } from "@/problem/problem";
import type { ProjectView } from "./placing";

export type ProjectRow = ProjectRowFragment;
export type Project = ProjectPageFragment;

const pageSize = 50;

/** A list of projects, kept fresh by the live changes, so it is asked for once. */
export function useProjects(view: ProjectView) {
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(ProjectsDocument, {
    variables: { ...view, first: pageSize },
  });
  const [moreProblem, setMoreProblem] = useState<Problem>();
  const page = data?.projects;
  const idle = networkStatus === NetworkStatus.ready;

  const loadMore = useCallback(() => {
    if (!idle || !page?.pageInfo.hasNextPage) return;
    setMoreProblem(undefined);
    fetchMore({ variables: { after: page.pageInfo.endCursor } }).catch((reason: unknown) =>
      setMoreProblem(toProblem(reason)),
    );
  }, [idle, page, fetchMore]);

  return {
    projects: page?.nodes,
    problem: error && page === undefined ? toProblem(error) : undefined,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    loadMore,
    moreProblem,
    retry: () => void refetch().catch(() => undefined),
  };
}

/** A project: at once as far as a list has shown it, and whole when the server has answered. */
export function useProject(id: string) {
  const { data, dataState, error, refetch } = useQuery(ProjectDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
    returnPartialData: true,
  });
  const whole = dataState === "complete" ? data.project : undefined;
  return {
    project: whole,
    /** What to call it while the rest is on its way. */
    name: data?.project?.name,
    /** Beside a project that was there before, when it could not be read again. */
    problem: error ? toProblem(error) : undefined,
    retry: () => void refetch().catch(() => undefined),
  };
}

/** Reads a project before it is opened, when the pointer or the focus says that it may be. */
export function usePrefetchProject() {
  const client = useApolloClient();
  return useCallback(
    (id: string) =>
      void client.query({ query: ProjectDocument, variables: { id } }).catch(() => undefined),
    [client],
  );
}
