"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import Link from "next/link";
import { Person } from "@/patterns/person";
import { Swatch } from "@/patterns/swatch";
import { TimeAgo } from "@/patterns/time-ago";
import { paths } from "@/routing/paths";
import { Button } from "@/ui/button";
import type { ProjectRow } from "./data";

interface RowProps {
  project: ProjectRow;
  owner: string | null;
  /** The pointer or the focus is on the row, so it may be opened next. */
  onPrepare: (id: string) => void;
  /** Null for who may not archive. */
  onShelve: ((id: string) => void) | null;
}

export function ProjectListRow(props: RowProps) {
  const { project, owner, onPrepare, onShelve } = props;
  const { id, name, type, ownerId, updatedAt, state } = project;
  const action = state === "ACTIVE" ? "Archive" : "Restore";
  return (
    <li className="group relative px-2 [contain-intrinsic-size:auto_2.5rem] [content-visibility:auto] md:px-3">
      <Link
        href={paths.project(id)}
        prefetch={false}
        data-row={id}
        onPointerEnter={() => onPrepare(id)}
        onFocus={() => onPrepare(id)}
        className="grid min-h-10 grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-md px-2 py-1.5 outline-none hover:bg-wash focus-visible:bg-wash focus-visible:ring-2 focus-visible:ring-accent-text focus-visible:ring-inset md:grid-cols-[auto_minmax(0,1fr)_9rem_11rem_5.5rem_1.75rem] md:px-3"
      >
        <Swatch of={type} />
        <span className="truncate font-medium text-ink text-sm">{name}</span>
        <span className="col-start-2 truncate text-ink-soft text-xs md:col-start-auto md:text-sm">
          {type}
        </span>
        <Person id={ownerId} name={owner} className="text-ink-soft text-sm max-md:hidden" />
        <TimeAgo
          at={updatedAt}
          className="col-start-3 row-start-1 whitespace-nowrap text-right text-ink-faint text-xs tabular-nums md:col-start-auto md:row-start-auto"
        />
      </Link>
      {onShelve !== null && (
        <Button
          look="ghost"
          size="icon"
          tabIndex={-1}
          aria-label={`${action} ${name}`}
          title={action}
          onClick={() => onShelve(id)}
          className="absolute top-1/2 right-4 -translate-y-1/2 opacity-0 hover:bg-press focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 max-md:hidden"
        >
          {state === "ACTIVE" ? <Archive /> : <ArchiveRestore />}
        </Button>
      )}
    </li>
  );
}
