"use client";

import { onThisHost } from "@/rest/address";
import { cn } from "@/ui/cn";
import { money } from "../../money";
import type { Item } from "../data";
import { itemLabel } from "../status";

interface ItemTableProps {
  items: readonly Item[];
  currency: string;
  onOpen: (item: Item) => void;
}

/** The items as rows, for who looks for one of them. */
export function ItemTable({ items, currency, onOpen }: ItemTableProps) {
  return (
    <div className="scroll-quiet relative overflow-x-auto rounded-lg border border-line">
      <table aria-label="Items" className="w-full text-sm">
        <thead>
          <tr className="text-left text-ink-soft text-xs">
            <th className="px-3 py-1.5 text-right font-medium">No.</th>
            <th className="px-3 py-1.5 font-medium">
              <span className="sr-only">Picture</span>
            </th>
            <th className="px-3 py-1.5 font-medium">Prompt</th>
            <th className="px-3 py-1.5 font-medium">State</th>
            <th className="px-3 py-1.5 text-right font-medium">Attempt</th>
            <th className="px-3 py-1.5 text-right font-medium">Cost</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="border-line border-t hover:bg-wash">
              <td className="px-3 py-1.5 text-right text-ink-faint tabular-nums">
                {item.sequenceNumber}
              </td>
              <td className="w-14 min-w-14 px-3 py-1">
                {item.products[0] && (
                  // biome-ignore lint/performance/noImgElement: the address is signed and already of the right size
                  <img
                    src={onThisHost(item.products[0].thumbnails.small)}
                    alt=""
                    loading="lazy"
                    decoding="async"
                    className="size-8 rounded-xs bg-press object-cover"
                  />
                )}
              </td>
              <td className="max-w-xl min-w-48 px-3 py-1.5">
                <button
                  type="button"
                  onClick={() => onOpen(item)}
                  className="line-clamp-2 rounded-sm text-left hover:underline"
                >
                  {item.prompt}
                </button>
              </td>
              <td
                className={cn(
                  "whitespace-nowrap px-3 py-1.5",
                  item.status === "FAILED" ? "text-danger-text" : "text-ink-soft",
                )}
              >
                {itemLabel(item.status)}
              </td>
              <td className="px-3 py-1.5 text-right text-ink-soft tabular-nums">
                {item.attempt} / {item.maxAttempts}
              </td>
              <td className="px-3 py-1.5 text-right text-ink-soft tabular-nums">
                {typeof item.cost === "number" ? money(item.cost, currency) : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
