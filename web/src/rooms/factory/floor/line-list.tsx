"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { useListKeys } from "@/patterns/use-list-keys";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { type Order, possible } from "../orders/status";
import { useOrderActs } from "../orders/use-order-acts";
import { LineRow } from "./line-row";
import { useMove } from "./use-move";

interface LineListProps {
  line: readonly Order[];
  /** Shows those behind; null where nobody is. */
  onMore: (() => void) | null;
  /** The line is not what it was taken for. */
  onStale: () => void;
}

/** The orders in line, in the order in which they are served: by dragging, by buttons, by keys. */
export function LineList({ line, onMore, onStale }: LineListProps) {
  const { can } = useSession();
  const acts = useOrderActs();
  const move = useMove(line, onStale);
  const keys = useListKeys("floor");
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [cancelling, setCancelling] = useState<Order | null>(null);
  const mayOrder = can("order.place");

  const current = () => line.findIndex(({ id }) => id === keys.current());
  const step = (by: 1 | -1) => {
    const from = current();
    if (from >= 0) move(from, from + by);
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
              if (dragged !== null) move(dragged, index);
              setDragged(null);
              setOver(null);
            }}
            className={cn(
              "border-line border-b last:border-b-0",
              dragged === index && "opacity-40",
              over === index && dragged !== null && landing(dragged, index),
            )}
          >
            <LineRow
              order={order}
              isFirst={index === 0}
              isLast={index === line.length - 1}
              mayOrder={mayOrder}
              mayCancel={can("order.cancel")}
              onSooner={() => move(index, index - 1)}
              onLater={() => move(index, index + 1)}
              onPause={() => pauseOrResume(order)}
              onCancel={() => setCancelling(order)}
            />
          </li>
        ))}
      </ul>
      {onMore !== null && (
        <Button look="ghost" className="justify-self-start" onClick={onMore}>
          Show those behind
        </Button>
      )}
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

/** A line where the dragged row will come to lie. */
function landing(dragged: number, over: number): string {
  if (dragged === over) return "";
  return over < dragged
    ? "shadow-[inset_0_2px_0_var(--color-accent-text)]"
    : "shadow-[inset_0_-2px_0_var(--color-accent-text)]";
}
