"use client";

import { ArrowDown, ArrowUp, CirclePlay, GripVertical, Pause, X } from "lucide-react";
import Link from "next/link";
import { factoryPaths } from "@/routing/factory";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { type Order, orderLabel, orderLook, possible, progressOf } from "../orders/status";

interface LineRowProps {
  order: Order;
  isFirst: boolean;
  isLast: boolean;
  mayOrder: boolean;
  mayCancel: boolean;
  onSooner: () => void;
  onLater: () => void;
  onPause: () => void;
  onCancel: () => void;
}

export function LineRow(props: LineRowProps) {
  const { order, isFirst, isLast, mayOrder, mayCancel } = props;
  const short = order.prompt.slice(0, 60);
  const paused = possible(order).resume;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
      {mayOrder && (
        <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-ink-faint" />
      )}
      <div className="grid min-w-48 flex-1 gap-1">
        <Link
          href={factoryPaths.orderOf(order.id)}
          prefetch={false}
          draggable={false}
          data-row={order.id}
          className="truncate rounded-sm font-medium text-sm hover:underline"
        >
          {order.prompt}
        </Link>
        <span className="flex flex-wrap items-center gap-x-2.5 text-ink-soft text-xs tabular-nums">
          <Badge look={orderLook(order.status)}>{orderLabel(order.status)}</Badge>
          <span>
            {order.completedCount.toLocaleString("en-GB")} of{" "}
            {order.expandedCount.toLocaleString("en-GB")}
          </span>
          {order.failedCount > 0 && (
            <span className="text-danger-text">{order.failedCount} failed</span>
          )}
          <span>priority {order.priority}</span>
          <span className="max-sm:hidden">{order.provider}</span>
        </span>
        <Progress label={`Progress of “${short}”`} percent={progressOf(order)} />
      </div>
      <div className="flex">
        {mayOrder && (
          <>
            <Button
              look="ghost"
              size="icon"
              aria-label={`Serve “${short}” sooner`}
              disabled={isFirst}
              onClick={props.onSooner}
            >
              <ArrowUp />
            </Button>
            <Button
              look="ghost"
              size="icon"
              aria-label={`Serve “${short}” later`}
              disabled={isLast}
              onClick={props.onLater}
            >
              <ArrowDown />
            </Button>
            <Button
              look="ghost"
              size="icon"
              aria-label={`${paused ? "Resume" : "Pause"} “${short}”`}
              onClick={props.onPause}
            >
              {paused ? <CirclePlay /> : <Pause />}
            </Button>
          </>
        )}
        {mayCancel && (
          <Button
            look="ghost"
            size="icon"
            aria-label={`Cancel “${short}”`}
            onClick={props.onCancel}
          >
            <X />
          </Button>
        )}
      </div>
    </div>
  );
}
