"use client";

import Link from "next/link";
import { count } from "@/format/time";
import { TimeAgo } from "@/patterns/time-ago";
import { factoryPaths } from "@/routing/factory";
import { Badge } from "@/ui/badge";
import { Progress } from "@/ui/progress";
import { money } from "../money";
import { type Order, orderLabel, orderLook, possible, progressOf } from "./status";

/** An order in a list: what it asks for, how far it is, what it costs. */
export function OrderRow({ order }: { order: Order }) {
  const { id, prompt, model, status, expandedCount, completedCount, failedCount } = order;
  const isOpen = possible(order).cancel;
  return (
    <Link
      href={factoryPaths.orderOf(id)}
      prefetch={false}
      data-row={id}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-md px-2 py-2.5 outline-none hover:bg-wash focus-visible:bg-wash focus-visible:ring-2 focus-visible:ring-accent-text focus-visible:ring-inset"
    >
      <span className="truncate font-medium text-sm">{prompt}</span>
      <TimeAgo at={order.createdAt} className="text-right text-ink-faint text-xs" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-soft text-xs tabular-nums">
        <Badge look={orderLook(status)}>{orderLabel(status)}</Badge>
        <span>
          {completedCount === expandedCount
            ? count(expandedCount, "item")
            : `${completedCount.toLocaleString("en-GB")} of ${count(expandedCount, "item")}`}
        </span>
        {failedCount > 0 && <span className="text-danger-text">{failedCount} failed</span>}
        <span className="max-w-60 truncate max-sm:hidden">{model}</span>
      </span>
      <span className="text-right text-ink-soft text-xs tabular-nums">{costOf(order)}</span>
      {isOpen && expandedCount > 0 && (
        <span className="col-span-full">
          <Progress label={`Progress of “${prompt.slice(0, 60)}”`} percent={progressOf(order)} />
        </span>
      )}
    </Link>
  );
}

/** What was spent, beside what was expected while it isn't all spent. */
function costOf(order: Order): string {
  const { settledCost, estimatedCost, currency } = order;
  const expected = typeof estimatedCost === "number" ? estimatedCost : null;
  if (settledCost === 0 && expected === 0) return "free";
  if (!possible(order).cancel || expected === null) {
    return settledCost === 0 && expected === null ? "" : money(settledCost, currency);
  }
  return `${money(settledCost, currency)} of ${money(expected, currency)}`;
}
