"use client";

import { ArchiveRestore, Trash2 } from "lucide-react";
import { useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { TimeAgo } from "@/patterns/time-ago";
import { say } from "@/patterns/toast";
import { useSettled } from "@/patterns/use-settled";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import { size } from "../format";
import { JournalFrame } from "../frame";
import { kindOf } from "../kinds";
import { useLiveJournal } from "../live/data";
import { type ArchivedItem, useArchive, useArchiveChanges } from "./data";

const kinds = ["artRecord", "log", "asset", "inspiration", "recording"] as const;

/** What was put away: found by its title, brought back, or deleted for good. */
export function ArchiveList() {
  useLiveJournal();
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const kind = query.get("kind");
  const [title, setTitle] = useState(query.get("q") ?? "");
  const asked = useSettled(title.trim());
  const { items, problem, retry, hasMore, loadMore, idle } = useArchive(asked || null, kind);
  const { restore, remove } = useArchiveChanges();
  const [deleting, setDeleting] = useState<ArchivedItem | null>(null);
  const onRestore = (item: ArchivedItem) =>
    attempt("It wasn’t brought back", async () => {
      await restore(item.key);
      say(`“${item.title}” is back`);
    });
  const filtered = asked !== "" || kind !== null;
  return (
    <JournalFrame title="Archive">
      <div className="mx-auto grid max-w-4xl gap-4 px-4 py-5 md:px-8">
        <div className="flex flex-wrap gap-2">
          <Input
            aria-label="Title"
            placeholder="Search titles"
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
              setQuery({ q: target.value.trim() });
            }}
            className="min-w-40 max-w-80 flex-1"
          />
          <Select
            aria-label="Kind"
            value={kind ?? ""}
            onChange={({ target }) => setQuery({ kind: target.value })}
          >
            <option value="">Everything</option>
            {kinds.map((name) => (
              <option key={name} value={name}>
                {kindOf(name).label}s
              </option>
            ))}
          </Select>
        </div>
        {problem !== undefined ? (
          <ErrorState what="The archive didn’t load" problem={problem} retry={retry} />
        ) : items === undefined ? (
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        ) : items.length === 0 ? (
          <EmptyState title={filtered ? "Nothing like that rests here" : "The archive is empty"}>
            <p>
              Notes, files and whole pieces that you archive come here, and so does what expires.
              Nothing in here is lost: each comes back as it was.
            </p>
          </EmptyState>
        ) : (
          <ul aria-label="Archive" className="grid">
            {items.map((item) => (
              <Row
                key={item.key}
                item={item}
                canWrite={can("journal.archive")}
                canDelete={can("archive.delete")}
                onRestore={() => void onRestore(item)}
                onDelete={() => setDeleting(item)}
              />
            ))}
          </ul>
        )}
        {hasMore && (
          <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
            Show more
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={(open) => !open && setDeleting(null)}
        title="Delete for good?"
        action="Delete for good"
        onConfirm={async () => {
          if (deleting !== null) await remove(deleting.key);
        }}
      >
        <p>“{deleting?.title}” can’t be brought back after this.</p>
      </ConfirmDialog>
    </JournalFrame>
  );
}

interface RowProps {
  item: ArchivedItem;
  canWrite: boolean;
  canDelete: boolean;
  onRestore: () => void;
  onDelete: () => void;
}

function Row({ item, canWrite, canDelete, onRestore, onDelete }: RowProps) {
  const { icon: Icon, label } = kindOf(item.kind);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2 text-sm last:border-b-0">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="grid min-w-40 flex-1">
        <span className="truncate font-medium">{item.title || label}</span>
        <span className="text-ink-soft text-xs">
          {label} · {item.reason} · {size(item.bytes)} · <TimeAgo at={item.archivedAt} />
        </span>
      </span>
      {canWrite && (
        <span className="flex gap-1">
          <Button size="sm" aria-label={`Bring back ${item.title}`} onClick={onRestore}>
            <ArchiveRestore /> Bring back
          </Button>
          {canDelete && (
            <Button
              size="icon"
              look="ghost"
              aria-label={`Delete ${item.title} for good`}
              onClick={onDelete}
            >
              <Trash2 />
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
