"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useListKeys } from "@/patterns/use-list-keys";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Segments } from "@/ui/segments";
import { Skeleton } from "@/ui/skeleton";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type ArtStatus, useCovers, usePieces } from "./data";
import { PieceCard } from "./piece-card";
import { statuses } from "./status";

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
  const covers = useCovers();
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
        <ul
          ref={keys.list}
          aria-label="Pieces"
          className="grid grid-cols-2 gap-3 px-3 pb-5 md:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] md:gap-4 md:px-5"
        >
          {pieces.map((piece) => (
            <li key={piece.projectId} className="grid">
              <PieceCard piece={piece} cover={covers.get(piece.projectId)} />
            </li>
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
