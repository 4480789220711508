"use client";

import Link from "next/link";
import { useState } from "react";
import { moment } from "@/format/time";
import { factoryPaths } from "@/routing/factory";
import { Badge } from "@/ui/badge";
import { cn } from "@/ui/cn";
import { Progress } from "@/ui/progress";
import { money } from "../../money";
import type { OrderDetail } from "../data";
import { orderLabel, orderLook, progressOf } from "../status";

/** What was ordered, how far it is, and what it costs. */
export function OrderHead({ order }: { order: OrderDetail }) {
  const [whole, setWhole] = useState(false);
  const { expandedCount, completedCount, failedCount, status, currency } = order;
  const left = expandedCount - completedCount - failedCount;
  const isLong = order.prompt.length > 240;
  const isFree = order.settledCost === 0 && order.estimatedCost === 0;
  return (
    <section aria-label="What was ordered" className="grid gap-3">
      <p
        className={cn(
          "display max-w-4xl whitespace-pre-wrap break-words text-xl leading-7",
          isLong && !whole && "line-clamp-3",
        )}
      >
        {order.prompt}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="justify-self-start rounded text-accent-text text-xs"
        >
          {whole ? "Less of it" : "All of it"}
        </button>
      )}
      {order.negativePrompt !== "" && (
        <p className="max-w-4xl break-words text-ink-soft text-sm">
          <span className="text-ink-faint">Without: </span>
          {order.negativePrompt}
        </p>
      )}
      <Progress label="Progress" percent={progressOf(order)} />
      <p
        role="status"
        className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm tabular-nums"
      >
        <Badge look={orderLook(status)}>{orderLabel(status)}</Badge>
        <span>
          {completedCount.toLocaleString("en-GB")} of {expandedCount.toLocaleString("en-GB")} done
        </span>
        {failedCount > 0 && <span className="text-danger-text">{failedCount} failed</span>}
        {left > 0 && status !== "CANCELLED" && <span>{left.toLocaleString("en-GB")} to go</span>}
      </p>
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm tabular-nums">
        {!isFree && <Fact name="Spent">{money(order.settledCost, currency)}</Fact>}
        {order.reservedCost > 0 && (
          <Fact name="Reserved">{money(order.reservedCost, currency)}</Fact>
        )}
        <Fact name={isFree ? "Cost" : "Estimate"}>
          {typeof order.estimatedCost === "number"
            ? isFree
              ? "free"
              : money(order.estimatedCost, currency)
            : "price unknown"}
        </Fact>
        {typeof order.budget === "number" && (
          <Fact name="Budget">{money(order.budget, currency)}</Fact>
        )}
        <Fact name="Made by">
          {order.provider}, {order.model}
        </Fact>
        {Object.entries(asRecord(order.parameters)).map(([name, value]) => (
          <Fact key={name} name={name}>
            {String(value)}
          </Fact>
        ))}
        {order.quantity > 1 && <Fact name="Images an item">{order.quantity}</Fact>}
        <Fact name="Seed">{order.seed}</Fact>
        {order.priority !== 0 && <Fact name="Priority">{order.priority}</Fact>}
        <Fact name="Placed">{moment(order.createdAt)}</Fact>
        {order.templateId && (
          <Fact name="Template">
            <Link
              href={factoryPaths.orderFromTemplate(order.templateId)}
              className="text-accent-text underline"
            >
              Use it again
            </Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid min-w-0">
      <dt className="text-2xs text-ink-faint">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
