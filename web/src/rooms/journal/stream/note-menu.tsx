"use client";

import { Archive, BookOpenText, Ear, Ellipsis, Pencil, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import type { Entry } from "./data";
import type { useReview } from "./use-review";

interface NoteMenuProps {
  entry: Entry;
  review: ReturnType<typeof useReview>;
  onEdit: (entry: Entry) => void;
  /** Absent for a note that was typed. */
  onHearAgain: (() => void) | undefined;
}

/** What can be done with a note beside deciding about it. */
export function NoteMenu({ entry, review, onEdit, onHearAgain }: NoteMenuProps) {
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button look="ghost" size="icon" aria-label="What to do with this note">
            <Ellipsis />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => onEdit(entry)}>
            <Pencil /> Edit…
          </MenuItem>
          <MenuItem onSelect={() => void review.readAgain(entry)}>
            <BookOpenText /> Read the facts again
          </MenuItem>
          {onHearAgain !== undefined && (
            <MenuItem onSelect={onHearAgain}>
              <Ear /> Hear the recording again
            </MenuItem>
          )}
          <MenuItem onSelect={() => void review.takeBack(entry)}>
            <Undo2 /> Take back the last change
          </MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => void review.archive(entry)}>
            <Archive /> Archive
          </MenuItem>
          <MenuItem danger onSelect={() => setDeleting(true)}>
            <Trash2 /> Delete…
          </MenuItem>
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete the note?"
        action="Delete for good"
        onConfirm={() => review.remove(entry)}
      >
        <p>
          Nothing brings it back, and its hours no longer count. Archive it to keep it out of sight
          instead.
        </p>
      </ConfirmDialog>
    </>
  );
}
