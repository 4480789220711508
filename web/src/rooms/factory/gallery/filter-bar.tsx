"use client";

import {
  Grid2X2,
  Heart,
  Rows3,
  Search,
  SlidersHorizontal,
  StretchHorizontal,
  X,
} from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Look } from "@/patterns/gallery/day-shape";
import { soon } from "@/patterns/soon";
import { useSettled } from "@/patterns/use-settled";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/ui/popover";
import { Segments } from "@/ui/segments";
import { type Filters, numberOf } from "./filters";

const FilterForm = soon(() => import("./filter-form").then((file) => file.FilterForm));

interface FilterBarProps {
  filters: Filters;
  look: Look;
  onChange: (filters: Partial<Filters>) => void;
  onLook: (look: Look) => void;
}

const looks: readonly { value: Look; label: React.ReactNode }[] = [
  { value: "squares", label: <LookLabel icon={Grid2X2} name="Squares" /> },
  { value: "wall", label: <LookLabel icon={StretchHorizontal} name="Uncropped" /> },
  { value: "list", label: <LookLabel icon={Rows3} name="List" /> },
];

function LookLabel({ icon: Icon, name }: { icon: typeof Grid2X2; name: string }) {
  return (
    <>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{name}</span>
    </>
  );
}

/** Which products are shown, and how. */
export function FilterBar({ filters, look, onChange, onLook }: FilterBarProps) {
  const number = numberOf(filters);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 py-2.5 md:px-5">
      <SearchBox text={filters.search} onSearch={(search) => onChange({ search })} />
      <Button
        look="ghost"
        aria-pressed={filters.liked}
        onClick={() => onChange({ liked: !filters.liked })}
      >
        <Heart /> Liked
      </Button>
      <Popover>
        <PopoverTrigger asChild>
          <Button look="ghost">
            <SlidersHorizontal /> Filters{number > 0 && ` (${number})`}
          </Button>
        </PopoverTrigger>
        <PopoverContent
          align="end"
          aria-label="Filters"
          className="scroll-quiet max-h-[70vh] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto p-4"
        >
          <FilterForm filters={filters} onChange={onChange} />
        </PopoverContent>
      </Popover>
      <Segments
        label="Look"
        value={look}
        options={looks}
        onChange={onLook}
        className="sm:ml-auto"
      />
      <Chips filters={filters} onChange={onChange} />
    </div>
  );
}

function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const settled = useSettled(typed);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  const sent = useRef(text);
  useEffect(() => {
    sent.current = settled.trim();
    latest.current(sent.current);
  }, [settled]);
  useEffect(() => {
    // The filters were taken off, or the way back was taken.
    if (text !== sent.current) setTyped(text);
  }, [text]);
  useShortcut("filter", () => box.current?.select());
  return (
    <span className="relative min-w-40 flex-1 sm:max-w-72">
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 size-3.5 text-ink-faint"
      />
      <Input
        ref={box}
        type="search"
        aria-label="Search in prompts, tags and notes"
        aria-keyshortcuts="/"
        placeholder="Search"
        value={typed}
        maxLength={200}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          setTyped("");
          box.current?.blur();
        }}
      />
    </span>
  );
}

/** What narrows the view, each to be taken off. */
function Chips({ filters, onChange }: Pick<FilterBarProps, "filters" | "onChange">) {
  const { tags, parameters, rating, model, provider, order, since, until } = filters;
  const chips: readonly (readonly [string, Partial<Filters>])[] = [
    ...tags.map((tag) => [`#${tag}`, { tags: tags.filter((other) => other !== tag) }] as const),
    ...parameters.map(
      (pair) =>
        [pair.join(" = "), { parameters: parameters.filter((other) => other !== pair) }] as const,
    ),
    ...(rating === null ? [] : [[`${rating} stars or more`, { rating: null }] as const]),
    ...(provider === null ? [] : [[provider, { provider: null, model: null }] as const]),
    ...(model === null ? [] : [[model, { model: null }] as const]),
    ...(order === null ? [] : [["One order", { order: null }] as const]),
    ...(filters.project === null ? [] : [["One project", { project: null }] as const]),
    ...(filters.collection === null ? [] : [["One collection", { collection: null }] as const]),
    ...(since === null ? [] : [[`From ${since}`, { since: null }] as const]),
    ...(until === null ? [] : [[`Until ${until}`, { until: null }] as const]),
    ...(filters.type === null ? [] : [[filters.type.toLowerCase(), { type: null }] as const]),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters that hold" className="flex w-full flex-wrap gap-1.5">
      {chips.map(([name, without]) => (
        <li key={name}>
          <Button
            size="sm"
            look="plain"
            aria-label={`Take “${name}” off`}
            onClick={() => onChange(without)}
          >
            {name} <X />
          </Button>
        </li>
      ))}
    </ul>
  );
}
