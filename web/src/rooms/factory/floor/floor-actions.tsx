"use client";

import { CirclePlay, Pause, X } from "lucide-react";
import { useState } from "react";
import { count } from "@/format/time";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { useOrderChanges } from "../orders/data";
import type { Lane } from "./data";
import { useLaneActs } from "./use-lane-acts";

interface FloorActionsProps {
  lanes: readonly Lane[];
  hasOrders: boolean;
}

/** Lets the whole floor stand still and go on, or cancels everything. */
export function FloorActions({ lanes, hasOrders }: FloorActionsProps) {
  const { can } = useSession();
  const { pause, resume } = useLaneActs();
  const changes = useOrderChanges();
  const [cancelling, setCancelling] = useState(false);
  const still = lanes.filter(({ pausedAt }) => Boolean(pausedAt));
  const going = lanes.filter(({ pausedAt }) => !pausedAt);
  return (
    <>
      {can("floor.pause") && going.length > 0 && (
        <Button onClick={() => void pause(going)}>
          <Pause /> <span className="max-sm:sr-only">Pause all</span>
        </Button>
      )}
      {can("floor.pause") && still.length > 0 && (
        <Button onClick={() => void resume(still)}>
          <CirclePlay /> <span className="max-sm:sr-only">Resume all</span>
        </Button>
      )}
      {can("order.cancel") && hasOrders && (
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
