"use client";

import {
  ArrowLeftToLine,
  ArrowRight,
  Ellipsis,
  Frame,
  GripVertical,
  NotebookPen,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { say } from "@/patterns/toast";
import { journalPaths } from "@/routing/journal";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { type Idea, useIdeaChanges } from "./data";

/** Marks a drag as one of the board's own cards; anything else that is dropped is something new. */
export const cardType = "application/x-atelier-idea";

/** What a part of a card needs to be dragged by. */
export interface Handle {
  draggable: boolean;
  onDragStart?: (event: DragEvent<HTMLElement>) => void;
  onDragEnd?: () => void;
}

/** How a card is moved on its board. */
export interface Placing {
  first: boolean;
  last: boolean;
  /** To the front, or one place towards it or away from it. */
  onPlace: (to: "front" | 1 | -1) => void;
}

interface CardToolsProps extends Placing {
  idea: Idea;
  name: string;
  handle: Handle;
}

const steps: Readonly<Record<string, 1 | -1 | "front">> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: "front",
};

/** What can be done with a card: at its corner while it is pointed at, always on a phone. */
export function CardTools({ idea, name, handle, first, last, onPlace }: CardToolsProps) {
  const { remove, convert } = useIdeaChanges();
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  const become = (to: "PROJECT" | "LOG") =>
    attempt("It didn’t become one", async () => {
      const result = await convert(idea, to);
      if (result === "changed meanwhile") return say("Somebody changed this first; look once more");
      router.push(
        "projectId" in result ? journalPaths.project(result.projectId) : journalPaths.stream(),
      );
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onPlace(to);
  };
  return (
    <div className="absolute right-1.5 flex gap-1 max-md:bottom-2 md:top-1.5 md:opacity-0 md:focus-within:opacity-100 md:group-hover:opacity-100 md:has-data-[state=open]:opacity-100">
      <Button
        size="icon"
        aria-label={`Move ${name} with the arrow keys`}
        title="Drag, or move with the arrow keys"
        data-grip={idea.id}
        onKeyDown={onKeyDown}
        className="cursor-grab active:cursor-grabbing max-md:hidden"
        {...handle}
      >
        <GripVertical />
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <Button size="icon" aria-label={`What to do with ${name}`}>
            <Ellipsis />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={() => void become("PROJECT")}>
            <Frame /> Make a piece of it
          </MenuItem>
          <MenuItem onSelect={() => void become("LOG")}>
            <NotebookPen /> Make a note of it
          </MenuItem>
          {!(first && last) && <MenuSeparator />}
          {!first && (
            <MenuItem onSelect={() => onPlace("front")}>
              <ArrowLeftToLine /> Move to the front
            </MenuItem>
          )}
          {!last && (
            <MenuItem onSelect={() => onPlace(1)}>
              <ArrowRight /> Move one back
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem danger onSelect={() => setDeleting(true)}>
            <Trash2 /> Delete…
          </MenuItem>
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Take it off the board?"
        action="Delete"
        onConfirm={() => remove(idea)}
      >
        <p>
          “{name}” is deleted. {idea.asset !== null && "Its file stays in the gallery."}
        </p>
      </ConfirmDialog>
    </div>
  );
}
