"use client";

import { type ReactNode, useState } from "react";
import { TimeAgo } from "@/patterns/time-ago";
import { Badge } from "@/ui/badge";
import { cn } from "@/ui/cn";
import { duration } from "../format";
import type { Entry } from "./data";
import { FactChip } from "./fact-chip";
import { factsOf, type Use } from "./facts";
import { ProjectChip } from "./project-chip";
import { useHearing } from "./use-hearing";
import { Tracked, Words } from "./words";

interface EntryCardProps {
  entry: Entry;
  onMove?: ((projectId: string | null) => void) | undefined;
  /** What can be done with the note, at its right. */
  actions?: ReactNode;
  /** What is under way with it, below. */
  children?: ReactNode;
  className?: string;
}

/** A note with what was read out of it. */
export function EntryCard({ entry, onMove, actions, children, className }: EntryCardProps) {
  const [lit, setLit] = useState<string | null>(null);
  const [asHeard, setAsHeard] = useState(false);
  const hear = useHearing(entry.transcriptMeta?.recordingId ?? null);
  const facts = factsOf(entry);
  const spoken = entry.transcriptMeta;
  const chip = (key: string, text: string, use?: Use) => {
    const fact = facts.find((candidate) => candidate.key === key);
    return (
      fact && (
        <FactChip
          key={key}
          fact={fact}
          text={text}
          {...(use !== undefined && { use })}
          lit={lit === key}
          onLight={setLit}
          onHear={hear}
        />
      )
    );
  };
  return (
    <article className={cn("grid gap-2.5", className)}>
      {asHeard && spoken ? (
        <Tracked raw={spoken.raw} edits={spoken.edits} />
      ) : (
        <Words text={entry.rawText} facts={facts} lit={lit} onLight={setLit} onHear={hear} />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <ProjectChip entry={entry} lit={lit === "project"} onLight={setLit} onMove={onMove} />
        {entry.extracted?.minutes && chip("minutes", duration(entry.extracted.minutes.minutes))}
        {entry.extracted?.materials.map(({ canonical, use }, index) =>
          chip(`material-${index}`, canonical, use),
        )}
        {entry.extracted?.techniques.map(({ name }, index) => chip(`technique-${index}`, name))}
        {entry.tags.map((tag) => (
          <Badge key={tag}>#{tag}</Badge>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-faint text-xs">
        <TimeAgo at={entry.createdAt} />
        {entry.attributionStatus === "REJECTED" && <Badge look="caution">rejected</Badge>}
        {spoken && <span>spoken</span>}
        {spoken && spoken.edits.length > 0 && (
          <button
            type="button"
            aria-pressed={asHeard}
            onClick={() => setAsHeard(!asHeard)}
            className="rounded px-1 text-accent-text hover:bg-accent-wash"
          >
            {asHeard ? "Show the repaired text" : `Show ${spoken.edits.length} repaired`}
          </button>
        )}
        <span className="flex-1" />
        {actions}
      </div>
      {children}
    </article>
  );
}
