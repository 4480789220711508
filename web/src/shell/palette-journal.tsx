"use client";

import { Mic, NotebookPen, Search } from "lucide-react";
import { fuzzyRank } from "@/patterns/fuzzy";
import { useSettled } from "@/patterns/use-settled";
import { kindOf } from "@/rooms/journal/kinds";
import { useSearch } from "@/rooms/journal/search/data";
import { placeOf } from "@/rooms/journal/search/place-of";
import { journalPaths } from "@/routing/journal";
import { Group, Item, type Page, PageItem } from "./palette-parts";

interface PaletteJournalProps {
  query: string;
  /** Pages that stand elsewhere already. */
  without: readonly Page[];
  onChoose: (path: string) => void;
}

export const journalPages: readonly Page[] = [
  { label: "Record a note", names: ["Record a note"], path: journalPaths.record(), icon: Mic },
  { label: "Journal: pieces", names: ["Pieces"], path: journalPaths.projects(), icon: NotebookPen },
  {
    label: "Journal: gallery",
    names: ["Gallery"],
    path: journalPaths.gallery(),
    icon: NotebookPen,
  },
  {
    label: "Journal: inspiration",
    names: ["Inspiration"],
    path: journalPaths.inspiration(),
    icon: NotebookPen,
  },
  {
    label: "Journal: insights",
    names: ["Insights"],
    path: journalPaths.insights(),
    icon: NotebookPen,
  },
  {
    label: "Journal: archive",
    names: ["Archive"],
    path: journalPaths.archive(),
    icon: NotebookPen,
  },
  {
    label: "Journal: settings and field library",
    names: ["Settings", "Field library"],
    path: journalPaths.settings(),
    icon: NotebookPen,
  },
];

/** Too short a word is in everything. */
const shortest = 3;
const hitsAtOnce = 5;

/** What the journal has for a query: its pages, what was found in it, and the search as a page. */
export function PaletteJournal({ query, without, onChoose }: PaletteJournalProps) {
  const asked = useSettled(query.trim());
  const { found } = useSearch(asked.length < shortest ? "" : asked, { first: hitsAtOnce });
  const pages = journalPages.filter((page) => !without.includes(page));
  const foundPages =
    query === "" ? pages.slice(0, 1) : fuzzyRank(pages, query, ({ label }) => label);
  const hits = asked === query.trim() ? (found?.hits ?? []) : [];
  if (foundPages.length === 0 && query.trim() === "") return null;
  return (
    <Group heading="Journal">
      {foundPages.map((page) => (
        <PageItem key={page.path} page={page} onChoose={onChoose} />
      ))}
      {hits.map((hit) => {
        const { icon: Icon, label } = kindOf(hit.kind);
        return (
          <Item
            key={`${hit.kind}-${hit.id}`}
            value={hit.id}
            onSelect={() => onChoose(placeOf(hit))}
          >
            <Icon aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
            <span className="truncate">{hit.title}</span>
            <span className="ml-auto shrink-0 text-ink-faint text-xs">
              {hit.projectTitle ?? label}
            </span>
          </Item>
        );
      })}
      {query.trim() !== "" && (
        <Item
          value={`search ${query}`}
          onSelect={() => onChoose(journalPaths.search(query.trim()))}
        >
          <Search aria-hidden className="size-3.5 text-ink-faint" />
          Search the journal for “{query.trim()}”
        </Item>
      )}
    </Group>
  );
}
