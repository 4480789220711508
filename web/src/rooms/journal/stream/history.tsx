"use client";

import { TimeAgo } from "@/patterns/time-ago";
import { usePeople } from "@/session/data";
import { useHistory } from "./data";

const words: Readonly<Record<string, string>> = {
  extracted: "facts read",
  edited: "edited",
  confirmed: "confirmed",
  rejected: "rejected",
  undone: "taken back",
  moved: "moved",
  transcribed: "written down",
};

/** What happened to a note, newest first. */
export function History({ id }: { id: string }) {
  const history = useHistory(id);
  const nameOf = usePeople();
  if (history === undefined || history.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-default font-medium">History</summary>
      <ol className="mt-2 grid gap-1">
        {[...history].reverse().map(({ at, by, kind, note }) => (
          <li key={`${at}-${kind}`} className="flex gap-3 text-ink-soft text-xs">
            <TimeAgo at={at} className="w-10 shrink-0 text-ink-faint" />
            <span className="min-w-0 break-words">
              {[words[kind] ?? kind, by && nameOf(by), note].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
