"use client";

import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import type { Preview } from "./data";
import { summaryOf } from "./summary";

interface ConsentProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  preview: Preview;
  onConfirm: () => void;
}

/** Asks once more about an order that is dear or large. */
export function Consent({ open, onOpenChange, preview, onConfirm }: ConsentProps) {
  const { things, cost, time } = summaryOf(preview);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={`Place an order for ${things}?`} role="alertdialog">
        <DialogBody>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-ink-soft">Price</dt>
            <dd className="font-medium tabular-nums">{cost}</dd>
            {time !== "" && (
              <>
                <dt className="text-ink-soft">Time</dt>
                <dd>{time}</dd>
              </>
            )}
          </dl>
          <p className="text-ink-soft text-sm">
            It can be paused or cancelled at any time; what was made by then is paid for.
          </p>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button look="ghost">Cancel</Button>
          </DialogClose>
          <Button look="solid" onClick={onConfirm}>
            Place order
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
