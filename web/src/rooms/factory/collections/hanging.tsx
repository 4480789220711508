"use client";

import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useQuery } from "@/routing/use-query";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Skeleton } from "@/ui/skeleton";
import { useCuration } from "../gallery/use-curation";
import { type Collection, useCollectionChanges, useCollectionProducts } from "./data";
import { HangingTile } from "./hanging-tile";
import { beforeOf, droppedOn } from "./placed";
import { useCollectionActs } from "./use-collection-acts";

const Viewer = soon(() => import("../viewer/viewer").then((file) => file.Viewer));

interface HangingProps {
  collection: Collection;
  readOnly: boolean;
}

const dragType = "application/x-atelier-product";

/** The products of a collection in its order, which is changed by dragging, by keys or by the menu. */
export function Hanging({ collection, readOnly }: HangingProps) {
  const { id, name } = collection;
  const { products, problem, retry, hasMore, loadMore, idle } = useCollectionProducts(id);
  const { move } = useCollectionChanges();
  const { change } = useCollectionActs();
  const { curate } = useCuration(retry);
  const { query, setQuery } = useQuery();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  if (problem !== undefined) {
    return <ErrorState what="The products didn’t load" problem={problem} retry={retry} />;
  }
  if (products === undefined) {
    return (
      <Delayed>
        <Skeleton className="h-40" />
      </Delayed>
    );
  }
  if (products.length === 0) {
    return (
      <EmptyState title="An empty wall">
        <p>
          Select products in the gallery and press <kbd>c</kbd> to hang them here.
        </p>
      </EmptyState>
    );
  }
  const ids = products.map((product) => product.id);
  const place = (product: string, before: string | null | undefined) => {
    if (before === undefined || before === product) return;
    const to = before === null ? ids.length : ids.indexOf(before) + 1;
    void attempt("The product wasn’t moved", () => move(id, product, before)).then((done) => {
      if (!done) return;
      setSaid(`Moved to place ${to} of ${ids.length}`);
      const tile = list.current?.querySelector<HTMLElement>(`[data-product="${product}"]`);
      tile?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const product = (event.target as HTMLElement).closest<HTMLElement>("[data-product]")?.dataset
      .product;
    if (product === undefined || !event.altKey || readOnly) return;
    const to = ({ ArrowLeft: "back", ArrowRight: "on", Home: "front" } as const)[
      event.key as "Home"
    ];
    if (to === undefined) return;
    event.preventDefault();
    place(product, beforeOf(ids, product, to));
  };
  const onDrop = (event: DragEvent) => {
    if (dragged === null) return;
    event.preventDefault();
    place(dragged, droppedOn(ids, dragged, over));
    setDragged(null);
    setOver(null);
  };
  const viewed = query.get("view");
  const at = viewed === null ? -1 : ids.indexOf(viewed);
  return (
    <>
      <ul
        ref={list}
        aria-label="Products"
        onKeyDown={onKeyDown}
        onDrop={onDrop}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
        }}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,30%),1fr))] gap-3"
      >
        {products.map((product, index) => (
          <li
            key={product.id}
            draggable={!readOnly}
            onDragStart={(event) => {
              event.dataTransfer.setData(dragType, product.id);
              setDragged(product.id);
            }}
            onDragEnter={() => setOver(product.id)}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            className={cn(
              "min-w-0",
              dragged === product.id && "opacity-40",
              dragged !== null &&
                over === product.id &&
                "outline-2 outline-accent-text outline-offset-2",
            )}
          >
            <HangingTile
              product={product}
              isCover={collection.coverProductId === product.id}
              readOnly={readOnly}
              first={index === 0}
              last={index === products.length - 1 && !hasMore}
              onOpen={() => setQuery({ view: product.id })}
              onPlace={(to) => place(product.id, beforeOf(ids, product.id, to))}
              onCover={() => void change(collection, { coverProductId: product.id })}
              onTakeOut={() => void curate([product.id], { removeFromCollection: id }, name)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
      {hasMore && (
        <Button look="ghost" className="justify-self-start" disabled={!idle} onClick={loadMore}>
          Show more
        </Button>
      )}
      {viewed !== null && (
        <Viewer
          id={viewed}
          previous={ids[at - 1] ?? null}
          next={at < 0 ? null : (ids[at + 1] ?? null)}
          strip={at < 0 ? [] : ids.slice(Math.max(0, at - 12), at + 13)}
          onGo={(next) => setQuery({ view: next })}
        />
      )}
    </>
  );
}
