"use client";

import { type PointerEvent, useRef } from "react";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { onThisHost } from "@/rest/address";
import { ButtonLink } from "@/ui/button-link";
import type { Asset } from "./data";

interface PictureProps {
  asset: Asset;
  zoom: number;
  words: boolean;
  onZoom: (factor: number) => void;
}

/** The picture, which can be drawn closer and pushed around; sound and documents in their own way. */
export function Picture({ asset, zoom, words, onZoom }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const waiting = usePlaceholder(asset.thumbhash, asset.colours[0]?.hex);
  const { urls, type } = asset;
  if (type === "AUDIO") {
    return (
      <div className="grid place-items-center p-6">
        {/* biome-ignore lint/a11y/useMediaCaption: the words that were said are in the note */}
        <audio
          controls
          preload="metadata"
          src={onThisHost(urls.original)}
          className="w-full max-w-lg"
        />
      </div>
    );
  }
  const source =
    zoom > 1.5
      ? (urls.screen ?? urls.large ?? urls.original)
      : (urls.large ?? urls.medium ?? urls.original);
  const original = onThisHost(urls.original);
  const shown = type === "IMAGE" || urls.large !== null || urls.medium !== null;
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1 || frame.current === null || zoom === 1) return;
    frame.current.scrollLeft -= event.movementX;
    frame.current.scrollTop -= event.movementY;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons and keys of the viewer do the same
    <div
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
      tabIndex={0}
      onWheel={(event) => {
        if (event.ctrlKey || event.metaKey) onZoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
      }}
      onPointerMove={drag}
      onDoubleClick={() => onZoom(zoom > 1 ? 0 : 3)}
      className="scroll-quiet grid min-h-72 place-items-center overflow-auto bg-wash p-4"
    >
      {shown ? (
        <div
          className="relative"
          style={{ width: `${zoom * 100}%`, maxWidth: zoom === 1 ? fitting(asset) : undefined }}
        >
          {/* biome-ignore lint/performance/noImgElement: the address is signed and already of the right size */}
          <img
            src={onThisHost(source)}
            alt={asset.alt}
            draggable={false}
            width={asset.width ?? undefined}
            height={asset.height ?? undefined}
            {...waiting}
            className="h-auto w-full select-none rounded-sm"
          />
          {words && <Words asset={asset} />}
        </div>
      ) : (
        original !== undefined && (
          <ButtonLink href={original} prefetch={false}>
            Open {asset.fileName}
          </ButtonLink>
        )
      )}
    </div>
  );
}

/** As wide as the picture can be without being taller than the window. */
function fitting({ width, height }: Asset): string {
  if (width === null || height === null || height === 0) return "100%";
  return `min(100%, ${(width / height) * 100}vh - 6rem, ${width}px)`;
}

/** The words that were read in the picture, each where it stands, to be selected and copied. */
function Words({ asset }: { asset: Asset }) {
  return (
    <section aria-label="Text in the picture" className="absolute inset-0">
      {asset.ocrWords.map(({ text, box, confidence }, index) => {
        const [xs, ys] = [box.filter((_, at) => at % 2 === 0), box.filter((_, at) => at % 2 === 1)];
        const [left, top] = [Math.min(...xs), Math.min(...ys)];
        const area = { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
        const style = Object.fromEntries(
          Object.entries(area).map(([side, share]) => [side, `${share * 100}%`]),
        );
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the same word may stand twice
            key={index}
            style={style}
            title={`${text} (${Math.round(confidence * 100)} % sure)`}
            className="absolute overflow-hidden bg-accent/20 text-transparent outline outline-accent-text/60 selection:bg-accent/50"
          >
            {text}
          </span>
        );
      })}
    </section>
  );
}
