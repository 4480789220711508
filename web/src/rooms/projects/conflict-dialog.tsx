"use client";

import { ClashDialog } from "@/patterns/clash-dialog";
import { type ProjectField, projectFields } from "./edit";
import { showJson } from "./settings";
import type { Conflict } from "./use-project-edits";

interface ConflictDialogProps {
  conflict: Conflict;
  /** The fields in which mine stays. */
  onResolve: (mine: ReadonlySet<ProjectField>) => void;
}

/** The question whose text of a project stays. */
export function ConflictDialog({ conflict, onResolve }: ConflictDialogProps) {
  return (
    <ClashDialog
      what="this project"
      clashes={conflict.clashes}
      labelOf={(field) => projectFields.find((one) => one.field === field)?.label ?? field}
      show={(value) => (typeof value === "string" ? value : showJson(value))}
      isCode={(field) => field === "settings"}
      onResolve={onResolve}
    />
  );
}
