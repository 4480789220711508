import { AudioLines, CircleAlert, FileText, ImageIcon, LoaderCircle } from "lucide-react";
import { usePlaceholder } from "@/patterns/gallery/placeholder";
import { onThisHost } from "@/rest/address";
import { cn } from "@/ui/cn";
import { clock } from "../format";
import type { Tile as Asset } from "./data";

interface TileProps {
  asset: Asset;
  at: number;
  /** One tile is in the order of the Tab key; arrows lead to the others. */
  inTab: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

const icons = { AUDIO: AudioLines, IMAGE: ImageIcon, DOCUMENT: FileText } as const;

export function Tile({ asset, at, inTab, onFocus, onOpen }: TileProps) {
  const { urls, alt, fileName, state, type, colours, thumbhash } = asset;
  const picture = onThisHost(urls.medium ?? urls.small);
  const { style, onLoad } = usePlaceholder(thumbhash, colours[0]?.hex);
  const sharp = onThisHost(urls.large);
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={inTab ? 0 : -1}
      aria-label={alt || fileName}
      onFocus={onFocus}
      onClick={onOpen}
      style={style}
      className="group relative block size-full overflow-hidden rounded-sm inset-ring inset-ring-ink/10 focus-visible:outline-2 focus-visible:outline-offset-1"
    >
      {picture ? (
        // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
        <img
          src={picture}
          srcSet={sharp && `${picture} 1x, ${sharp} 2x`}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={onLoad}
          className="size-full object-cover"
        />
      ) : (
        <Faceless asset={asset} />
      )}
      {type === "DOCUMENT" && picture && (
        <span className="absolute top-1.5 left-1.5 rounded-full bg-sheet px-2 py-0.5 text-2xs text-ink">
          {asset.pages === 1 ? "1 page" : `${asset.pages ?? ""} pages`}
        </span>
      )}
      {picture && (
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 truncate bg-linear-to-t from-black/75 to-transparent px-2 pt-6 pb-1.5 text-left text-white text-xs opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
        >
          {fileName}
        </span>
      )}
      {state !== "READY" && <State state={state} />}
    </button>
  );
}

/** What has no picture, or none yet. */
function Faceless({ asset: { type, fileName, durationMs, state } }: { asset: Asset }) {
  const Icon = icons[type];
  return (
    <span
      className={cn(
        "grid size-full content-center justify-items-center gap-1 bg-wash p-2 text-ink-soft",
        state !== "READY" && "pb-8",
      )}
    >
      <Icon aria-hidden className="size-7" strokeWidth={1.25} />
      <span className="w-full truncate text-center text-xs">{fileName}</span>
      {durationMs !== null && <span className="text-2xs tabular-nums">{clock(durationMs)}</span>}
    </span>
  );
}

function State({ state }: Pick<Asset, "state">) {
  return (
    <span className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-sheet px-2 py-0.5 text-2xs text-ink">
      {state === "FAILED" ? (
        <>
          <CircleAlert aria-hidden className="size-3 text-danger-text" /> not read
        </>
      ) : (
        <>
          <LoaderCircle aria-hidden className="size-3 animate-spin motion-reduce:animate-none" />
          being read
        </>
      )}
    </span>
  );
}
