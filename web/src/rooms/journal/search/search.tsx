"use client";

import { Search as Glass } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { count } from "@/format/time";
import { Coded } from "@/patterns/coded";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { useSettled } from "@/patterns/use-settled";
import { useQuery } from "@/routing/use-query";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { JournalFrame } from "../frame";
import { useLiveJournal } from "../live/data";
import { type Found, useSearch } from "./data";
import { Facets } from "./facets";
import { HitRow } from "./hit-row";
import { useFilters } from "./use-filters";

const atOnce = 20;
/** The most that the server gives at once. */
const most = 100;

/** One box over notes, recordings, words in pictures, briefs, files and inspiration. */
export function Search() {
  useLiveJournal();
  const { query, setQuery } = useQuery();
  const [text, setText] = useState(query.get("q") ?? "");
  const [first, setFirst] = useState(atOnce);
  const asked = useSettled(text.trim());
  const filters = useFilters();
  const { found, problem, retry } = useSearch(asked, { ...filters.filter, first });
  const box = useRef<HTMLInputElement>(null);
  useShortcut("filter", () => box.current?.focus());
  // Coming here from the palette changes the address of a page that is already open.
  const address = query.get("q") ?? "";
  const typed = useRef(address);
  useEffect(() => {
    if (address !== typed.current) setText(address);
    typed.current = address;
  }, [address]);

  return (
    <JournalFrame title="Search">
      <div className="mx-auto grid max-w-5xl gap-5 px-4 py-5 md:px-8">
        <label className="flex items-center gap-3 rounded-lg border border-edge bg-sheet px-3 focus-within:border-accent-text focus-within:ring-3 focus-within:ring-accent/20">
          <Glass aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <input
            ref={box}
            type="search"
            aria-label="Search the journal"
            placeholder="Second glaze of ultramarine, the harbor at dusk, cold wax…"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setFirst(atOnce);
              typed.current = target.value.trim();
              setQuery({ q: target.value.trim() });
            }}
            className="h-11 w-full bg-transparent text-base outline-none max-sm:text-[1rem]"
          />
        </label>
        {asked === "" ? (
          <EmptyState title="Find it by what you remember">
            <p>
              Words, or what they mean: “the wet one by the window” finds the note that says it in
              other words. Text in photos and scans is found too.
            </p>
            <p>
              <Coded
                text={'`"cold wax"` is found as it stands; `-varnish` leaves out what mentions it.'}
              />
            </p>
          </EmptyState>
        ) : problem !== undefined ? (
          <ErrorState what="The search didn’t work" problem={problem} retry={retry} />
        ) : found === undefined ? (
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        ) : (
          <Results
            found={found}
            query={asked}
            filters={filters}
            onMore={() => setFirst(Math.min(most, first + atOnce))}
          />
        )}
      </div>
    </JournalFrame>
  );
}

interface ResultsProps {
  found: Found;
  query: string;
  filters: ReturnType<typeof useFilters>;
  onMore: () => void;
}

function Results({ found, query, filters, onMore }: ResultsProps) {
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="grid content-start gap-2">
        <p role="status" className="text-ink-soft text-xs">
          {count(found.total, "hit")}
          {!found.meaning &&
            " · by words only: the model that knows meanings is missing on this server"}
        </p>
        {found.hits.length === 0 ? (
          <EmptyState
            title="Nothing like that"
            actions={
              filters.active && <Button onClick={filters.clear}>Search without filters</Button>
            }
          >
            <p>
              Nothing in the journal is about “{query}”.{" "}
              {filters.active
                ? "The filters may hide it."
                : "Try another word for it, or fewer words."}
            </p>
          </EmptyState>
        ) : (
          <ul aria-label="Hits" className="grid gap-1">
            {found.hits.map((hit) => (
              <HitRow key={`${hit.kind}-${hit.id}`} hit={hit} />
            ))}
          </ul>
        )}
        {found.hits.length < Math.min(most, found.total) && (
          <Button look="ghost" className="justify-self-start" onClick={onMore}>
            Show more
          </Button>
        )}
      </div>
      <Facets found={found} filters={filters} />
    </div>
  );
}
