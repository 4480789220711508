"use client";

import { nameOf, Thumb } from "../gallery/tile";
import { useSimilar } from "./data";
import { Part } from "./info-parts";

/** Products that look like one, or were asked for alike; nothing where there are none. */
export function Similar({ id, onGo }: { id: string; onGo: (id: string) => void }) {
  const similar = useSimilar(id);
  if (similar === undefined || similar.length === 0) return null;
  return (
    <Part title="Similar">
      <ul className="grid grid-cols-4 gap-1.5">
        {similar.slice(0, 12).map((product) => (
          <li key={product.id}>
            <button
              type="button"
              aria-label={nameOf(product)}
              onClick={() => onGo(product.id)}
              className="block aspect-square w-full overflow-hidden rounded-sm inset-ring inset-ring-ink/10"
            >
              <Thumb product={product} size="small" />
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
