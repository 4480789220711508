"use client";

import { type ReactNode, useEffect, useState } from "react";

/** Shows its children only when the wait is long enough to be felt. */
export function Delayed({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : null;
}
