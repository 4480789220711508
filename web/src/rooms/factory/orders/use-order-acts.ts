"use client";

import { attempt } from "@/patterns/attempt";
import { say, sayUndoable } from "@/patterns/toast";
import { useOrderChanges } from "./data";
import type { Order } from "./status";

/** What people do with an order; each says what came of it. */
export function useOrderActs() {
  const changes = useOrderChanges();
  const prioritise = (order: Order, priority: number) =>
    attempt("The priority wasn’t changed", async () => {
      await changes.setPriority(order, priority);
      sayUndoable(`Priority ${priority}`, () => void back(order, priority));
    });
  const back = (order: Order, from: number) =>
    attempt("The priority wasn’t changed back", () =>
      changes.setPriority({ ...order, priority: from }, order.priority),
    );
  const resume = (order: Order) => attempt("The order wasn’t resumed", () => changes.resume(order));
  const restore = (order: Order) =>
    attempt("The order wasn’t brought back", () => changes.restore(order.id));
  return {
    pause: (order: Order) =>
      attempt("The order wasn’t paused", async () => {
        await changes.pause(order);
        sayUndoable("Paused; what is being made will still be finished", () => void resume(order));
      }),
    resume,
    retry: (order: Order) =>
      attempt("Nothing was tried again", async () => {
        await changes.retry(order.id);
        say("What failed will be tried again");
      }),
    prioritise,
    remove: (order: Order) =>
      attempt("The order wasn’t deleted", async () => {
        await changes.remove(order.id);
        sayUndoable("The order is deleted", () => void restore(order));
      }),
    cancel: (order: Order) => changes.cancel(order.id),
    cancelAll: changes.cancelAll,
  };
}
