"use client";

import { ErrorState } from "@/patterns/error-state";
import { sentence } from "@/problem/problem";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { type OrderDetail, useItems } from "../data";
import { failuresOf } from "./failures";

/** What failed, put together by why, with what can be done about it. */
export function Failures({ order }: { order: OrderDetail }) {
  const stamp = `${order.failedCount} ${order.updatedAt}`;
  const { items, problem, retry, hasMore, loadMore, idle } = useItems(order.id, "FAILED", stamp);
  if (problem !== undefined) {
    return <ErrorState what="The failures didn’t load" problem={problem} retry={retry} />;
  }
  return (
    <section aria-label="What failed" className="grid max-w-4xl gap-3">
      {failuresOf(items ?? []).map((group) => (
        <article
          key={`${group.category} ${group.title} ${group.message}`}
          className="grid gap-2 rounded-lg border border-line bg-sheet p-4"
        >
          <header className="flex flex-wrap items-center gap-2">
            <h2 className="min-w-0 break-words font-semibold text-sm">{group.title}</h2>
            <Badge look="caution">× {group.items.length}</Badge>
            <span className="text-2xs text-ink-faint">
              {group.category.toLowerCase().replaceAll("_", " ")}
            </span>
          </header>
          {group.message !== "" && (
            <p className="break-words text-ink-soft text-sm">{sentence(group.message)}</p>
          )}
          {group.action !== "" && <p className="text-sm">{sentence(group.action)}</p>}
          <details className="text-sm">
            <summary className="text-ink-soft text-xs">Which items</summary>
            <ol className="mt-1 grid gap-1">
              {group.items.map((item) => (
                <li key={item.id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-2 text-xs">
                  <span className="text-ink-faint tabular-nums">{item.sequenceNumber}</span>
                  <span className="break-words">{item.prompt}</span>
                </li>
              ))}
            </ol>
          </details>
        </article>
      ))}
      {hasMore && (
        <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
          Show more
        </Button>
      )}
    </section>
  );
}
