"use client";

import { useCallback } from "react";
import { say, sayUndoable } from "@/patterns/toast";
import type { Outcome } from "../api/data";
import { attempt } from "../attempt";
import { type Entry, type LogPatch, useLogChanges } from "./data";

/** Deciding about notes, with a way back for each decision. */
export function useReview() {
  const changes = useLogChanges();

  const run = useCallback(
    (what: string, done: string, act: () => Promise<Outcome<Entry>>) =>
      attempt(what, async () => {
        const result = await act();
        if ("theirs" in result) return say("Somebody changed this note first; look once more");
        const undo = async () => {
          await changes.undo(result.done);
        };
        sayUndoable(done, () => void attempt("It wasn’t taken back", undo));
      }),
    [changes],
  );

  return {
    confirm: (entry: Entry) =>
      void run("The note wasn’t confirmed", "Confirmed", () => changes.confirm(entry)),
    reject: (entry: Entry) =>
      void run("The note wasn’t rejected", "Rejected", () => changes.reject(entry)),
    move: (entry: Entry, projectId: string | null) =>
      void run(
        "The note wasn’t moved",
        projectId === null ? "Taken out of its project" : "Moved",
        () => changes.update(entry, { projectId }),
      ),
    update: (entry: Entry, patch: LogPatch) =>
      run("The note wasn’t changed", "Changed", () => changes.update(entry, patch)),
    takeBack: (entry: Entry) =>
      attempt("It wasn’t taken back", async () => {
        await changes.undo(entry);
      }),
    archive: (entry: Entry) =>
      attempt("The note wasn’t archived", async () => {
        const result = await changes.archive(entry);
        if ("theirs" in result) return say("Somebody changed this note first; look once more");
        say("Archived; the archive brings it back");
      }),
    remove: (entry: Entry) =>
      attempt("The note wasn’t deleted", async () => {
        await changes.remove(entry);
        say("Deleted");
      }),
  };
}
