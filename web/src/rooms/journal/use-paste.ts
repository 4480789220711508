"use client";

import { useEffect, useRef } from "react";

/** What is pasted anywhere on the page, but not into a field. */
export function usePaste(enabled: boolean, onPaste: (data: DataTransfer) => void) {
  const latest = useRef(onPaste);
  useEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = ({ target, clipboardData }: ClipboardEvent) => {
      if (target instanceof HTMLElement && target.matches("input, textarea")) return;
      if (clipboardData !== null) latest.current(clipboardData);
    };
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, [enabled]);
}
