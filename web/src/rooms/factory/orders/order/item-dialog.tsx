"use client";

import { moment } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { CopyButton } from "@/patterns/copy-button";
import { sentence } from "@/problem/problem";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/ui/dialog";
import { money } from "../../money";
import { type Item, useItemLog, useOrderChanges } from "../data";
import { canCancelItem, canRetryItem, itemLabel } from "../status";

interface ItemDialogProps {
  item: Item | undefined;
  currency: string;
  onClose: () => void;
}

/** One item: what was sent, what came back, attempt by attempt. */
export function ItemDialog({ item, currency, onClose }: ItemDialogProps) {
  return (
    <Dialog open={item !== undefined} onOpenChange={(open) => !open && onClose()}>
      {item !== undefined && (
        <DialogContent
          width="lg"
          title={`Item ${item.sequenceNumber}`}
          description={itemLabel(item.status)}
        >
          <Details item={item} currency={currency} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function Details({ item, currency }: { item: Item; currency: string }) {
  const { can } = useSession();
  const changes = useOrderChanges();
  const { log } = useItemLog(item.id);
  const mayCancel = can("order.cancel") && canCancelItem(item.status);
  const mayRetry = can("order.place") && canRetryItem(item.status);
  const parameters = Object.entries((item.parameters ?? {}) as Record<string, unknown>);
  return (
    <>
      <DialogBody>
        <p className="flex items-start gap-2 text-sm">
          <span className="min-w-0 flex-1 whitespace-pre-wrap break-words">{item.prompt}</span>
          <CopyButton text={item.prompt} label="Copy the prompt" />
        </p>
        {item.errorMessage && item.status === "FAILED" && (
          <div className="grid gap-1 rounded-md bg-danger-wash px-3 py-2 text-danger-text text-sm">
            <p className="font-medium">{item.errorTitle}</p>
            <p>{sentence(item.errorMessage)}</p>
            {item.errorAction && <p>{sentence(item.errorAction)}</p>}
          </div>
        )}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          {parameters.map(([name, value]) => (
            <Pair key={name} name={name} value={String(value)} />
          ))}
          <Pair name="Attempt" value={`${item.attempt} of ${item.maxAttempts}`} />
          {item.nextAttemptAt && <Pair name="Next attempt" value={moment(item.nextAttemptAt)} />}
          {item.completedAt && <Pair name="Finished" value={moment(item.completedAt)} />}
          {typeof item.cost === "number" && <Pair name="Cost" value={money(item.cost, currency)} />}
          {log?.providerRequestId && <Pair name="Request" value={log.providerRequestId} />}
        </dl>
        {log !== undefined && log.logs.length > 0 && (
          <section aria-label="What happened" className="grid gap-1">
            <h3 className="font-semibold text-sm">What happened</h3>
            <ol className="grid gap-1">
              {log.logs.map((entry) => (
                <li key={entry.id} className="text-sm">
                  <details className="rounded-md bg-wash px-3 py-1.5">
                    <summary className="break-words">
                      <span className="text-ink-faint text-xs tabular-nums">
                        {moment(entry.createdAt)} · attempt {entry.attempt}{" "}
                      </span>
                      {entry.message}
                    </summary>
                    <Json name="Sent" value={entry.request} />
                    <Json name="Answered" value={entry.response} />
                  </details>
                </li>
              ))}
            </ol>
          </section>
        )}
      </DialogBody>
      {(mayCancel || mayRetry) && (
        <DialogFooter>
          {mayCancel && (
            <Button
              look="quietDanger"
              onClick={() =>
                void attempt("The item wasn’t cancelled", () => changes.cancelItem(item.id))
              }
            >
              Cancel this item
            </Button>
          )}
          {mayRetry && (
            <Button
              onClick={() =>
                void attempt("It wasn’t tried again", () => changes.retryItem(item.id))
              }
            >
              Try again
            </Button>
          )}
        </DialogFooter>
      )}
    </>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="break-words tabular-nums">{value}</dd>
    </>
  );
}

function Json({ name, value }: { name: string; value: unknown }) {
  if (value === null || value === undefined) return null;
  return (
    <div className="mt-2 grid gap-1">
      <p className="text-ink-faint text-xs">{name}</p>
      <pre className="whitespace-pre-wrap break-all font-mono text-2xs">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
