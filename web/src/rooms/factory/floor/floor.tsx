"use client";

import { CirclePlay, Pause, X } from "lucide-react";
import { useState } from "react";
import { count } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { say, sayUndoable } from "@/patterns/toast";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useOrderChanges } from "../orders/data";
import { type Order, possible } from "../orders/status";
import { useLanes, useOrdersInNeed, useOrdersUnderWay } from "./data";
import { LaneCard } from "./lane-card";
import { countsOf } from "./line";
import { LineList } from "./line-list";
import { NeedList } from "./need-list";

/** What is being made where, what is next, and what needs a hand. */
export function Floor() {
  useLiveFactory();
  const { can } = useSession();
  const { lanes, problem, retry } = useLanes();
  const { orders, more } = useOrdersUnderWay();
  const inNeed = useOrdersInNeed();
  const nothing = orders?.length === 0 && inNeed?.length === 0;
  return (
    <FactoryFrame title="Production floor" actions={<AllOrders orders={orders ?? []} />}>
      {problem !== undefined ? (
        <ErrorState what="The floor didn’t load" problem={problem} retry={retry} />
      ) : lanes === undefined || orders === undefined ? (
        <div className="p-6">
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        </div>
      ) : (
        <div className="grid gap-8 px-4 py-5 md:px-6">
          <section aria-label="Lanes" className="grid gap-3">
            <Counts lanes={lanes} />
            <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]">
              {lanes.map((lane) => (
                <li key={lane.provider.id} className="grid">
                  <LaneCard lane={lane} />
                </li>
              ))}
            </ul>
          </section>
          {inNeed !== undefined && inNeed.length > 0 && <NeedList orders={inNeed} />}
          {orders.length > 0 && <LineList orders={orders} more={more} />}
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

/** Pauses, resumes or cancels everything at once. */
function AllOrders({ orders }: { orders: readonly Order[] }) {
  const { can } = useSession();
  const changes = useOrderChanges();
  const [cancelling, setCancelling] = useState(false);
  const open = orders.filter((order) => possible(order).pause);
  const paused = orders.filter((order) => possible(order).resume);
  const resumeAll = (some: readonly Order[]) =>
    attempt("Not all orders were resumed", async () => {
      for (const order of some) await changes.resume(order);
      say(`${count(some.length, "order")} resumed`);
    });
  const pauseAll = () =>
    attempt("Not all orders were paused", async () => {
      for (const order of open) await changes.pause(order);
      sayUndoable(`${count(open.length, "order")} paused`, () => void resumeAll(open));
    });
  return (
    <>
      {can("order.place") && open.length > 0 && (
        <Button onClick={() => void pauseAll()}>
          <Pause /> <span className="max-sm:sr-only">Pause all</span>
        </Button>
      )}
      {can("order.place") && paused.length > 0 && (
        <Button onClick={() => void resumeAll(paused)}>
          <CirclePlay /> <span className="max-sm:sr-only">Resume all</span>
        </Button>
      )}
      {can("order.cancel") && orders.length > 0 && (
        <Button look="quietDanger" onClick={() => setCancelling(true)}>
          <X /> <span className="max-sm:sr-only">Cancel all</span>
        </Button>
      )}
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title="Cancel every order?"
        action="Cancel all"
        onConfirm={async () => {
          const cancelled = await changes.cancelAll();
          say(`${count(cancelled, "order")} cancelled`);
        }}
      >
        <p>
          Everything that waits or is being made stops, paused orders included. What is finished
          stays, and is paid for.
        </p>
      </ConfirmDialog>
    </>
  );
}
