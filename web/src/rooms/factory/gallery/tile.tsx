"use client";

import { CirclePlay, Heart, Volume2 } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { moment } from "@/format/time";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { onThisHost } from "@/rest/address";
import { cn } from "@/ui/cn";
import { type Tile as Product, useTile } from "./data";
import { Stars } from "./stars";

export interface TileProps {
  id: string;
  /** How many products are above it. */
  at: number;
  isSelected: boolean;
  /** One is in the order of the Tab key; arrows lead to the others. */
  inTab: boolean;
  isRow: boolean;
  canSelect: boolean;
  onFocus: (at: number) => void;
  onPress: (at: number, id: string, held: MouseEvent) => void;
  onSelect: (id: string) => void;
}

/** A product among others: opened with a click, selected with its box. */
export const Tile = memo(function Tile(props: TileProps) {
  const { id, at, isSelected, inTab, isRow, canSelect, onFocus, onPress, onSelect } = props;
  const product = useTile(id);
  const name = product === undefined ? "Product" : nameOf(product);
  return (
    <div
      className={cn(
        "group relative size-full",
        isRow && "flex items-center border-line border-b",
        isSelected && !isRow && "p-2",
        isSelected && "bg-accent-wash",
      )}
    >
      <button
        type="button"
        data-at={at}
        tabIndex={inTab ? 0 : -1}
        aria-label={isSelected ? `${name}, selected` : name}
        onFocus={() => onFocus(at)}
        onClick={(event) => onPress(at, id, event)}
        className={cn(
          "relative block text-left focus-visible:outline-2 focus-visible:outline-offset-1",
          isRow
            ? "flex h-full min-w-0 flex-1 items-center gap-3 pl-9"
            : "size-full overflow-hidden rounded-sm inset-ring inset-ring-ink/10",
        )}
      >
        {product !== undefined && (isRow ? <Line product={product} /> : <Face product={product} />)}
      </button>
      {canSelect && (
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={`Select ${name}`}
          onChange={() => onSelect(id)}
          className={cn(
            "absolute size-4.5 accent-accent transition-opacity",
            isRow ? "left-2" : "top-2.5 left-2.5",
            !isSelected &&
              "opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-70",
          )}
        />
      )}
    </div>
  );
});

/** What a product is called: the beginning of its prompt. */
export function nameOf({
  prompt,
  type,
  createdAt,
}: Pick<Product, "prompt" | "type" | "createdAt">) {
  const begin = prompt.trim().slice(0, 120);
  if (begin !== "") return begin;
  const kinds = { IMAGE: "Image", VIDEO: "Video", AUDIO: "Sound" } as const;
  return `${kinds[type]} of ${moment(createdAt)}`;
}

export function Thumb({ product, size }: { product: Product; size: "small" | "medium" }) {
  const { style, onLoad } = usePlaceholder(product.thumbhash, undefined);
  const { thumbnails, type } = product;
  const picture = onThisHost(thumbnails[size]);
  const sharp = onThisHost(size === "small" ? thumbnails.medium : thumbnails.large);
  if (type === "AUDIO" || !picture) {
    return (
      <span className="grid size-full place-items-center bg-wash text-ink-soft">
        <Volume2 aria-hidden className="size-6" strokeWidth={1.25} />
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
    <img
      src={picture}
      srcSet={sharp && `${picture} 1x, ${sharp} 2x`}
      alt=""
      decoding="async"
      draggable={false}
      style={style}
      onLoad={onLoad}
      className="size-full object-cover"
    />
  );
}

function Face({ product }: { product: Product }) {
  const { liked, rating, type } = product;
  return (
    <>
      <Thumb product={product} size="medium" />
      {type === "VIDEO" && (
        <CirclePlay aria-hidden className="absolute top-2 right-2 size-5 text-white drop-shadow" />
      )}
      {(liked || rating !== null) && (
        <span className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-sheet px-1.5 py-0.5 text-ink">
          {liked && <Heart aria-hidden className="size-3 fill-current text-danger-text" />}
          {rating !== null && <Stars rating={rating} className="text-caution-text" />}
        </span>
      )}
    </>
  );
}

function Line({ product }: { product: Product }) {
  const { liked, rating, width, height, createdAt } = product;
  return (
    <>
      <span className="block size-12 shrink-0 overflow-hidden rounded-sm inset-ring inset-ring-ink/10">
        <Thumb product={product} size="small" />
      </span>
      <span className="line-clamp-2 min-w-0 flex-1 text-sm">{nameOf(product)}</span>
      {liked && <Heart aria-hidden className="size-3.5 shrink-0 fill-current text-danger-text" />}
      {rating !== null && <Stars rating={rating} className="shrink-0 text-caution-text" />}
      <span className="w-24 shrink-0 text-right text-ink-faint text-xs tabular-nums max-sm:hidden">
        {width !== null && height !== null && `${width} × ${height}`}
      </span>
      <time
        dateTime={createdAt}
        className="w-36 shrink-0 whitespace-nowrap pr-3 text-right text-ink-faint text-xs tabular-nums max-md:hidden"
      >
        {moment(createdAt)}
      </time>
    </>
  );
}
