"use client";

import { useEffect, useRef } from "react";
import { explain, type Problem } from "@/problem/problem";
import { Button } from "@/ui/button";

interface MoreRowsProps {
  /** Called when the end of the list comes near, and by the button. */
  onReach: () => void;
  problem: Problem | undefined;
}

export function MoreRows({ onReach, problem }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  const failed = problem !== undefined;
  useEffect(() => {
    const element = end.current;
    if (element === null || failed) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onReach();
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [onReach, failed]);

  return (
    <div ref={end} className="grid justify-items-center gap-2 px-6 py-4">
      {failed && <p className="text-danger-text text-sm">{explain(problem)}</p>}
      <Button look="ghost" onClick={onReach}>
        {failed ? "Try again" : "Load more"}
      </Button>
    </div>
  );
}
