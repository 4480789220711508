"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ClashDialog } from "@/patterns/clash-dialog";
import { type Clash, rebase } from "@/patterns/merge";
import { type ProductPatch, type Sheet, useProductUpdate } from "./data";

type Edit = Pick<Partial<Sheet>, "liked" | "rating" | "notes">;

interface Clashing {
  theirs: Sheet;
  edit: Edit;
  clashes: readonly Clash<"notes">[];
}

/**
 * Saves changes of a product. What somebody else changed meanwhile stays, unless it is the same
 * field: of likes and ratings the last word counts, of notes one is asked.
 */
export function useProductEdits(product: Sheet): {
  save: (edit: Edit) => Promise<boolean>;
  question: ReactNode;
} {
  const update = useProductUpdate();
  const latest = useRef(product);
  useEffect(() => {
    latest.current = product;
  });
  const [clashing, setClashing] = useState<Clashing | null>(null);

  const put = useCallback(
    async (base: Sheet, on: Sheet, edit: Edit): Promise<void> => {
      const result = await update(on, edit as ProductPatch);
      if ("done" in result) {
        latest.current = result.done;
        return;
      }
      const { theirs } = result;
      const { rest, clashes } = rebase<Sheet, Edit>(base, edit, theirs);
      const notes = clashes.flatMap(({ field, mine, theirs: other }) =>
        field === "notes" ? [{ field: "notes" as const, mine, theirs: other }] : [],
      );
      const lastWord: Edit = { ...edit };
      if (!("notes" in rest)) delete lastWord.notes;
      if (Object.keys(lastWord).length > 0) await put(theirs, theirs, lastWord);
      if (notes.length > 0) setClashing({ theirs: latest.current, edit, clashes: notes });
    },
    [update],
  );
  const save = useCallback(
    (edit: Edit) =>
      attempt("The product wasn’t changed", () => put(latest.current, latest.current, edit)),
    [put],
  );

  const question = clashing !== null && (
    <ClashDialog
      what="the product"
      clashes={clashing.clashes}
      labelOf={() => "Notes"}
      show={String}
      joinable={["notes"]}
      onResolve={(mine, both) => {
        const { theirs, edit } = clashing;
        setClashing(null);
        if (mine.has("notes")) void save({ notes: edit.notes ?? "" });
        else if (both.has("notes")) {
          void save({ notes: `${edit.notes ?? ""}\n\n${theirs.notes}`.trim() });
        }
      }}
    />
  );
  return { save, question };
}
