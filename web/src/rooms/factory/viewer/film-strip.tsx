"use client";

import { useInSight } from "@/patterns/use-in-sight";
import { cn } from "@/ui/cn";
import { useTile } from "../gallery/data";
import { nameOf, Thumb } from "../gallery/tile";

interface FilmStripProps {
  id: string;
  strip: readonly string[];
  onGo: (id: string) => void;
}

/** What stands beside the product, to go to with a click. The arrow keys do the same. */
export function FilmStrip({ id, strip, onGo }: FilmStripProps) {
  const row = useInSight<HTMLUListElement>(`${id}${strip[0] ?? ""}`, "[aria-current]");
  if (strip.length < 2) return null;
  return (
    <ul
      ref={row}
      aria-label="Beside it"
      className="flex shrink-0 gap-1.5 overflow-x-auto border-line border-t px-3 py-2 [scrollbar-width:none]"
    >
      {strip.map((one) => (
        <Frame key={one} id={one} current={one === id} onGo={onGo} />
      ))}
    </ul>
  );
}

interface FrameProps {
  id: string;
  current: boolean;
  onGo: (id: string) => void;
}

function Frame({ id, current, onGo }: FrameProps) {
  const product = useTile(id);
  if (product === undefined) return null;
  return (
    <li aria-current={current ? "true" : undefined} className="shrink-0">
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        aria-label={nameOf(product)}
        onClick={() => onGo(id)}
        className={cn(
          "block size-12 overflow-hidden rounded-sm",
          current
            ? "outline-2 outline-accent-text outline-offset-1"
            : "opacity-75 hover:opacity-100",
        )}
      >
        <Thumb product={product} size="small" />
      </button>
    </li>
  );
}
