"use client";

import { useState } from "react";
import { ClashDialog } from "@/patterns/clash-dialog";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Input, Textarea } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { Approvals } from "./approvals";
import { type Brief, useBrief } from "./data";
import { DeliverableRows, RequirementRows } from "./rows";
import { useBriefEditor } from "./use-brief-editor";

const Versions = soon(() => import("./versions").then((file) => file.Versions));

export function BriefTab({ projectId }: { projectId: string }) {
  const { brief, problem, retry } = useBrief(projectId);
  if (problem !== undefined)
    return <ErrorState what="The brief didn’t load" problem={problem} retry={retry} />;
  if (brief === undefined)
    return (
      <Delayed>
        <Skeleton className="m-8 h-3.5 w-1/2" />
      </Delayed>
    );
  return <BriefPage projectId={projectId} brief={brief} />;
}

function BriefPage({ projectId, brief }: { projectId: string; brief: Brief | null }) {
  const { can } = useSession();
  const editor = useBriefEditor(projectId, brief);
  const [message, setMessage] = useState("");
  const readOnly = !can("brief.edit");
  const { draft, change } = editor;
  return (
    <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-8 px-4 py-6 md:px-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form
        className="grid content-start gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          editor.save(message.trim());
          setMessage("");
        }}
      >
        {brief === null && (
          <p className="text-base text-ink-soft">
            A brief says what was asked for: what the piece must be, and what is handed over when.
            Every save is a version that stays.
          </p>
        )}
        <RequirementRows
          value={draft.requirements}
          readOnly={readOnly}
          onChange={(requirements) => change({ requirements })}
        />
        <DeliverableRows
          value={draft.deliverables}
          readOnly={readOnly}
          onChange={(deliverables) => change({ deliverables })}
        />
        <section className="grid gap-2">
          <h2 id="brief-notes" className="font-semibold text-sm">
            Notes
          </h2>
          <Textarea
            aria-labelledby="brief-notes"
            value={draft.notes}
            readOnly={readOnly}
            maxLength={20_000}
            onChange={(event) => change({ notes: event.target.value })}
            className="field-sizing-content min-h-32"
          />
        </section>
        {!readOnly && editor.changed && (
          <div className="sticky bottom-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-sheet p-2 shadow-float">
            <Input
              aria-label="What changed, in a few words"
              placeholder="What changed, in a few words"
              value={message}
              maxLength={200}
              onChange={(event) => setMessage(event.target.value)}
              className="min-w-40 flex-1"
            />
            <Button look="ghost" onClick={editor.forget}>
              Forget changes
            </Button>
            <Button type="submit" look="solid" disabled={editor.busy}>
              Save as version {(brief?.version ?? 0) + 1}
            </Button>
          </div>
        )}
      </form>
      {brief !== null && (
        <aside aria-label="About this brief" className="grid content-start gap-8">
          <Approvals projectId={projectId} brief={brief} readOnly={readOnly} />
          <Versions projectId={projectId} brief={brief} readOnly={readOnly} />
        </aside>
      )}
      {editor.clashes !== null && (
        <ClashDialog
          what="this brief"
          clashes={editor.clashes}
          joinable={["notes"]}
          labelOf={(field) => (field === "notes" ? "Notes" : `Deliverable “${field}”`)}
          show={(value) => {
            if (typeof value === "string") return value === "" ? "(empty)" : value;
            const row = value as Brief["deliverables"][number];
            return [`${row.quantity} × ${row.name}`, row.format, row.due && `due ${row.due}`]
              .filter(Boolean)
              .join("\n");
          }}
          onResolve={editor.resolve}
        />
      )}
    </div>
  );
}
