"use client";

import { useRef } from "react";
import { attempt } from "@/patterns/attempt";
import { say, sayUndoable } from "@/patterns/toast";
import type { Order } from "../orders/status";
import { useFloorChanges } from "./data";
import { type Move, moveBack, moveTo } from "./line";

/** Moves orders in the line, says where they are, and takes it back. */
export function useMove(line: readonly Order[], onStale: () => void) {
  const changes = useFloorChanges();
  // An order changes while it is made; what is sent names the version that the page knows by then.
  const latest = useRef(line);
  latest.current = line;

  const send = async (id: string, move: Move): Promise<boolean> => {
    const order = latest.current.find((one) => one.id === id);
    if (order === undefined) return false;
    const outcome = await changes.move(order, move);
    if ("done" in outcome) return true;
    say("The line changed meanwhile, and is as it is shown now");
    onStale();
    return false;
  };

  return (from: number, to: number) => {
    const [order, there, back] = [line[from], moveTo(line, from, to), moveBack(line, from)];
    if (order === undefined || there === null || back === null) return;
    const focused = document.activeElement;
    void attempt("The line stays as it was", async () => {
      if (!(await send(order.id, there))) return;
      const takeBack = async () => {
        await send(order.id, back);
      };
      sayUndoable(`Number ${to + 1} in line`, () => {
        void attempt("The line wasn’t put back", takeBack);
      });
    });
    // A row that changes its place loses the focus.
    setTimeout(() => keepFocus(focused, order.id), 50);
  };
}

function keepFocus(focused: Element | null, id: string) {
  if (document.activeElement !== document.body) return;
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
}
