"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useShortcut } from "@/shortcuts/provider";

const rows = "[data-row]";
/** The row that was left, a list, for who comes back to it from another page. */
const lastRows = new Map<string, string>();

/**
 * Moves the focus through the rows of a list with j and k. The focus itself is the selection, so
 * Enter opens the row because it is a link, and a screen reader says where we are.
 */
export function useListKeys(name: string): {
  list: RefObject<HTMLUListElement | null>;
  /** The id of the row that has the focus, or had it when the list last did. */
  current: () => string | null;
  /** Moves on before the current row leaves the list. */
  stepAway: () => void;
} {
  const list = useRef<HTMLUListElement>(null);

  const all = () => [...(list.current?.querySelectorAll<HTMLElement>(rows) ?? [])];
  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>(rows);
    return row && list.current?.contains(row) ? row : undefined;
  };
  const focus = (row: HTMLElement | undefined) => {
    if (row === undefined) return;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const move = (step: 1 | -1) => {
    const every = all();
    const here = focused();
    if (here !== undefined) return focus(every[every.indexOf(here) + step]);
    // Coming back to the list: begin where it was left.
    const left = every.find((row) => row.dataset.row === lastRows.get(name));
    return focus(left ?? (step === 1 ? every[0] : every.at(-1)));
  };

  useEffect(() => {
    const element = list.current;
    const remember = () => {
      const id = document.activeElement?.closest<HTMLElement>(rows)?.dataset.row;
      if (id !== undefined) lastRows.set(name, id);
    };
    element?.addEventListener("focusin", remember);
    return () => element?.removeEventListener("focusin", remember);
  });

  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));

  return {
    list,
    current: () => focused()?.dataset.row ?? null,
    stepAway: () => {
      const here = focused();
      if (here === undefined) return;
      const every = all();
      const index = every.indexOf(here);
      focus(every[index + 1] ?? every[index - 1]);
    },
  };
}
