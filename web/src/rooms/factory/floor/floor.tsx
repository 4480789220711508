"use client";

import { count } from "@/format/time";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useLanes, useLine, useOrdersInNeed } from "./data";
import { FloorActions } from "./floor-actions";
import { LaneCard } from "./lane-card";
import { countsOf } from "./line";
import { LineList } from "./line-list";
import { NeedList } from "./need-list";

/** What is being made where, what is next, and what needs a hand. */
export function Floor() {
  useLiveFactory();
  const { can } = useSession();
  const { lanes, ...lanesRead } = useLanes();
  const { line, hasMore, loadMore, ...lineRead } = useLine();
  const inNeed = useOrdersInNeed();
  const nothing = line?.length === 0 && inNeed?.length === 0;
  const problem = lanesRead.problem ?? lineRead.problem;
  const retry = () => {
    lanesRead.retry();
    lineRead.retry();
  };
  return (
    <FactoryFrame
      title="Production floor"
      actions={
        lanes !== undefined && (
          <FloorActions lanes={lanes} hasOrders={line !== undefined && line.length > 0} />
        )
      }
    >
      {problem !== undefined ? (
        <ErrorState what="The floor didn’t load" problem={problem} retry={retry} />
      ) : lanes === undefined || line === undefined ? (
        <div className="p-6">
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        </div>
      ) : (
        <div className="grid gap-8 px-4 py-5 md:px-6">
          <section aria-label="Lanes" className="grid gap-3">
            <Counts lanes={lanes} />
            {lanes.length > 0 && lanes.every(({ pausedAt }) => Boolean(pausedAt)) && (
              <p className="rounded-md bg-caution-wash px-3 py-2 text-caution-text text-sm">
                The floor is paused: nothing is begun, and what is ordered meanwhile waits.
              </p>
            )}
            <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]">
              {lanes.map((lane) => (
                <li key={lane.provider.id} className="grid">
                  <LaneCard lane={lane} />
                </li>
              ))}
            </ul>
          </section>
          {inNeed !== undefined && inNeed.length > 0 && <NeedList orders={inNeed} />}
          {line.length > 0 && (
            <LineList line={line} onMore={hasMore ? loadMore : null} onStale={lineRead.retry} />
          )}
          {nothing && (
            <EmptyState
              title="The floor is quiet"
              actions={
                can("order.place") && (
                  <ButtonLink href={factoryPaths.order()}>Place an order</ButtonLink>
                )
              }
            >
              <p>
                Orders that are being made stand here in the order in which they are served. Drag
                one to serve it sooner.
              </p>
            </EmptyState>
          )}
        </div>
      )}
    </FactoryFrame>
  );
}

function Counts({ lanes }: { lanes: Parameters<typeof countsOf>[0] }) {
  const { running, pending, failed } = countsOf(lanes);
  return (
    <p role="status" className="text-ink-soft text-sm tabular-nums">
      {count(running, "item")} being made, {pending.toLocaleString("en-GB")} waiting
      {failed > 0 && `, ${failed.toLocaleString("en-GB")} failed`}
    </p>
  );
}
