"use client";

import Link from "next/link";
import { pigmentOf } from "@/format/person";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { useNow } from "@/patterns/use-now";
import { onThisHost } from "@/rest/address";
import { journalPaths } from "@/routing/journal";
import { Badge } from "@/ui/badge";
import { cn } from "@/ui/cn";
import { Progress } from "@/ui/progress";
import { dueIn, duration } from "../format";
import type { Cover, Piece } from "./data";
import { statusLabel } from "./status";

/** A piece as it leans against the wall: how it looks, how far it is, until when. */
export function PieceCard({ piece, cover }: { piece: Piece; cover: Cover | undefined }) {
  const now = useNow();
  const { progress, deadline, medium, client, status } = piece;
  const open = status !== "COMPLETE";
  const due = deadline === null || !open ? "" : dueIn(deadline, now);
  const late = due !== "" && deadline !== null && Date.parse(deadline) < now - 86_400_000;
  const share =
    progress.milestones === 0 ? null : (progress.milestonesComplete / progress.milestones) * 100;
  return (
    <Link
      href={journalPaths.project(piece.projectId)}
      prefetch={false}
      data-row={piece.projectId}
      className="group grid content-start overflow-hidden rounded-lg border border-line bg-sheet shadow-lift outline-none transition-colors hover:border-edge focus-visible:border-accent-text focus-visible:ring-3 focus-visible:ring-accent/25"
    >
      <Face cover={cover} medium={medium} title={piece.title} />
      <span className="grid gap-2 p-3.5">
        <span className="grid gap-0.5">
          <span className="display line-clamp-2 text-lg leading-6">{piece.title}</span>
          <span className="truncate text-ink-soft text-xs">
            {[medium, client].filter(Boolean).join(" · ") || "No medium yet"}
          </span>
        </span>
        {share !== null && open && <Progress label="Milestones" percent={Math.round(share)} />}
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-soft text-xs tabular-nums">
          <Badge look={status === "PRODUCTION" ? "accent" : "line"}>{statusLabel(status)}</Badge>
          {progress.minutes > 0 && <span>{duration(progress.minutes)}</span>}
          {due !== "" && (
            <span className={cn(late && "font-medium text-danger-text")}>due {due}</span>
          )}
          {progress.pendingLogs > 0 && (
            <span className="text-accent-text">{progress.pendingLogs} to review</span>
          )}
        </span>
      </span>
    </Link>
  );
}

/** The latest picture; a piece without one shows its own pigment, like a primed panel. */
function Face({
  cover,
  medium,
  title,
}: {
  cover: Cover | undefined;
  medium: string;
  title: string;
}) {
  const waiting = usePlaceholder(cover?.thumbhash, cover?.colours[0]?.hex);
  const picture = onThisHost(cover?.urls.medium);
  const sharp = onThisHost(cover?.urls.large);
  if (picture === undefined) {
    const pigment = `var(--${pigmentOf(medium || title)})`;
    return (
      <span
        aria-hidden
        style={{
          background: `linear-gradient(160deg, color-mix(in oklch, ${pigment} 22%, var(--sheet)), color-mix(in oklch, ${pigment} 48%, var(--sheet)))`,
        }}
        className="aspect-4/3"
      />
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
    <img
      src={picture}
      srcSet={sharp && `${picture} 1x, ${sharp} 2x`}
      alt={cover?.alt ?? ""}
      loading="lazy"
      decoding="async"
      {...waiting}
      className="aspect-4/3 w-full object-cover"
    />
  );
}
