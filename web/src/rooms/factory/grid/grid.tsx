"use client";

import { useMemo, useState } from "react";
import { count } from "@/format/time";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { Skeleton } from "@/ui/skeleton";
import { AxisBar } from "./axis-bar";
import { useOrderGrid } from "./data";
import { GridTable } from "./grid-table";
import { type Arrangement, arrange, axesOf, pivot } from "./pivot";
import { withSwept } from "./swept";

const Viewer = soon(() => import("../viewer/viewer").then((file) => file.Viewer));

/** What an order made, as a table over any of the axes it was expanded over. */
export function OrderGrid({ orderId }: { orderId: string }) {
  const { order, items, isCut, problem, retry } = useOrderGrid(orderId);
  const all = useMemo(
    () => withSwept(axesOf(order?.axes), order?.parameters, items ?? []),
    [order?.axes, order?.parameters, items],
  );
  const { axes } = all;
  const [chosen, setChosen] = useState<Arrangement>();
  const [viewed, setViewed] = useState<string | null>(null);
  const arrangement = chosen ?? arrange(axes);
  const tables = useMemo(() => pivot(all.axes, all.items, arrangement), [all, arrangement]);
  if (problem !== undefined) {
    return <ErrorState what="The grid didn’t load" problem={problem} retry={retry} />;
  }
  if (items === undefined) {
    return (
      <Delayed>
        <Skeleton className="h-40" />
      </Delayed>
    );
  }
  if (axes.length === 0) {
    return (
      <EmptyState title="Nothing to lay out">
        <p>
          This order wasn’t expanded over anything. With lists such as {"{red|blue}"} in a prompt,
          or several values of a parameter, an order can be seen as a table of them.
        </p>
      </EmptyState>
    );
  }
  const shown = tables.flatMap(({ cells }) => cells.flat(2).flatMap(({ products }) => products));
  const at = shown.findIndex(({ id }) => id === viewed);
  return (
    <div className="grid min-w-0 gap-4">
      <AxisBar axes={axes} arrangement={arrangement} onArrange={setChosen} />
      {isCut && (
        <p role="status" className="text-caution-text text-sm">
          Only the first {count(items.length, "item")} are in the grid.
        </p>
      )}
      {tables.map((table) => (
        <GridTable
          key={JSON.stringify(table.apart)}
          table={table}
          axes={axes}
          arrangement={arrangement}
          onOpen={setViewed}
        />
      ))}
      {viewed !== null && (
        <Viewer
          id={viewed}
          previous={shown[at - 1]?.id ?? null}
          next={at < 0 ? null : (shown[at + 1]?.id ?? null)}
          strip={shown.slice(Math.max(0, at - 12), at + 13).map(({ id }) => id)}
          onGo={setViewed}
        />
      )}
    </div>
  );
}
