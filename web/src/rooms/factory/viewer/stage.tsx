"use client";

import type { Ref } from "react";
import { onThisHost } from "@/rest/address";
import type { Sheet } from "./data";
import { Picture, type PictureHandle } from "./picture";
import type { Look } from "./zoom";

interface StageProps {
  product: Sheet;
  look: Look;
  onLook: (look: Look) => void;
  ref: Ref<PictureHandle>;
}

/** The product itself: a picture to look into, a video or a sound to play. */
export function Stage({ product, look, onLook, ref }: StageProps) {
  const { type, url } = product;
  if (type === "IMAGE") {
    return <Picture ref={ref} product={product} url={url} look={look} onLook={onLook} />;
  }
  if (type === "VIDEO") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: what a model makes has no captions
      <video
        controls
        loop
        playsInline
        preload="metadata"
        poster={onThisHost(product.thumbnails.large)}
        src={onThisHost(url)}
        className="size-full object-contain"
      />
    );
  }
  return (
    <div className="grid size-full place-items-center p-6">
      {/* biome-ignore lint/a11y/useMediaCaption: what a model makes has no captions */}
      <audio controls preload="metadata" src={onThisHost(url)} className="w-full max-w-lg" />
    </div>
  );
}
