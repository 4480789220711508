"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { CollectionCard } from "./collection-card";
import { useCollections } from "./data";

const CreateCollection = soon(() =>
  import("./create-dialog").then((file) => file.CreateCollectionDialog),
);

/** Products put together by hand, for a client, a wall or a book. */
export function Collections() {
  useLiveFactory();
  const { can } = useSession();
  const [creating, setCreating] = useState(false);
  const { collections, problem, retry, hasMore, loadMore, idle } = useCollections(false);
  const canWrite = can("product.curate");
  useShortcut("create", () => setCreating(true), canWrite);
  const button = canWrite && (
    <Button look="solid" aria-keyshortcuts="c" onClick={() => setCreating(true)}>
      <Plus /> New collection
    </Button>
  );
  return (
    <FactoryFrame
      title="Collections"
      actions={
        <>
          <ButtonLink look="ghost" href={factoryPaths.bin()}>
            Bin
          </ButtonLink>
          {button}
        </>
      }
    >
      {problem !== undefined ? (
        <ErrorState what="The collections didn’t load" problem={problem} retry={retry} />
      ) : collections === undefined ? (
        <Delayed>
          <Skeleton className="m-6 h-40" />
        </Delayed>
      ) : collections.length === 0 ? (
        <EmptyState title="Nothing collected yet">
          <p>
            Select products in the gallery and press <kbd>c</kbd>, or make a collection here and
            fill it later.
          </p>
        </EmptyState>
      ) : (
        <div className="grid gap-4 px-4 py-5 md:px-6">
          <ul
            aria-label="Collections"
            className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-4 2xl:grid-cols-5"
          >
            {collections.map((collection) => (
              <CollectionCard key={collection.id} collection={collection} readOnly={!canWrite} />
            ))}
          </ul>
          {hasMore && (
            <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
              Show more
            </Button>
          )}
        </div>
      )}
      <CreateCollection open={creating} onOpenChange={setCreating} />
    </FactoryFrame>
  );
}
