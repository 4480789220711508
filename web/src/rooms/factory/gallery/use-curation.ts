"use client";

import { useCallback, useMemo } from "react";
import { attempt } from "@/patterns/attempt";
import { sayUndoable } from "@/patterns/toast";
import { type BulkChange, said } from "./bulk";
import { useProductChanges } from "./data";

/**
 * Changes products, says so and offers to take it back. `onDone` hears what was changed, and once
 * more when it was taken back.
 */
export function useCuration(onDone: (ids: readonly string[], change: BulkChange | null) => void) {
  const { change, takeBack } = useProductChanges();
  const curate = useCallback(
    (ids: readonly string[], bulk: BulkChange, name?: string) =>
      attempt("Nothing was changed", async () => {
        if (ids.length === 0) return;
        const undo = await change(ids, bulk);
        onDone(ids, bulk);
        sayUndoable(said(bulk, ids.length, name), () => {
          void attempt("It was not taken back", async () => {
            await takeBack(undo);
            onDone(ids, null);
          });
        });
      }),
    [change, takeBack, onDone],
  );
  return useMemo(() => ({ curate }), [curate]);
}
