"use client";

import { Ban, CircleAlert, Clock, LoaderCircle } from "lucide-react";
import Link from "next/link";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { onThisHost } from "@/rest/address";
import { factoryPaths } from "@/routing/factory";
import { cn } from "@/ui/cn";
import type { Item } from "../data";
import { itemLabel } from "../status";

interface ItemWallProps {
  items: readonly Item[];
  onOpen: (item: Item) => void;
}

/** The pictures as they come; what isn't there yet keeps its place. */
export function ItemWall({ items, onOpen }: ItemWallProps) {
  return (
    <ul
      aria-label="Pictures"
      className="grid grid-cols-3 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]"
    >
      {items.flatMap((item) =>
        item.products.length === 0
          ? [
              <li key={item.id} className="aspect-square">
                <Waiting item={item} onOpen={() => onOpen(item)} />
              </li>,
            ]
          : item.products.map((product) => (
              <li key={product.id} className="aspect-square">
                <Picture product={product} item={item} />
              </li>
            )),
      )}
    </ul>
  );
}

const frame =
  "relative block size-full overflow-hidden rounded-sm inset-ring inset-ring-ink/10 focus-visible:outline-2 focus-visible:outline-offset-1";

function Picture({ product, item }: { product: Item["products"][number]; item: Item }) {
  const { style, onLoad } = usePlaceholder(product.thumbhash, undefined);
  return (
    <Link
      href={factoryPaths.gallery(product.id)}
      prefetch={false}
      title={item.prompt}
      style={style}
      className={frame}
    >
      {/* biome-ignore lint/performance/noImgElement: the address is signed and already of the right size */}
      <img
        src={onThisHost(product.thumbnails.medium)}
        alt={item.prompt}
        loading="lazy"
        decoding="async"
        onLoad={onLoad}
        className="size-full object-cover"
      />
    </Link>
  );
}

const icons = {
  PENDING: Clock,
  CLAIMED: Clock,
  SUBMITTED: LoaderCircle,
  GENERATING: LoaderCircle,
  COMPLETE: Clock,
  FAILED: CircleAlert,
  CANCELLED: Ban,
} as const;

function Waiting({ item, onOpen }: { item: Item; onOpen: () => void }) {
  const Icon = icons[item.status];
  const failed = item.status === "FAILED";
  const underWay = item.status === "GENERATING" || item.status === "SUBMITTED";
  return (
    <button
      type="button"
      onClick={onOpen}
      title={item.prompt}
      className={cn(frame, "grid content-center justify-items-center gap-1 bg-wash p-2")}
    >
      <Icon
        aria-hidden
        className={cn(
          "size-5",
          failed ? "text-danger-text" : "text-ink-faint",
          underWay && "animate-spin text-accent-text motion-reduce:animate-none",
        )}
        strokeWidth={1.5}
      />
      <span className={cn("text-center text-2xs", failed ? "text-danger-text" : "text-ink-soft")}>
        {failed ? item.errorTitle || itemLabel(item.status) : itemLabel(item.status)}
      </span>
      <span className="sr-only">{`, item ${item.sequenceNumber}: ${item.prompt}`}</span>
    </button>
  );
}
