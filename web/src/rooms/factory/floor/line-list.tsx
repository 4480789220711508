"use client";

import { useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { sayUndoable } from "@/patterns/toast";
import { useListKeys } from "@/patterns/use-list-keys";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { cn } from "@/ui/cn";
import { useOrderChanges } from "../orders/data";
import { type Order, possible } from "../orders/status";
import { useOrderActs } from "../orders/use-order-acts";
import { inLine, moved } from "./line";
import { LineRow } from "./line-row";

interface LineListProps {
  orders: readonly Order[];
  /** There are more orders than are shown. */
  more: boolean;
}

/** The orders in line, in the order in which they are served: by dragging, by buttons, by keys. */
export function LineList({ orders, more }: LineListProps) {
  const { can } = useSession();
  const changes = useOrderChanges();
  const acts = useOrderActs();
  const line = inLine(orders);
  const keys = useListKeys("floor");
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [cancelling, setCancelling] = useState<Order | null>(null);
  const mayOrder = can("order.place");

  const move = (from: number, to: number) =>
    attempt("The line stays as it was", async () => {
      const steps = moved(line, from, to);
      // All at once, so that the line doesn't pass through orders that nobody wanted.
      await Promise.all(steps.map(({ order, priority }) => changes.setPriority(order, priority)));
      if (steps.length === 0) return;
      const back = () =>
        Promise.all(
          steps.map(({ order, priority }) =>
            changes.setPriority({ ...order, priority }, order.priority),
          ),
        ).then(() => undefined);
      sayUndoable("The line is changed", () => void attempt("The line wasn’t put back", back));
    });
  const current = () => line.findIndex(({ id }) => id === keys.current());
  const step = (by: 1 | -1) => {
    const from = current();
    if (from >= 0) void move(from, from + by);
  };
  const withCurrent = (act: (order: Order) => void) => () => {
    const order = line[current()];
    if (order !== undefined) act(order);
  };
  const pauseOrResume = (order: Order) => {
    if (possible(order).resume) void acts.resume(order);
    else if (possible(order).pause) void acts.pause(order);
  };
  useShortcut("sooner", () => step(-1), mayOrder);
  useShortcut("later", () => step(1), mayOrder);
  useShortcut("pause", withCurrent(pauseOrResume), mayOrder);
  useShortcut("stop", withCurrent(setCancelling), can("order.cancel"));

  return (
    <section aria-labelledby="floor-line" className="grid gap-2">
      <h2 id="floor-line" className="font-semibold text-sm">
        In line
      </h2>
      <ul ref={keys.list} aria-labelledby="floor-line" className="grid">
        {line.map((order, index) => (
          <li
            key={order.id}
            draggable={mayOrder}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              setDragged(index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) void move(dragged, index);
              setDragged(null);
              setOver(null);
            }}
            className={cn(
              "border-line border-b last:border-b-0",
              dragged === index && "opacity-40",
              over === index && dragged !== null && dragged !== index && "bg-accent-wash",
            )}
          >
            <LineRow
              order={order}
              isFirst={index === 0}
              isLast={index === line.length - 1}
              mayOrder={mayOrder}
              mayCancel={can("order.cancel")}
              onSooner={() => void move(index, index - 1)}
              onLater={() => void move(index, index + 1)}
              onPause={() => pauseOrResume(order)}
              onCancel={() => setCancelling(order)}
            />
          </li>
        ))}
      </ul>
      {more && <p className="text-ink-faint text-xs">Older orders wait behind these.</p>}
      <ConfirmDialog
        open={cancelling !== null}
        onOpenChange={(open) => !open && setCancelling(null)}
        title="Cancel this order?"
        action="Cancel the order"
        onConfirm={async () => {
          if (cancelling !== null) await acts.cancel(cancelling);
        }}
      >
        <p className="line-clamp-3 break-words">“{cancelling?.prompt}”</p>
        <p>What is finished stays, and is paid for. The rest isn’t made.</p>
      </ConfirmDialog>
    </section>
  );
}
