"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Day } from "@/patterns/gallery/day-layout";
import { useQuery } from "@/routing/use-query";
import { Viewer } from "../viewer/viewer";
import { useTile } from "./data";
import { utcDay } from "./day-title";
import type { WallHandle } from "./days-wall";
import type { Shelf } from "./shelf";
import type { usePicks } from "./use-picks";

interface ViewingProps {
  id: string;
  days: readonly Day[];
  shelf: Shelf;
  version: number;
  picks: ReturnType<typeof usePicks>;
  wall: RefObject<WallHandle | null>;
}

/** So many products stand in the film strip on either side. */
const beside = 12;

/** The viewer over the wall: who is beside the product follows from its place on the wall. */
export function Viewing({ id, days, shelf, version, picks, wall }: ViewingProps) {
  const { setQuery } = useQuery();
  const tile = useTile(id);
  const [strip, setStrip] = useState<readonly string[]>([]);
  const { indexOf, idsBetween } = picks;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place may be known once more was read
  const at = useMemo(() => indexOf(id), [indexOf, id, version]);

  const made = tile?.createdAt;
  useEffect(() => {
    if (at !== undefined || made === undefined) return;
    const moment = Date.parse(made);
    const day = days.find((one) => one.day === utcDay(moment));
    if (day !== undefined) void shelf.seek(day, moment, id);
  }, [at, made, days, shelf, id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is beside it changes with the shelf
  useEffect(() => {
    if (at === undefined) return undefined;
    let late = false;
    void idsBetween(at - beside, at + beside + 1).then((ids) => {
      if (!late) setStrip(ids);
    });
    return () => {
      late = true;
    };
  }, [at, idsBetween, version]);

  const here = strip.indexOf(id);
  return (
    <Viewer
      id={id}
      previous={strip[here - 1] ?? null}
      next={here < 0 ? null : (strip[here + 1] ?? null)}
      strip={here < 0 ? [] : strip}
      onGo={(next) => setQuery({ view: next })}
      onClosed={() => {
        if (at !== undefined) wall.current?.show(at);
      }}
    />
  );
}
