"use client";

import { Check, CircleDashed, type LucideIcon, RotateCcw, Undo2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { TimeAgo } from "@/patterns/time-ago";
import { say } from "@/patterns/toast";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Input } from "@/ui/input";
import type { Outcome } from "../api/data";
import { type ApprovalState, type Brief, useBriefChanges } from "./data";

const states: Readonly<Record<ApprovalState, { label: string; icon: LucideIcon; look: string }>> = {
  REQUESTED: { label: "asked", icon: CircleDashed, look: "text-ink-faint" },
  APPROVED: { label: "approved", icon: Check, look: "text-good-text" },
  CHANGES_REQUESTED: { label: "wants changes", icon: RotateCcw, look: "text-caution-text" },
  WITHDRAWN: { label: "withdrawn", icon: Undo2, look: "text-ink-faint" },
};

interface ApprovalsProps {
  projectId: string;
  brief: Brief;
  readOnly: boolean;
}

/** Who was asked about this version, and what they said. */
export function Approvals({ projectId, brief, readOnly }: ApprovalsProps) {
  const { request, decide } = useBriefChanges(projectId);
  const [who, setWho] = useState("");
  const run = (what: string, act: () => Promise<Outcome<Brief>>) =>
    attempt(what, async () => {
      if ("theirs" in (await act())) say("This brief was changed in between; look once more");
    });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (who.trim() === "") return;
    if (await run("Nobody was asked", () => request(brief, who.trim(), ""))) setWho("");
  };
  return (
    <section aria-label="Approvals" className="grid gap-3">
      <h2 className="font-semibold text-sm">Approvals of version {brief.version}</h2>
      <ul className="grid gap-2">
        {brief.approvals.map(({ id, who: asked, state, note, requestedAt, decidedAt }) => {
          const { label, icon: Icon, look } = states[state];
          return (
            <li
              key={id}
              className="grid gap-1.5 rounded-lg border border-line bg-sheet px-3 py-2 text-sm"
            >
              <span className="flex items-center gap-2">
                <Icon aria-hidden className={cn("size-4 shrink-0", look)} />
                <span className="min-w-0 flex-1 truncate font-medium">{asked}</span>
                <span className="text-ink-soft text-xs">{label}</span>
                <TimeAgo at={decidedAt ?? requestedAt} className="text-ink-faint text-xs" />
              </span>
              {note !== "" && <span className="text-ink-soft">{note}</span>}
              {state === "REQUESTED" && !readOnly && (
                <span className="flex flex-wrap gap-1">
                  {(["APPROVED", "CHANGES_REQUESTED", "WITHDRAWN"] as const).map((next) => (
                    <Button
                      key={next}
                      size="sm"
                      look={next === "APPROVED" ? "plain" : "ghost"}
                      onClick={() =>
                        void run("The answer wasn’t kept", () => decide(brief, id, next))
                      }
                    >
                      {next === "APPROVED"
                        ? "Approved"
                        : next === "WITHDRAWN"
                          ? "Withdraw"
                          : "Wants changes"}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <form onSubmit={(event) => void onSubmit(event)} className="flex gap-2">
          <Input
            aria-label="Whom to ask"
            placeholder="Whom to ask"
            value={who}
            maxLength={200}
            onChange={(event) => setWho(event.target.value)}
          />
          <Button type="submit" disabled={who.trim() === ""}>
            Ask
          </Button>
        </form>
      )}
    </section>
  );
}
