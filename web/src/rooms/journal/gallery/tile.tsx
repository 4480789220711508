import { AudioLines, CircleAlert, FileText, LoaderCircle } from "lucide-react";
import { onThisHost } from "../api/address";
import type { Tile as Asset } from "./data";

interface TileProps {
  asset: Asset;
  at: number;
  /** One tile is in the order of the Tab key; arrows lead to the others. */
  inTab: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

export function Tile({ asset, at, inTab, onFocus, onOpen }: TileProps) {
  const { urls, alt, fileName, state, type, colours } = asset;
  const picture = onThisHost(urls.small ?? urls.medium);
  const Icon = type === "AUDIO" ? AudioLines : FileText;
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={inTab ? 0 : -1}
      aria-label={alt || fileName}
      onFocus={onFocus}
      onClick={onOpen}
      style={{ backgroundColor: colours[0]?.hex ?? "var(--press)" }}
      className="group relative block size-full overflow-hidden rounded-md inset-ring inset-ring-ink/10 focus-visible:outline-2 focus-visible:outline-offset-1"
    >
      {picture ? (
        // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
        <img
          src={picture}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover transition-transform duration-200 group-hover:scale-[1.02]"
        />
      ) : (
        <span className="grid size-full content-center justify-items-center gap-2 bg-wash p-3 text-ink-soft">
          <Icon aria-hidden className="size-7" strokeWidth={1.25} />
          <span className="w-full truncate text-center text-xs">{fileName}</span>
        </span>
      )}
      {state !== "READY" && (
        <span className="absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-full bg-sheet px-2 py-0.5 text-2xs text-ink">
          {state === "FAILED" ? (
            <>
              <CircleAlert aria-hidden className="size-3 text-danger-text" /> failed
            </>
          ) : (
            <>
              <LoaderCircle
                aria-hidden
                className="size-3 animate-spin motion-reduce:animate-none"
              />{" "}
              being read
            </>
          )}
        </span>
      )}
    </button>
  );
}
