"use client";

import { type DragEvent, useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { say } from "@/patterns/toast";
import { cn } from "@/ui/cn";
import { cardType } from "./card-tools";
import { type Idea, useIdeaChanges } from "./data";
import { IdeaCard } from "./idea-card";
import { landing, moved } from "./order";

interface WallProps {
  ideas: readonly Idea[];
  readOnly: boolean;
  onTag: (tag: string) => void;
}

/** The cards in the order that people gave them: by dragging, by arrows, or by the menu. */
export function Wall({ ideas, readOnly, onTag }: WallProps) {
  const { place } = useIdeaChanges();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const [said, setSaid] = useState("");

  const move = (from: number, to: number) => {
    const steps = moved(ideas, from, to);
    const card = ideas[from];
    if (card === undefined || steps.length === 0) return;
    setSaid(`Moved to place ${to + 1} of ${ideas.length}`);
    const seen = attempt("The card wasn’t moved", async () => {
      const outcomes = await Promise.all(
        steps.map(({ card: each, position }) => place(each, position)),
      );
      if (outcomes.some((result) => "theirs" in result))
        say("Somebody changed this card first; look once more");
    });
    // The card moves in the page, which takes the focus from it.
    const focus = () =>
      list.current?.querySelector<HTMLElement>(`[data-grip="${card.id}"]`)?.focus();
    if (document.activeElement?.closest("[data-grip]")) requestAnimationFrame(focus);
    return seen;
  };

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(cardType)) return;
    event.preventDefault();
    const card = (event.target as HTMLElement).closest<HTMLElement>("[data-at]");
    // Between the columns the last gap stays.
    if (card === null) return;
    const { top, height } = card.getBoundingClientRect();
    setGap(Number(card.dataset.at) + (event.clientY > top + height / 2 ? 1 : 0));
  };
  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(cardType)) return;
    event.preventDefault();
    if (dragged !== null && gap !== null) void move(dragged, landing(dragged, gap));
    settle();
  };
  const settle = () => {
    setDragged(null);
    setGap(null);
  };

  return (
    <>
      <ul
        ref={list}
        aria-label="Board"
        onDragOver={onDragOver}
        onDrop={onDrop}
        className="columns-2 gap-3 sm:columns-3 lg:columns-4 2xl:columns-5"
      >
        {ideas.map((idea, index) => (
          <li
            key={idea.id}
            data-at={index}
            className={cn(
              "relative mb-3 break-inside-avoid",
              dragged === index && "opacity-40",
              gap === index && bar("before:-top-2"),
              gap === ideas.length && index === ideas.length - 1 && bar("before:-bottom-2"),
            )}
          >
            <IdeaCard
              idea={idea}
              readOnly={readOnly}
              onTag={onTag}
              first={index === 0}
              last={index === ideas.length - 1}
              onPlace={(to) => void move(index, to === "front" ? 0 : index + to)}
              onDragStart={() => setDragged(index)}
              onDragEnd={settle}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** Shows the gap that a card would fall into. */
const bar = (where: string) =>
  cn("before:absolute before:inset-x-0 before:h-1 before:rounded-full before:bg-accent", where);
