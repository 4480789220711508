"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { TimeAgo } from "@/patterns/time-ago";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { clock } from "../format";
import { kindOf } from "../kinds";
import { useHearingNote } from "../stream/use-hearing";
import type { Hit } from "./data";
import { Marked } from "./marked";
import { placeOf } from "./place-of";

/** One hit: what it is, the words that were found, and why it is here; of speech, the sound of it. */
export function HitRow({ hit }: { hit: Hit }) {
  const { icon: Icon, label } = kindOf(hit.kind);
  const hear = useHearingNote();
  const title = hit.highlights.find(({ field }) => field === "title");
  const rest = hit.highlights.filter(({ field }) => field !== "title").slice(0, 2);
  const startMs = hit.startMs ?? null;
  return (
    <li className="flex items-center gap-1 rounded-md hover:bg-wash">
      <Link
        href={placeOf(hit)}
        prefetch={false}
        data-row={hit.id}
        className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-md px-2 py-2.5 outline-none focus-visible:bg-wash focus-visible:ring-2 focus-visible:ring-accent-text focus-visible:ring-inset"
      >
        <Icon aria-hidden className="mt-0.5 size-4 text-ink-faint" />
        <span className="flex min-w-0 items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate font-medium text-sm">
            {title === undefined ? hit.title || label : <Marked {...title} />}
          </span>
          <TimeAgo at={hit.at} className="shrink-0 text-ink-faint text-xs" />
        </span>
        <span className="col-start-2 grid gap-1">
          {rest.map((highlight) => (
            <span key={highlight.field} className="line-clamp-2 break-words text-ink-soft text-sm">
              <Marked {...highlight} />
            </span>
          ))}
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-faint text-xs">
            <Badge>{label.toLowerCase()}</Badge>
            {hit.projectTitle && <span>{hit.projectTitle}</span>}
            {hit.why.length > 0 && <span>{hit.why.join(", ")}</span>}
          </span>
        </span>
      </Link>
      {startMs !== null && (
        <Button
          look="ghost"
          size="sm"
          aria-label={`Hear it from ${clock(startMs)}`}
          onClick={() => void hear(hit.id, startMs)}
          className="mr-2 tabular-nums"
        >
          <Play /> {clock(startMs)}
        </Button>
      )}
    </li>
  );
}
