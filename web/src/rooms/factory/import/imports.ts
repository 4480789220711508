"use client";

import { useSyncExternalStore } from "react";
import { say } from "@/patterns/toast";
import { importFile } from "@/rest/factory-import";
import { useSession } from "@/session/session";
import { type Entry, ImportQueue, isOpen } from "./queue";
import { summaryOf, summaryText } from "./summary";

/** One for whoever is here and where: what somebody else sends is not theirs to see. */
const queues = new Map<string, ImportQueue>();

function queueOf(key: string): ImportQueue {
  const known = queues.get(key);
  if (known !== undefined) return known;
  const queue = new ImportQueue(importFile, (entries) => {
    const told = summaryText(summaryOf(entries));
    if (told !== "") say(told.charAt(0).toUpperCase() + told.slice(1));
  });
  queue.subscribe(() => warnWhile(queue, queue.entries().some(isOpen)));
  queues.set(key, queue);
  return queue;
}

const busy = new Set<ImportQueue>();
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** A tab that is closed takes the files along that it has not sent. */
function warnWhile(queue: ImportQueue, isBusy: boolean) {
  if (isBusy) busy.add(queue);
  else busy.delete(queue);
  if (busy.size > 0) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

const none: readonly Entry[] = [];

/** The files that come in here, wherever in the studio one looks meanwhile. */
export function useImports() {
  const { me } = useSession();
  const tenant = me.tenant.id;
  const queue = queueOf(`${me.user.id} ${tenant}`);
  const entries = useSyncExternalStore(queue.subscribe, queue.entries, () => none);
  return { queue, entries, tenant };
}
