"use client";

import { useCallback } from "react";
import { attempt } from "@/patterns/attempt";
import { say, sayUndoable } from "@/patterns/toast";
import type { Outcome } from "../api/data";
import { type Entry, type LogPatch, useLogChanges } from "./data";
import { UndoStack } from "./undo-stack";

/** Longer than any toast: who decides fast notices late. */
const decisions = new UndoStack();

/** Takes the latest decision back that still can be. */
export function undoDecision() {
  if (!decisions.undo()) say("There is nothing to take back");
}

const changedMeanwhile = () => say("Somebody changed this note first; look once more");

/** Deciding about notes, with a way back for each decision. */
export function useReview() {
  const changes = useLogChanges();

  const takeBack = useCallback(
    (entry: Entry) =>
      attempt("It wasn’t taken back", async () => {
        if ("theirs" in (await changes.undo(entry))) changedMeanwhile();
      }),
    [changes],
  );
  const run = useCallback(
    (what: string, done: string, act: () => Promise<Outcome<Entry>>) =>
      attempt(what, async () => {
        const result = await act();
        if ("theirs" in result) return changedMeanwhile();
        decisions.push(sayUndoable(done, () => void takeBack(result.done)));
      }),
    [takeBack],
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
    readAgain: (entry: Entry) =>
      attempt("The note wasn’t read again", async () => {
        const result = await changes.readAgain(entry);
        if ("theirs" in result) return changedMeanwhile();
        say("Read again, with what was learned since");
      }),
    takeBack,
    archive: (entry: Entry) =>
      attempt("The note wasn’t archived", async () => {
        const result = await changes.archive(entry);
        if ("theirs" in result) return changedMeanwhile();
        say("Archived; the archive brings it back");
      }),
    remove: changes.remove,
  };
}
