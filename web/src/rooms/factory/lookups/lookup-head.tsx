"use client";

import { ArrowLeft, Trash2 } from "lucide-react";
import { count } from "@/format/time";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import type { Lookup } from "./data";

interface LookupHeadProps {
  /** Null is a new one. */
  lookup: Lookup | null;
  /** The project whose own it is. */
  project: string | undefined;
  onBack: () => void;
  /** Null where it can't be deleted. */
  onDelete: (() => void) | null;
}

export function LookupHead({ lookup, project, onBack, onDelete }: LookupHeadProps) {
  return (
    <header className="flex flex-wrap items-center gap-2">
      <Button
        look="ghost"
        size="icon"
        aria-label="Back to the lookups"
        className="md:hidden"
        onClick={onBack}
      >
        <ArrowLeft />
      </Button>
      <h2 className="min-w-0 flex-1 truncate font-mono text-base">
        {lookup === null ? "New lookup" : `[${lookup.key}]`}
      </h2>
      {project !== undefined && <Badge>{project}</Badge>}
      {lookup?.isSystem && <Badge>came with the house</Badge>}
      {lookup !== null && lookup.usageCount > 0 && (
        <span className="text-ink-faint text-xs">in {count(lookup.usageCount, "order")}</span>
      )}
      {lookup !== null && onDelete !== null && !lookup.isSystem && (
        <Button look="ghost" size="icon" aria-label={`Delete ${lookup.key}`} onClick={onDelete}>
          <Trash2 />
        </Button>
      )}
    </header>
  );
}
