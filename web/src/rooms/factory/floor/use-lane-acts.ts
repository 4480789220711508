"use client";

import { attempt } from "@/patterns/attempt";
import { sayUndoable } from "@/patterns/toast";
import { type Lane, useFloorChanges } from "./data";

/** What people do with lanes; each says what came of it, and is taken back. */
export function useLaneActs() {
  const changes = useFloorChanges();
  const name = (lanes: readonly Lane[]) =>
    lanes.length === 1 ? lanes[0]?.provider.name : "The floor";
  const pause = (lanes: readonly Lane[]) =>
    attempt("Nothing was paused", async () => {
      await changes.pauseLanes(lanes);
      sayUndoable(`${name(lanes)} is paused; what is being made will still be finished`, () => {
        void attempt("Nothing was resumed", () => changes.resumeLanes(lanes));
      });
    });
  const resume = (lanes: readonly Lane[]) =>
    attempt("Nothing was resumed", async () => {
      await changes.resumeLanes(lanes);
      sayUndoable(`${name(lanes)} goes on`, () => {
        void attempt("Nothing was paused", () => changes.pauseLanes(lanes));
      });
    });
  return { pause, resume };
}
