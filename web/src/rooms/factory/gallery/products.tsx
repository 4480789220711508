"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { sectionOf } from "@/patterns/gallery/day-layout";
import type { Look } from "@/patterns/gallery/day-shape";
import { soon } from "@/patterns/soon";
import { explain } from "@/problem/problem";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import type { BulkChange } from "./bulk";
import { BulkBar } from "./bulk-bar";
import { useGallery, usePeek } from "./data";
import { DaysWall, type WallHandle } from "./days-wall";
import { type AskedFilter, isCutShort, mostCounted } from "./filters";
import type { Command } from "./keys";
import type { Picked } from "./product-picker";
import { useCuration } from "./use-curation";
import { usePicks } from "./use-picks";

const Viewing = soon(() => import("./viewing").then((file) => file.Viewing));
const ProductPicker = soon(() => import("./product-picker").then((file) => file.ProductPicker));

interface ProductsProps {
  asked: AskedFilter;
  look: Look;
  /** What stands there when there are none. */
  empty: ReactNode;
  /** What can be done with those that are selected, where it isn't what the gallery offers. */
  bar?: (
    ids: readonly string[],
    clear: () => void,
    /** To be told of products that no longer belong here, or of none when some came back. */
    onGone: (ids: readonly string[]) => void,
  ) => ReactNode;
  onCompare?: (ids: readonly string[]) => void;
}

/** All products of a view, by day: browsed, selected, changed together and opened. */
export function Products({ asked, look, empty, bar, onCompare }: ProductsProps) {
  const { can } = useSession();
  const { query, setQuery } = useQuery();
  const { days, shelf, version, problem, pageProblem, retry } = useGallery(asked);
  const wall = useRef<WallHandle>(null);
  const [picking, setPicking] = useState<{ what: Picked; ids: readonly string[] } | null>(null);
  const peek = usePeek();
  const viewed = query.get("view");
  const mayCurate = can("product.curate") && !asked.inBin;
  const canSelect = can("product.curate");
  // biome-ignore lint/correctness/useExhaustiveDependencies: it changes what the address says now
  const open = useCallback((id: string) => setQuery({ view: id }), []);
  const picks = usePicks(wall, shelf, canSelect, open);
  const { drop } = picks;
  const onDone = useCallback(
    (ids: readonly string[], change: BulkChange | null) => {
      if (change !== null && ("delete" in change || "restore" in change)) {
        shelf.forget(new Set(ids));
        drop(ids);
      }
      retry();
    },
    [shelf, drop, retry],
  );
  const { curate } = useCuration(onDone);

  const idAt = (at: number) => {
    const section = wall.current && sectionOf(wall.current.layout.page, at);
    return section ? shelf.rows(section.day)?.[at - section.first]?.id : undefined;
  };
  const onCommand = (command: Command, at: number, was: number) => {
    const id = idAt(at);
    if ("to" in command) {
      const from = picks.selection.from ?? idAt(was);
      if (canSelect && from !== undefined) void picks.extendTo(from, at);
      return;
    }
    const ids = picks.ids.length > 0 ? picks.ids : id === undefined ? [] : [id];
    if ("rate" in command) {
      if (mayCurate) void curate(ids, { rating: command.rate });
    } else if (command.act === "clear") picks.clear();
    else if (command.act === "select") {
      if (canSelect && id !== undefined) picks.toggle(id);
    } else if (command.act === "compare") onCompare?.(ids);
    else if (mayCurate && ids.length > 0) {
      if (command.act === "like") {
        void curate(ids, { liked: !ids.every((one) => peek(one)?.liked) });
      } else if (command.act === "bin") {
        void curate(ids, { delete: true }).then(() => wall.current?.show(at));
      } else setPicking({ what: command.act === "tag" ? "tag" : "collection", ids });
    }
  };

  if (problem !== undefined) {
    return <ErrorState what="The gallery didn’t load" problem={problem} retry={retry} />;
  }
  if (days === undefined) {
    return (
      <Delayed>
        <Skeleton className="m-6 h-40" />
      </Delayed>
    );
  }
  return (
    <>
      {days.every((day) => shelf.countOf(day) === 0) ? (
        empty
      ) : (
        <DaysWall
          ref={wall}
          days={days}
          shelf={shelf}
          version={version}
          look={look}
          selected={picks.selection.ids}
          canSelect={canSelect}
          onPress={picks.onPress}
          onSelect={picks.toggle}
          onSelectDay={picks.selectDay}
          onCommand={onCommand}
        />
      )}
      {isCutShort(asked, sumOf(days)) && (
        <p className="px-5 py-2 text-ink-soft text-sm">
          The latest {mostCounted.toLocaleString("en-GB")} are here. For older ones choose days, or
          look for something rarer.
        </p>
      )}
      {pageProblem !== undefined && (
        <p
          role="alert"
          className="flex items-center gap-3 bg-danger-wash px-5 py-2 text-danger-text"
        >
          {explain(pageProblem)}
          <Button size="sm" onClick={() => shelf.retry()}>
            Try again
          </Button>
        </p>
      )}
      {bar !== undefined ? (
        bar(picks.ids, picks.clear, (ids) => {
          shelf.forget(new Set(ids));
          drop(ids);
          retry();
        })
      ) : (
        <BulkBar
          ids={picks.ids}
          onChange={(change) => void curate(picks.ids, change)}
          onPick={(what) => setPicking({ what, ids: picks.ids })}
          onClear={picks.clear}
        />
      )}
      {picking !== null && (
        <ProductPicker
          what={picking.what}
          onPick={(change, name) => void curate(picking.ids, change, name)}
          onClose={() => setPicking(null)}
        />
      )}
      {viewed !== null && (
        <Viewing
          id={viewed}
          days={days}
          shelf={shelf}
          version={version}
          picks={picks}
          wall={wall}
        />
      )}
    </>
  );
}

function sumOf(days: readonly { count: number }[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}
