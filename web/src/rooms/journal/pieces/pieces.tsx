"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { Swatch } from "@/patterns/swatch";
import { TimeAgo } from "@/patterns/time-ago";
import { useListKeys } from "@/patterns/use-list-keys";
import { useNow } from "@/patterns/use-now";
import { journalPaths } from "@/routing/journal";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Segments } from "@/ui/segments";
import { Skeleton } from "@/ui/skeleton";
import { dueIn, duration } from "../format";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type ArtStatus, type Piece, usePieces } from "./data";
import { statuses, statusLabel } from "./status";

const NewPiece = soon(() => import("./new-piece").then((file) => file.NewPiece));

/** The works of the studio as the journal sees them: how far, how long, until when. */
export function Pieces() {
  useLiveJournal();
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const asked =
    statuses.find(({ value }) => value.toLowerCase() === query.get("status"))?.value ?? null;
  const { pieces, problem, retry, hasMore, loadMore, idle } = usePieces(asked);
  const [making, setMaking] = useState(false);
  const keys = useListKeys("pieces");
  const canCreate = can("project.create");
  return (
    <JournalFrame
      title="Pieces"
      actions={
        canCreate && (
          <Button look="solid" onClick={() => setMaking(true)}>
            <Plus /> New piece
          </Button>
        )
      }
    >
      <div className="px-3 py-3 md:px-5">
        <Segments<ArtStatus | "ALL">
          label="Status"
          value={asked ?? "ALL"}
          options={[{ value: "ALL", label: "All" }, ...statuses]}
          onChange={(value) => setQuery({ status: value === "ALL" ? null : value.toLowerCase() })}
          className="max-w-full overflow-x-auto"
        />
      </div>
      {problem !== undefined ? (
        <ErrorState what="The pieces didn’t load" problem={problem} retry={retry} />
      ) : pieces === undefined ? (
        <Delayed>
          <Skeleton className="mx-6 h-3.5 w-1/2" />
        </Delayed>
      ) : pieces.length === 0 ? (
        <EmptyState
          title={asked === null ? "Nothing on the easel" : "None of these"}
          actions={canCreate && <Button onClick={() => setMaking(true)}>Begin a piece</Button>}
        >
          <p>
            A piece is a project with what an artist keeps about it: medium, client, deadline,
            budget, a brief, milestones, and every hour you talked about.
          </p>
        </EmptyState>
      ) : (
        <ul ref={keys.list} aria-label="Pieces" className="pb-4">
          {pieces.map((piece) => (
            <PieceRow key={piece.projectId} piece={piece} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button look="ghost" className="mx-5 mb-5" disabled={!idle} onClick={loadMore}>
          Show more
        </Button>
      )}
      <NewPiece open={making} onOpenChange={setMaking} />
    </JournalFrame>
  );
}

function PieceRow({ piece }: { piece: Piece }) {
  const now = useNow();
  const { progress, deadline } = piece;
  const late = deadline !== null && piece.status !== "COMPLETE" && Date.parse(deadline) < now;
  return (
    <li className="px-2 md:px-3">
      <Link
        href={journalPaths.project(piece.projectId)}
        prefetch={false}
        data-row={piece.projectId}
        className="grid min-h-12 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 outline-none hover:bg-wash focus-visible:bg-wash focus-visible:ring-2 focus-visible:ring-accent-text focus-visible:ring-inset md:grid-cols-[auto_minmax(0,1fr)_7rem_7rem_8rem_5rem] md:px-3"
      >
        <Swatch of={piece.medium} />
        <span className="grid min-w-0">
          <span className="truncate font-medium text-sm">{piece.title}</span>
          <span className="truncate text-ink-soft text-xs">
            {[piece.medium, piece.client].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="max-md:hidden">
          <Badge look={piece.status === "PRODUCTION" ? "accent" : "line"}>
            {statusLabel(piece.status)}
          </Badge>
        </span>
        <span className="text-right text-ink-soft text-sm tabular-nums md:text-left">
          {duration(progress.minutes)}
        </span>
        <span
          className={
            late ? "text-danger-text text-sm max-md:hidden" : "text-ink-soft text-sm max-md:hidden"
          }
        >
          {deadline !== null && `due ${dueIn(deadline, now)}`}
        </span>
        <TimeAgo
          at={progress.lastWorkedAt ?? piece.updatedAt}
          className="text-right text-ink-faint text-xs tabular-nums max-md:hidden"
        />
      </Link>
    </li>
  );
}
