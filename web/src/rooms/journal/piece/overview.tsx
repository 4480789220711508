"use client";

import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { attempt } from "@/patterns/attempt";
import { ClashDialog } from "@/patterns/clash-dialog";
import { InlineText } from "@/patterns/inline-text";
import { TimeAgo } from "@/patterns/time-ago";
import { say } from "@/patterns/toast";
import { journalPaths } from "@/routing/journal";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Progress } from "@/ui/progress";
import { Segments } from "@/ui/segments";
import { duration } from "../format";
import { type Piece, usePieceChanges } from "../pieces/data";
import { statuses } from "../pieces/status";
import { CustomFields } from "./custom-fields";
import { MoneyField } from "./money-field";
import { Pictures } from "./pictures";
import { usePieceEdits } from "./use-piece-edits";

const labels: Readonly<Record<string, string>> = {
  title: "Title",
  medium: "Medium",
  status: "Status",
  client: "Client",
  deadline: "Deadline",
  budget: "Budget",
  hourlyRate: "Hourly rate",
  customFields: "Own fields",
};

/** What is known of a piece, each edited where it stands. */
export function Overview({ piece }: { piece: Piece }) {
  const { can } = useSession();
  const { shown, edit, conflict, resolve } = usePieceEdits(piece);
  const readOnly = !can("record.edit");
  return (
    <div className="mx-auto grid max-w-5xl gap-x-12 gap-y-8 px-4 py-6 md:px-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="grid min-w-0 content-start gap-5">
        <InlineText
          label="Title"
          value={shown.title}
          readOnly={readOnly}
          maxLength={200}
          refuse={(text) => (text === "" ? "A piece needs a title." : null)}
          onCommit={(title) => edit({ title })}
          className="display text-[2rem] leading-10"
        />
        <Segments
          label="Status"
          value={shown.status}
          options={statuses}
          onChange={(status) => !readOnly && edit({ status })}
          className="justify-self-start"
        />
        <Pictures projectId={piece.projectId} />
        <dl className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <Row label="Medium">
            <InlineText
              label="Medium"
              value={shown.medium}
              readOnly={readOnly}
              maxLength={200}
              placeholder="Such as oil on panel"
              onCommit={(medium) => edit({ medium })}
            />
          </Row>
          <Row label="Client">
            <InlineText
              label="Client"
              value={shown.client ?? ""}
              readOnly={readOnly}
              maxLength={200}
              placeholder="Nobody"
              onCommit={(client) => edit({ client: client === "" ? null : client })}
            />
          </Row>
          <Row label="Deadline">
            <Input
              aria-label="Deadline"
              type="date"
              key={shown.deadline ?? ""}
              defaultValue={shown.deadline ?? ""}
              readOnly={readOnly}
              onBlur={({ target }) => {
                if (target.value !== (shown.deadline ?? ""))
                  edit({ deadline: target.value || null });
              }}
              className="max-w-44"
            />
          </Row>
          <Row label="Budget">
            <MoneyField
              label="Budget"
              value={shown.budget ?? null}
              readOnly={readOnly}
              onCommit={(budget) => edit({ budget })}
            />
          </Row>
          <Row label="Hourly rate">
            <MoneyField
              label="Hourly rate"
              value={shown.hourlyRate ?? null}
              readOnly={readOnly}
              onCommit={(hourlyRate) => edit({ hourlyRate })}
            />
          </Row>
        </dl>
        <CustomFields
          value={shown.customFields}
          readOnly={readOnly}
          onCommit={(customFields) => edit({ customFields })}
        />
      </div>
      <Aside piece={shown} canArchive={can("journal.archive")} />
      {conflict !== null && (
        <ClashDialog
          what="this piece"
          clashes={conflict.clashes}
          labelOf={(field) => labels[field] ?? field}
          show={(value) =>
            value === null || value === ""
              ? "(empty)"
              : typeof value === "string"
                ? value
                : JSON.stringify(value, null, 2)
          }
          onResolve={resolve}
        />
      )}
    </div>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-ink-faint text-xs">{label}</dt>
      <dd className="text-sm">{children}</dd>
    </div>
  );
}

function Aside({ piece, canArchive }: { piece: Piece; canArchive: boolean }) {
  const { archive } = usePieceChanges();
  const router = useRouter();
  const { progress } = piece;
  const share =
    progress.milestones === 0
      ? undefined
      : (progress.milestonesComplete / progress.milestones) * 100;
  const onArchive = () =>
    attempt("The piece wasn’t archived", async () => {
      const result = await archive(piece);
      if ("theirs" in result) return say("Somebody changed this piece first; look once more");
      say("On its way to the archive, with all that belongs to it");
      router.push(journalPaths.projects());
    });
  return (
    <aside aria-label="Progress" className="grid content-start gap-4 text-sm">
      <p>
        <span className="display block text-3xl">{duration(progress.minutes)}</span>
        <span className="text-ink-soft">
          in {progress.logs} {progress.logs === 1 ? "note" : "notes"}
          {progress.pendingLogs > 0 && `, ${progress.pendingLogs} to review`}
        </span>
      </p>
      {share !== undefined && (
        <div className="grid gap-1.5">
          <span className="text-ink-soft">
            {progress.milestonesComplete} of {progress.milestones} milestones
          </span>
          <Progress label="Milestones" percent={Math.round(share)} />
        </div>
      )}
      <p className="text-ink-soft">
        {progress.assets} {progress.assets === 1 ? "file" : "files"}
        {progress.lastWorkedAt !== null && progress.lastWorkedAt !== undefined && (
          <>
            ; last worked on: <TimeAgo at={progress.lastWorkedAt} />
          </>
        )}
      </p>
      {canArchive && (
        <Button look="ghost" className="justify-self-start" onClick={() => void onArchive()}>
          <Archive /> Archive the piece
        </Button>
      )}
    </aside>
  );
}
