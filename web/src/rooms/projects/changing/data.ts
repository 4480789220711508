"use client";

import { useApolloClient } from "@apollo/client/react";
import { useMemo } from "react";
import {
  ArchiveProjectDocument,
  CreateProjectDocument,
  DeleteProjectDocument,
  type NewProject,
  type ProjectPageFragment,
  type ProjectRowFragment,
  RestoreProjectDocument,
  UpdateProjectDocument,
} from "@/graphql/generated/graphql";
import { toProblem } from "@/graphql/to-problem";
import { placeInLists, removeFromLists, takeIn } from "../cached/data";
import type { ProjectEdit } from "../edit";
import { afterArchive, afterEdit, afterRestore } from "../foresight";

/** What became of an edit: done, or somebody else was first and nothing changed. */
type Outcome<T> = { done: T } | { theirs: ProjectPageFragment };

function outcome<T extends object>(answer: T | { current: ProjectPageFragment }): Outcome<T> {
  return "current" in answer ? { theirs: answer.current } : { done: answer };
}

/** An answer without data carries an error, which Apollo throws, so this can't be reached. */
function present<T>(data: T | undefined): T {
  if (data === undefined) throw toProblem(new Error("the answer is empty"));
  return data;
}

/** The writes on projects. Each shows its effect at once and takes it back if it fails. */
export function useProjectChanges() {
  const client = useApolloClient();
  return useMemo(() => {
    const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
      try {
        return await run();
      } catch (error) {
        throw toProblem(error);
      }
    };

    return {
      create: (input: NewProject) =>
        guarded(async () => {
          const { data } = await client.mutate({
            mutation: CreateProjectDocument,
            variables: { input },
            update: (cache, answer) => {
              if (answer.data) takeIn(cache, answer.data.createProject);
            },
          });
          return present(data).createProject;
        }),

      update: (project: ProjectPageFragment, version: number, edit: ProjectEdit) =>
        guarded(async () => {
          const { data } = await client.mutate({
            mutation: UpdateProjectDocument,
            variables: { id: project.id, version, patch: edit },
            optimisticResponse: {
              updateProject: afterEdit(project, edit, now()),
            },
            update: (cache, { data: answer }) => {
              const result = answer?.updateProject;
              if (result) placeInLists(cache, "current" in result ? result.current : result);
            },
          });
          return outcome(present(data).updateProject);
        }),

      archive: (project: ProjectRowFragment) =>
        guarded(async () => {
          const { data } = await client.mutate({
            mutation: ArchiveProjectDocument,
            variables: { id: project.id, version: project.version },
            optimisticResponse: {
              archiveProject: afterArchive(project, now()),
            },
            update: (cache, { data: answer }) => {
              const result = answer?.archiveProject;
              if (result) placeInLists(cache, "current" in result ? result.current : result);
            },
          });
          return outcome(present(data).archiveProject);
        }),

      restore: (project: ProjectRowFragment) =>
        guarded(async () => {
          const { data } = await client.mutate({
            mutation: RestoreProjectDocument,
            variables: { id: project.id, version: project.version },
            optimisticResponse: {
              restoreProject: afterRestore(project, now()),
            },
            update: (cache, { data: answer }) => {
              const result = answer?.restoreProject;
              if (result) placeInLists(cache, "current" in result ? result.current : result);
            },
          });
          return outcome(present(data).restoreProject);
        }),

      remove: (project: ProjectRowFragment) =>
        guarded(async () => {
          const { data } = await client.mutate({
            mutation: DeleteProjectDocument,
            variables: { id: project.id, version: project.version },
            update: (cache, { data: answer }) => {
              if (answer && "id" in answer.deleteProject) removeFromLists(cache, project.id);
            },
          });
          return outcome(present(data).deleteProject);
        }),
    };
  }, [client]);
}

function now(): string {
  return new Date().toISOString();
}
