"use client";

import { ChevronDown, CircleHelp } from "lucide-react";
import { Swatch } from "@/patterns/swatch";
import { cn } from "@/ui/cn";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { percent } from "../format";
import { type Entry, useProjectChoices } from "./data";

interface ProjectChipProps {
  entry: Entry;
  lit: boolean;
  onLight: (key: string | null) => void;
  /** Null takes the note out of its project. Absent for who may not change it. */
  onMove?: ((projectId: string | null) => void) | undefined;
}

/** Where a note belongs, how sure that is, and where else it could. */
export function ProjectChip({ entry, lit, onLight, onMove }: ProjectChipProps) {
  const guess = entry.extracted?.project;
  const name = entry.project?.name ?? guess?.title ?? null;
  const byPerson = guess?.source === "PERSON" || entry.attributionStatus === "CONFIRMED";
  const look = cn(
    "inline-flex h-6 max-w-full items-center gap-1.5 rounded-full border px-2 text-xs transition-colors",
    lit ? "border-accent-text bg-accent-wash" : "border-line-strong bg-sheet",
    onMove !== undefined && "hover:border-edge",
  );
  const inside = (
    <>
      {name === null ? (
        <CircleHelp aria-hidden className="size-3.5 shrink-0 text-caution-text" />
      ) : (
        <Swatch of={entry.project?.type ?? ""} />
      )}
      <span className="truncate font-medium text-ink">{name ?? "No project"}</span>
      {guess && name !== null && !byPerson && (
        <span className="shrink-0 text-ink-soft tabular-nums">{percent(guess.confidence)}</span>
      )}
    </>
  );
  const light = {
    onPointerEnter: () => onLight("project"),
    onPointerLeave: () => onLight(null),
  };
  if (onMove === undefined) {
    return (
      <span className={look} {...light}>
        {inside}
      </span>
    );
  }
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Project: ${name ?? "none"}. Change`}
        className={look}
        onFocus={() => onLight("project")}
        onBlur={() => onLight(null)}
        {...light}
      >
        {inside}
        <ChevronDown aria-hidden className="size-3 shrink-0 text-ink-faint" />
      </MenuTrigger>
      <MenuContent align="start">
        <Choices entry={entry} onMove={onMove} />
      </MenuContent>
    </Menu>
  );
}

function Choices({ entry, onMove }: { entry: Entry; onMove: (projectId: string | null) => void }) {
  const alternatives = entry.extracted?.project.alternatives ?? [];
  const known = new Set([entry.projectId, ...alternatives.map(({ projectId }) => projectId)]);
  const others = useProjectChoices().filter(({ id }) => !known.has(id));
  return (
    <>
      {alternatives.length > 0 && <MenuLabel>It may be</MenuLabel>}
      {alternatives.map(({ projectId, title, confidence }) => (
        <MenuItem key={projectId} onSelect={() => onMove(projectId)}>
          <span className="flex-1 truncate">{title}</span>
          <span className="text-ink-faint text-xs tabular-nums">{percent(confidence)}</span>
        </MenuItem>
      ))}
      {alternatives.length > 0 && others.length > 0 && <MenuSeparator />}
      {others.map(({ id, name, type }) => (
        <MenuItem key={id} onSelect={() => onMove(id)}>
          <Swatch of={type} />
          <span className="truncate">{name}</span>
        </MenuItem>
      ))}
      {entry.projectId !== null && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onMove(null)}>No project</MenuItem>
        </>
      )}
    </>
  );
}
