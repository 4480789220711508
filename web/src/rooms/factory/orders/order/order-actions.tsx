"use client";

import { CirclePlay, Copy, Ellipsis, Pause, RotateCcw, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import { type Order, possible } from "../status";
import { useOrderActs } from "../use-order-acts";

/** What can be done with the order on the screen. */
export function OrderActions({ order }: { order: Order }) {
  const { can } = useSession();
  const router = useRouter();
  const acts = useOrderActs();
  const [cancelling, setCancelling] = useState(false);
  const may = possible(order);
  const canPlace = can("order.place");
  const canCancel = can("order.cancel");
  const pauseOrResume = () => {
    if (may.pause) void acts.pause(order);
    else if (may.resume) void acts.resume(order);
  };
  useShortcut("pause", pauseOrResume, canPlace && (may.pause || may.resume));
  useShortcut("stop", () => setCancelling(true), canCancel && may.cancel);
  useShortcut("edit", () => router.push(factoryPaths.orderFrom(order.id)), canPlace);
  useShortcut("back", () => router.push(factoryPaths.orders()));
  const sooner = (step: number) => void acts.prioritise(order, order.priority + step);
  useShortcut("sooner", () => sooner(1), canPlace && may.prioritise);
  useShortcut("later", () => sooner(-1), canPlace && may.prioritise);
  return (
    <>
      {canPlace && may.pause && (
        <Button onClick={pauseOrResume}>
          <Pause /> <span className="max-sm:sr-only">Pause</span>
        </Button>
      )}
      {canPlace && may.resume && (
        <Button look="solid" onClick={pauseOrResume}>
          <CirclePlay /> Resume
        </Button>
      )}
      {canPlace && may.retry && (
        <Button onClick={() => void acts.retry(order)}>
          <RotateCcw /> <span className="max-sm:sr-only">Try failed again</span>
        </Button>
      )}
      <Menu>
        <MenuTrigger asChild>
          <Button look="ghost" size="iconLg" aria-label="More about this order">
            <Ellipsis />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          {canPlace && (
            <MenuItem onSelect={() => router.push(factoryPaths.orderFrom(order.id))}>
              <Copy /> Edit and order again
            </MenuItem>
          )}
          <MenuItem onSelect={() => router.push(factoryPaths.grid(order.id))}>
            Show as a grid
          </MenuItem>
          {canPlace && may.prioritise && (
            <>
              <MenuItem onSelect={() => sooner(1)}>Serve sooner</MenuItem>
              <MenuItem onSelect={() => sooner(-1)}>Serve later</MenuItem>
            </>
          )}
          {canCancel && (may.cancel || may.remove) && <MenuSeparator />}
          {canCancel && may.cancel && (
            <MenuItem danger onSelect={() => setCancelling(true)}>
              <X /> Cancel the order
            </MenuItem>
          )}
          {canCancel && may.remove && (
            <MenuItem
              danger
              onSelect={() => {
                void acts.remove(order).then((done) => {
                  if (done) router.push(factoryPaths.orders());
                });
              }}
            >
              <Trash2 /> Delete the order
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={cancelling}
        onOpenChange={setCancelling}
        title="Cancel this order?"
        action="Cancel the order"
        onConfirm={() => acts.cancel(order)}
      >
        <p>
          What is finished stays, and is paid for. The rest isn’t made; it can be tried again later.
        </p>
      </ConfirmDialog>
    </>
  );
}
