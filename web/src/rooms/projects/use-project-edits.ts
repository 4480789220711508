"use client";

import { useCallback, useRef, useState } from "react";
import { type Clash, rebase } from "@/patterns/merge";
import { say, sayProblem } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { useProjectChanges } from "./changing/data";
import type { Project } from "./data";
import { editedFields, type ProjectEdit, type ProjectField } from "./edit";

export interface Conflict {
  mine: ProjectEdit;
  /** What of mine can be saved whatever is chosen. */
  rest: ProjectEdit;
  theirs: Project;
  clashes: readonly Clash<ProjectField>[];
}

/**
 * Saves edits of one project one after the other, so that each carries the version of the one
 * before. When somebody else wrote in between and the two edits don't touch the same field, the
 * edit is made again on top of theirs; otherwise `conflict` asks.
 */
export function useProjectEdits(project: Project) {
  const { update } = useProjectChanges();
  const [unsaved, setUnsaved] = useState<ProjectEdit>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const waiting = useRef<ProjectEdit>({});
  const known = useRef<Project | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async (from: Project) => {
      running.current = true;
      let base = from;
      try {
        while (editedFields(waiting.current).length > 0) {
          const mine = waiting.current;
          waiting.current = {};
          const outcome = await update({ ...base, ...mine }, base.version, mine);
          if ("done" in outcome) {
            base = outcome.done;
            known.current = base;
            continue;
          }
          const edit = { ...mine, ...waiting.current };
          waiting.current = {};
          const { theirs } = outcome;
          const { rest, clashes } = rebase(base, edit, theirs);
          if (clashes.length > 0) {
            setConflict({ mine: edit, rest, theirs, clashes });
            return;
          }
          base = theirs;
          waiting.current = rest;
          say("Saved together with a change that came in meanwhile");
        }
        setUnsaved({});
      } catch (error) {
        waiting.current = {};
        setUnsaved({});
        if (!(error instanceof Problem)) throw error;
        sayProblem("Your change wasn't saved", error);
      } finally {
        running.current = false;
      }
    },
    [update],
  );

  /** Saves `edit`, which was made while looking at `base`. */
  const edit = useCallback(
    (change: ProjectEdit, base: Project) => {
      waiting.current = { ...waiting.current, ...change };
      setUnsaved((before) => ({ ...before, ...change }));
      if (running.current) return;
      // Our own save may have come back while this edit was being made.
      const later = known.current;
      const ours =
        later !== null &&
        later.version > base.version &&
        rebase(base, change, later).clashes.length === 0;
      void run(ours ? later : base);
    },
    [run],
  );

  const resolve = useCallback(
    (mine: ReadonlySet<ProjectField>) => {
      if (conflict === null) return;
      const kept = [...mine].map((field) => [field, conflict.mine[field]]);
      const rest: ProjectEdit = { ...conflict.rest, ...Object.fromEntries(kept) };
      setConflict(null);
      setUnsaved(rest);
      waiting.current = rest;
      known.current = conflict.theirs;
      void run(conflict.theirs);
    },
    [conflict, run],
  );

  return { shown: { ...project, ...unsaved }, edit, conflict, resolve };
}
