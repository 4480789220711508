"use client";

import { useSyncExternalStore } from "react";

const key = "atelier.rail";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether the rail shows icons only; this browser remembers it. */
export function useRailFolded(): [boolean, (folded: boolean) => void] {
  const folded = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key) === "folded",
    () => false,
  );
  const setFolded = (next: boolean) => {
    localStorage.setItem(key, next ? "folded" : "open");
    for (const listener of listeners) listener();
  };
  return [folded, setFolded];
}
