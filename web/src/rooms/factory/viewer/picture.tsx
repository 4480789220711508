"use client";

import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { placeholder } from "@/patterns/gallery/placeholder";
import { onThisHost } from "@/rest/address";
import { cn } from "@/ui/cn";
import type { Tile } from "../gallery/data";
import { nameOf } from "../gallery/tile";
import { useHands } from "./use-hands";
import { actualScale, boxOf, type Look, pushed, whole, zoomedAt } from "./zoom";

export interface PictureHandle {
  zoom: (factor: number) => void;
  /** The whole, or a pixel for a pixel. */
  show: (how: "whole" | "actual") => void;
  /** Looks further that way, by shares of the window. */
  look: (right: number, down: number) => void;
}

interface PictureProps {
  product: Tile;
  /** The address of the file itself, once it is known. */
  url: string | undefined;
  look: Look;
  onLook: (look: Look) => void;
  ref?: Ref<PictureHandle>;
}

/** A picture that is drawn closer to the pointer, pushed around and pinched. */
export function Picture({ product, url, look, onLook, ref }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [there, setThere] = useState<string>();
  const picture = { width: product.width ?? 1024, height: product.height ?? 1024 };
  const { size, shown, hands } = useHands(frame, picture, look, onLook);
  const box = boxOf(shown, picture, size);
  const preview = onThisHost(product.thumbnails.large);
  const file = onThisHost(url);
  useImperativeHandle(ref, () => ({
    zoom: (factor) => {
      const middle = { x: size.width / 2, y: size.height / 2 };
      onLook(zoomedAt(shown, factor, middle, picture, size));
    },
    look: (right, down) =>
      onLook(pushed(shown, -right * size.width, -down * size.height, picture, size)),
    show: (how) =>
      onLook(how === "whole" ? whole : { scale: actualScale(picture, size), x: 0.5, y: 0.5 }),
  }));
  const name = nameOf(product);
  return (
    <div
      ref={frame}
      {...hands}
      className={cn(
        "relative size-full touch-none select-none overflow-hidden",
        shown.scale > 1.01 && "cursor-grab active:cursor-grabbing",
      )}
    >
      <div
        style={{ ...box, ...placeholder(product.thumbhash, undefined) }}
        className="absolute overflow-hidden"
      >
        {/* biome-ignore lint/performance/noImgElement: the address is signed and already of the right size */}
        <img src={preview} alt={name} draggable={false} className="absolute inset-0 size-full" />
        {file !== undefined && (
          // biome-ignore lint/performance/noImgElement: it is the file itself
          <img
            src={file}
            alt=""
            draggable={false}
            decoding="async"
            onLoad={() => setThere(file)}
            className="absolute inset-0 size-full"
            style={{ opacity: there === file ? 1 : 0 }}
          />
        )}
      </div>
    </div>
  );
}
