"use client";

import { Search, UserRound, X } from "lucide-react";
import { type RefObject, useRef } from "react";
import { count } from "@/format/time";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import { Segments } from "@/ui/segments";
import type { useView } from "./use-view";

interface ToolbarProps {
  view: ReturnType<typeof useView>;
  shown: number;
  hasMore: boolean;
  list: RefObject<HTMLUListElement | null>;
}

const states = [
  { value: "active", label: "Active" },
  { value: "archived", label: "Archived" },
] as const;

export function ProjectListToolbar({ view, shown, hasMore, list }: ToolbarProps) {
  const box = useRef<HTMLInputElement>(null);
  useShortcut("filter", () => box.current?.select());
  useShortcut("mine", () => view.setMine(!view.mine));
  const intoList = () => list.current?.querySelector<HTMLElement>("[data-row]")?.focus();

  return (
    <div
      role="toolbar"
      aria-label="Which projects"
      className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-4 py-2 md:px-6"
    >
      <Segments
        label="State"
        value={view.archived ? "archived" : "active"}
        options={states}
        onChange={(state) => view.setArchived(state === "archived")}
      />
      <Button
        look="ghost"
        aria-pressed={view.mine}
        aria-keyshortcuts="m"
        onClick={() => view.setMine(!view.mine)}
      >
        <UserRound />
        Mine
      </Button>
      <p role="status" className="ml-auto text-ink-faint text-xs tabular-nums max-sm:hidden">
        {shown > 0 && `${count(shown, "project")}${hasMore ? " and more" : ""}`}
      </p>
      <div className="relative w-full sm:w-56">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-faint"
        />
        <input
          ref={box}
          type="search"
          aria-label="Filter by name or type"
          aria-keyshortcuts="/"
          placeholder="Filter"
          value={view.filter}
          onChange={(event) => view.setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.preventDefault();
              view.setFilter("");
              box.current?.blur();
            } else if (event.key === "Enter" || event.key === "ArrowDown") {
              event.preventDefault();
              intoList();
            }
          }}
          className="h-8 w-full rounded-md border border-line-strong bg-sheet pr-8 pl-8 text-sm transition-colors hover:border-edge focus-visible:border-accent-text focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-accent/20 max-sm:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
        />
        {view.filter === "" ? (
          <Kbd caps={["/"]} className="absolute top-1/2 right-2 -translate-y-1/2 max-sm:hidden" />
        ) : (
          <Button
            look="ghost"
            size="icon"
            aria-label="Clear the filter"
            className="absolute top-1/2 right-0.5 -translate-y-1/2"
            onClick={() => {
              view.setFilter("");
              box.current?.focus();
            }}
          >
            <X />
          </Button>
        )}
      </div>
    </div>
  );
}
