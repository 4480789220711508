"use client";

import { ago, moment } from "@/format/time";
import { useNow } from "./use-now";

export function TimeAgo({ at, className }: { at: string; className?: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={moment(at)} className={className}>
      {ago(at, now)}
    </time>
  );
}
