"use client";

import { type MouseEvent, type RefObject, useCallback, useMemo, useState } from "react";
import { type Section, sectionOf } from "@/patterns/gallery/day-layout";
import { say } from "@/patterns/toast";
import type { WallHandle } from "./days-wall";
import {
  clickMeans,
  extended,
  nothing,
  type Selection,
  toggled,
  withDay,
  without,
} from "./selection";
import type { Shelf } from "./shelf";

/** So many can be selected at once; each part of a change takes a while. */
const most = 10_000;

/** What is selected of a wall, and what selects. */
export function usePicks(
  wall: RefObject<WallHandle | null>,
  shelf: Shelf,
  canSelect: boolean,
  onOpen: (id: string) => void,
) {
  const [selection, setSelection] = useState<Selection>(nothing);

  /** The ids of products by how many are above them; those that aren't known are read first. */
  const idsBetween = useCallback(
    async (first: number, end: number): Promise<string[]> => {
      const page = wall.current?.layout.page;
      if (page === undefined) return [];
      if (end - first > most) {
        say(`At most ${most.toLocaleString("en-GB")} products are selected at once`);
        return [];
      }
      const ids: string[] = [];
      for (let at = Math.max(0, first); at < Math.min(end, page.total); ) {
        const section = sectionOf(page, at);
        if (section === undefined) break;
        const [from, to] = [at - section.first, Math.min(end - section.first, section.count)];
        if (!(await shelf.need(section, from, to))) say("Not all of them could be read");
        const rows = shelf.rows(section.day)?.slice(from, to) ?? [];
        ids.push(...rows.flatMap((row) => row?.id ?? []));
        at = section.first + section.count;
      }
      return ids;
    },
    [wall, shelf],
  );

  const indexOf = useCallback(
    (id: string): number | undefined => {
      const place = shelf.placeOf(id);
      const sections = wall.current?.layout.page.sections;
      const section = sections?.find(({ day }) => day === place?.day);
      return place === undefined || section === undefined ? undefined : section.first + place.index;
    },
    [wall, shelf],
  );

  const extendTo = useCallback(
    async (from: string, at: number) => {
      const begin = indexOf(from);
      if (begin === undefined) return;
      const ids = await idsBetween(Math.min(begin, at), Math.max(begin, at) + 1);
      setSelection((before) => extended({ ...before, from }, ids));
    },
    [indexOf, idsBetween],
  );

  const onPress = useCallback(
    (at: number, id: string, held: MouseEvent) => {
      const means = canSelect ? clickMeans(held, selection) : "open";
      if (means === "open") onOpen(id);
      else if (means === "toggle") setSelection(toggled(selection, id));
      else if (selection.from !== null) void extendTo(selection.from, at);
    },
    [canSelect, selection, onOpen, extendTo],
  );

  const toggle = useCallback((id: string) => setSelection((before) => toggled(before, id)), []);

  const selectDay = useCallback(
    (section: Section) =>
      void idsBetween(section.first, section.first + section.count).then((ids) =>
        setSelection((before) => withDay(before, ids)),
      ),
    [idsBetween],
  );

  const clear = useCallback(() => setSelection(nothing), []);
  const drop = useCallback(
    (ids: readonly string[]) => setSelection((before) => without(before, new Set(ids))),
    [],
  );
  const ids = useMemo(() => [...selection.ids], [selection]);
  return { selection, ids, onPress, toggle, selectDay, clear, drop, extendTo, indexOf, idsBetween };
}
