"use client";

import { RotateCcw } from "lucide-react";
import { count } from "@/format/time";
import { attempt } from "@/patterns/attempt";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { useCollectionChanges, useCollections } from "../collections/data";

/** Collections that were thrown away; their products never were. */
export function BinnedCollections() {
  const { can } = useSession();
  const { restore } = useCollectionChanges();
  const { collections, problem, retry } = useCollections(true);
  if (problem !== undefined) {
    return <ErrorState what="The bin didn’t load" problem={problem} retry={retry} />;
  }
  if (collections === undefined) {
    return (
      <Delayed>
        <Skeleton className="m-6 h-20" />
      </Delayed>
    );
  }
  if (collections.length === 0) {
    return (
      <EmptyState title="No collections here">
        <p>Collections that are put into the bin can be restored from here.</p>
      </EmptyState>
    );
  }
  return (
    <ul
      aria-label="Collections in the bin"
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 md:px-5"
    >
      {collections.map(({ id, name, productCount }) => (
        <li key={id} className="flex min-h-11 items-center gap-3 border-line border-b text-sm">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-ink-faint text-xs">{count(productCount, "product")}</span>
          {can("product.curate") && (
            <Button
              size="sm"
              aria-label={`Restore ${name}`}
              onClick={() => void attempt("It was not restored", () => restore(id))}
            >
              <RotateCcw /> Restore
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
