"use client";

import { useState } from "react";
import { Problem } from "@/problem/problem";

/** Runs a form's action once at a time and keeps the problem it ended with. */
export function useSubmit<Arguments extends unknown[]>(
  action: (...values: Arguments) => Promise<void>,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (...values: Arguments) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await action(...values);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, problem, setProblem };
}
