"use client";

import { useCallback, useRef, useState } from "react";
import { type Clash, rebase } from "@/patterns/merge";
import { say, sayProblem } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { type ArtRecordPatch, type Piece, usePieceChanges } from "../pieces/data";

type Field = keyof ArtRecordPatch & keyof Piece & string;
type Edit = Partial<Pick<Piece, Field>>;

interface Conflict {
  clashes: Clash<Field>[];
  mine: Edit;
  theirs: Piece;
}

/**
 * Saves edits of one piece, one after the other. When somebody else wrote in between, edits of
 * different fields are merged; `conflict` asks about the others.
 */
export function usePieceEdits(piece: Piece) {
  const { update } = usePieceChanges();
  const [unsaved, setUnsaved] = useState<Edit>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(piece);
  if (piece.version > latest.current.version) latest.current = piece;

  const save = useCallback(
    async (edit: Edit, base: Piece) => {
      let [from, mine] = [base, edit];
      while (Object.keys(mine).length > 0) {
        const result = await update(from, mine as ArtRecordPatch);
        if ("done" in result) {
          latest.current = result.done;
          return;
        }
        const { rest, clashes } = rebase<Piece, Edit>(base, mine, result.theirs);
        latest.current = result.theirs;
        if (clashes.length > 0) {
          setConflict({ clashes: clashes as Clash<Field>[], mine, theirs: result.theirs });
          return;
        }
        [from, mine] = [result.theirs, rest];
        say("Saved together with a change that came in meanwhile");
      }
    },
    [update],
  );

  const edit = useCallback(
    (change: Edit) => {
      const base = latest.current;
      setUnsaved((before) => ({ ...before, ...change }));
      queue.current = queue.current
        // Our own save before this one is no change of somebody else's.
        .then(() => save(change, latest.current.version > base.version ? latest.current : base))
        .then(() => setUnsaved((before) => without(before, change)))
        .catch((error: unknown) => {
          setUnsaved({});
          if (!(error instanceof Problem)) throw error;
          sayProblem("Your change wasn’t saved", error);
        });
    },
    [save],
  );

  const resolve = (keep: ReadonlySet<Field>) => {
    if (conflict === null) return;
    const dropped = new Set(
      conflict.clashes.map(({ field }) => field).filter((field) => !keep.has(field)),
    );
    const rest = Object.entries(conflict.mine).filter(([field]) => !dropped.has(field as Field));
    setConflict(null);
    latest.current = conflict.theirs;
    if (rest.length > 0) edit(Object.fromEntries(rest) as Edit);
  };

  return { shown: { ...piece, ...unsaved } as Piece, edit, conflict, resolve };
}

function without(before: Edit, saved: Edit): Edit {
  return Object.fromEntries(
    Object.entries(before).filter(([field, value]) => saved[field as Field] !== value),
  ) as Edit;
}
