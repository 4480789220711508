"use client";

import { CircleAlert, CircleSlash, Clock, LoaderCircle } from "lucide-react";
import { nameOf, Thumb } from "../gallery/tile";
import type { GridItem } from "./data";
import type { Arrangement, Axis, Table } from "./pivot";

interface GridTableProps {
  table: Table<GridItem>;
  axes: readonly Axis[];
  arrangement: Arrangement;
  onOpen: (id: string) => void;
}

/** One table; its headings stay in sight while it is scrolled. */
export function GridTable({ table, axes, arrangement, onOpen }: GridTableProps) {
  const { across, down, apart } = arrangement;
  const nameAt = (axis: number | null) => (axis === null ? "" : (axes[axis]?.name ?? ""));
  const title = apart.map((axis, at) => `${nameAt(axis)}: ${table.apart[at] ?? ""}`).join(", ");
  const corner = [nameAt(down), nameAt(across)].filter((name) => name !== "").join(" / ");
  const none = (axis: number | null) => (axis === null ? "" : "(none)");
  return (
    <section aria-label={title || "Grid"} className="grid min-w-0 gap-1.5">
      {title !== "" && <h2 className="font-medium text-sm">{title}</h2>}
      <section
        aria-label={title === "" ? "Table" : `Table of ${title}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
        tabIndex={0}
        className="scroll-quiet max-h-[80dvh] w-fit max-w-full overflow-auto rounded-md border border-line"
      >
        <table className="border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              {down !== null && (
                <th
                  scope="col"
                  className="sticky top-0 left-0 z-20 border-line border-r border-b bg-sheet px-2.5 py-1.5 text-left font-normal text-ink-faint text-xs"
                >
                  {corner}
                </th>
              )}
              {across === null ? (
                <td className="border-line border-b bg-sheet" />
              ) : (
                table.columns.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className="sticky top-0 z-10 min-w-32 max-w-44 border-line border-b bg-sheet px-2.5 py-1.5 text-left font-medium text-xs"
                  >
                    {column || none(across)}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, y) => (
              <tr key={row}>
                {down !== null && (
                  <th
                    scope="row"
                    className="sticky left-0 z-10 min-w-20 max-w-40 break-words border-line border-r border-b bg-sheet px-2.5 py-1.5 text-left align-top font-medium text-xs"
                  >
                    {row || none(down)}
                  </th>
                )}
                {table.columns.map((column, x) => (
                  <td key={column} className="border-line border-b p-1 align-top">
                    <Cell items={table.cells[y]?.[x] ?? []} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cell({ items, onOpen }: { items: readonly GridItem[]; onOpen: (id: string) => void }) {
  if (items.length === 0) {
    return <span className="grid size-32 place-items-center text-ink-faint">–</span>;
  }
  return (
    <div className="flex w-max gap-1">
      {items.flatMap((item) =>
        item.products.length === 0 ? (
          <Unmade key={item.id} item={item} />
        ) : (
          item.products.map((product) => (
            <button
              key={product.id}
              type="button"
              aria-label={nameOf(product)}
              onClick={() => onOpen(product.id)}
              className="block size-32 overflow-hidden rounded-sm inset-ring inset-ring-ink/10"
            >
              <Thumb product={product} size="medium" />
            </button>
          ))
        ),
      )}
    </div>
  );
}

const states = {
  PENDING: { icon: Clock, label: "Waiting" },
  CLAIMED: { icon: LoaderCircle, label: "Begun" },
  SUBMITTED: { icon: LoaderCircle, label: "Sent" },
  GENERATING: { icon: LoaderCircle, label: "Being made" },
  COMPLETE: { icon: CircleSlash, label: "Nothing came" },
  FAILED: { icon: CircleAlert, label: "Failed" },
  CANCELLED: { icon: CircleSlash, label: "Cancelled" },
} as const;

/** An item that has brought nothing, or nothing yet, and why. */
function Unmade({ item }: { item: GridItem }) {
  const { icon: Icon, label } = states[item.status];
  const why = item.errorTitle ?? label;
  return (
    <span
      title={item.errorMessage ?? undefined}
      className="grid size-32 content-center justify-items-center gap-1 overflow-hidden rounded-sm bg-wash p-2 text-center text-ink-soft text-xs"
    >
      <Icon
        aria-hidden
        className={
          item.status === "FAILED"
            ? "size-5 text-danger-text"
            : Icon === LoaderCircle
              ? "size-5 animate-spin motion-reduce:animate-none"
              : "size-5"
        }
      />
      <span className="line-clamp-3">{why}</span>
    </span>
  );
}
