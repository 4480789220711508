"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { count } from "@/format/time";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { say } from "@/patterns/toast";
import { factoryPaths } from "@/routing/factory";
import { money } from "../money";
import { useOrderToEdit, usePlaceOrder } from "../order/data";
import { SubmitKey } from "../order/submit-key";

interface OrderAgainProps {
  orderId: string;
  onClose: () => void;
}

/** Places the order of a product once more as it was, after saying what that may cost. */
export function OrderAgain({ orderId, onClose }: OrderAgainProps) {
  const router = useRouter();
  const { order, problem } = useOrderToEdit(orderId);
  const place = usePlaceOrder();
  const [keys] = useState(() => new SubmitKey());
  const isGone = problem !== undefined || order === null;
  useEffect(() => {
    if (!isGone) return;
    say("The order that made this is gone, or can’t be read now");
    onClose();
  }, [isGone, onClose]);
  if (!order) return null;
  const { estimatedCost, currency, expandedCount, quantity } = order;
  const confirm = async () => {
    const { provider, model, prompt, negativePrompt, parameters, syntax, seed, sample } = order;
    const input = {
      prompt: {
        provider,
        model,
        prompt,
        negativePrompt,
        parameters,
        syntax,
        seed,
        quantity,
        sample,
        projectId: order.projectId,
      },
      priority: order.priority,
      budget: order.budget,
      templateId: order.templateId,
    };
    const placed = await place({ ...input, idempotencyKey: keys.of(input) });
    keys.placed();
    say("The order is placed");
    router.push(factoryPaths.orderOf(placed.id));
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Order it again?"
      action="Order"
      onConfirm={confirm}
    >
      <p>
        The whole order is placed once more, as it was: {count(expandedCount, "item")}, {quantity}{" "}
        each.{" "}
        {estimatedCost === null
          ? "What it will cost is not known."
          : `It was estimated at ${money(estimatedCost, currency)}.`}
      </p>
    </ConfirmDialog>
  );
}
