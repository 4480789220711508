"use client";

import { useEffect, useRef } from "react";
import { useQuery } from "@/routing/use-query";

/** `?record=1` begins at once: it is how the palette and a phone's shortcut ask for it. */
export function useRequestedStart(start: () => Promise<void>) {
  const { query, setQuery } = useQuery();
  const asked = query.get("record") === "1";
  const taken = useRef(false);
  useEffect(() => {
    if (asked && !taken.current) {
      setQuery({ record: null });
      void start();
    }
    // The address is slower than the recorder, which must not begin twice.
    taken.current = asked;
  });
}

/** What takes every key; a button only takes those that press it. */
const typing = "input, textarea, select, [role=dialog], [role=menu]";

/** Keys that mean something only while the recorder runs, and not to who is typing. */
export function useKeysWhile(active: boolean, keys: Readonly<Record<string, () => void>>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!active) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const taken = event.key === "Escape" ? typing : `${typing}, button, a`;
      if (target?.closest(taken)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [active]);
}

export function useWarningBeforeLeaving(active: boolean) {
  useEffect(() => {
    if (!active) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [active]);
}
