"use client";

import { ChevronRight, CirclePlay, Hourglass, Pause } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useNow } from "@/patterns/use-now";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { itemLabel } from "../orders/status";
import { type Lane, useQueue } from "./data";
import { untilText } from "./until";
import { useLaneActs } from "./use-lane-acts";

/** A provider at work: how much it makes, how much waits, and why it doesn't go on. */
export function LaneCard({ lane }: { lane: Lane }) {
  const { provider, pending, running, failed, paused } = lane;
  const now = useNow();
  const { can } = useSession();
  const acts = useLaneActs();
  const still = Boolean(lane.pausedAt);
  const [open, setOpen] = useState(false);
  const waits = untilText(lane.waitsUntil ?? null, now);
  const busy = pending + running > 0;
  return (
    <article
      aria-label={provider.name}
      className="grid content-start gap-3 rounded-lg border border-line bg-sheet p-4 shadow-lift"
    >
      <header className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-sm">{provider.name}</h2>
        {!provider.isEnabled ? (
          <Badge look="caution">off</Badge>
        ) : still ? (
          <Badge look="caution">paused</Badge>
        ) : running > 0 ? (
          <Badge look="accent">at work</Badge>
        ) : (
          <Badge>idle</Badge>
        )}
        {can("floor.pause") && (
          <Button
            look="ghost"
            size="icon"
            className="-my-1.5 -mr-1.5"
            aria-label={`${still ? "Resume" : "Pause"} ${provider.name}`}
            onClick={() => void (still ? acts.resume([lane]) : acts.pause([lane]))}
          >
            {still ? <CirclePlay /> : <Pause />}
          </Button>
        )}
      </header>
      <dl className="grid grid-cols-4 gap-2 text-center">
        <Figure name="Made now" of={provider.concurrentLimit}>
          {running}
        </Figure>
        <Figure name="Waiting">{pending}</Figure>
        <Figure name="Paused">{paused}</Figure>
        <Figure name="Failed" alarming={failed > 0}>
          {failed}
        </Figure>
      </dl>
      {waits !== "" && (
        <p className="flex gap-1.5 rounded-md bg-caution-wash px-2 py-1 text-caution-text text-xs">
          <Hourglass aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="min-w-0 break-words">
            Waits {waits} before the next request.
            {lane.waitsBecause && ` ${lane.waitsBecause}`}
          </span>
        </p>
      )}
      {!provider.isEnabled && busy && (
        <p className="text-ink-soft text-xs">
          It is off, so what waits here stays.{" "}
          <Link href={factoryPaths.providers()} className="text-accent-text underline">
            Turn it on
          </Link>
        </p>
      )}
      {busy && (
        <div className="grid gap-2">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex items-center gap-1 justify-self-start rounded text-ink-soft text-xs hover:text-ink"
          >
            <ChevronRight aria-hidden className={cn("size-3.5", open && "rotate-90")} />
            Now and next
          </button>
          {open && <Next provider={provider.id} />}
        </div>
      )}
    </article>
  );
}

interface FigureProps {
  name: string;
  /** The most that there can be. */
  of?: number | null;
  alarming?: boolean;
  children: number;
}

function Figure({ name, of, alarming, children }: FigureProps) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="truncate text-2xs text-ink-faint">{name}</dt>
      <dd className={cn("font-medium text-lg tabular-nums", alarming && "text-danger-text")}>
        {children.toLocaleString("en-GB")}
        {typeof of === "number" && <span className="text-ink-faint text-xs"> / {of}</span>}
      </dd>
    </div>
  );
}

function Next({ provider }: { provider: string }) {
  const queue = useQueue(provider);
  if (queue === undefined) return null;
  return (
    <ol aria-label="Now and next" className="grid gap-1">
      {queue.map((item) => (
        <li key={item.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 text-xs">
          <Link
            href={factoryPaths.orderOf(item.orderId)}
            prefetch={false}
            className="truncate hover:underline"
          >
            {item.prompt}
          </Link>
          <span className={item.errorTitle ? "text-caution-text" : "text-ink-faint"}>
            {item.errorTitle && item.status === "PENDING"
              ? `${item.errorTitle}, again`
              : itemLabel(item.status)}
          </span>
        </li>
      ))}
    </ol>
  );
}
