"use client";

import { useCallback } from "react";
import { sayProblem, sayUndoable } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { useProjectChanges } from "./changing/data";
import type { ProjectRow } from "./data";

/** How often to follow a project that others keep changing. */
const patience = 3;

/** Archives and restores at once, with a way back instead of a question. */
export function useShelf() {
  const changes = useProjectChanges();

  const move = useCallback(
    async (project: ProjectRow, to: ProjectRow["state"]): Promise<ProjectRow | null> => {
      const act = to === "ARCHIVED" ? changes.archive : changes.restore;
      let latest = project;
      try {
        // Archiving doesn't depend on what the fields say, so a change to them is no conflict.
        for (let attempt = 0; attempt < patience && latest.state !== to; attempt += 1) {
          const outcome = await act(latest);
          if ("done" in outcome) return outcome.done;
          latest = outcome.theirs;
        }
        return latest.state === to ? latest : null;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        sayProblem(to === "ARCHIVED" ? "Not archived" : "Not restored", error);
        return null;
      }
    },
    [changes],
  );

  return useCallback(
    async (project: ProjectRow) => {
      const to = project.state === "ACTIVE" ? "ARCHIVED" : "ACTIVE";
      const moved = await move(project, to);
      if (moved === null) return;
      const done = to === "ARCHIVED" ? "Archived" : "Restored";
      sayUndoable(`${done} “${project.name}”`, () => void move(moved, project.state));
    },
    [move],
  );
}
