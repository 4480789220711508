"use client";

import { useMemo } from "react";
import { attempt } from "@/patterns/attempt";
import { say, sayUndoable } from "@/patterns/toast";
import { type Collection, useCollectionChanges } from "./data";

type Patch = Parameters<ReturnType<typeof useCollectionChanges>["update"]>[1];

/** What people do with a collection as a whole; each says what became of it. */
export function useCollectionActs() {
  const { update, remove, restore } = useCollectionChanges();
  return useMemo(
    () => ({
      change: (collection: Collection, patch: Patch) =>
        attempt("The collection wasn’t changed", async () => {
          const result = await update(collection, patch);
          if ("theirs" in result) say("Somebody changed this collection first; look once more");
        }),
      bin: ({ id, name }: Collection) =>
        attempt("The collection wasn’t put into the bin", async () => {
          await remove(id);
          sayUndoable(`“${name}” put into the bin; its products stay`, () => {
            void attempt("It was not taken back", () => restore(id));
          });
        }),
    }),
    [update, remove, restore],
  );
}
