"use client";

import Link from "next/link";
import { useNow } from "@/patterns/use-now";
import { journalPaths } from "@/routing/journal";
import { cn } from "@/ui/cn";
import { dueIn, duration, money, percent } from "../format";
import type { PieceInsight } from "./data";

/** What each piece took and cost, and what it earns an hour. */
export function PieceTable({ pieces }: { pieces: readonly PieceInsight[] }) {
  const now = useNow();
  if (pieces.length === 0) return null;
  return (
    <section aria-label="Cost and budget" className="grid gap-2">
      <h2 className="font-semibold text-sm">Cost and budget</h2>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
        tabIndex={0}
        aria-label="Cost and budget, as a table"
        className="overflow-x-auto rounded-lg border border-line bg-sheet"
      >
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left text-ink-soft text-xs">
              <th className="px-3 py-2 font-medium">Piece</th>
              <th className="px-3 py-2 text-right font-medium">Time</th>
              <th className="px-3 py-2 text-right font-medium">Hourly rate</th>
              <th className="px-3 py-2 text-right font-medium">Cost</th>
              <th className="px-3 py-2 text-right font-medium">Budget</th>
              <th className="px-3 py-2 font-medium">Deadline</th>
              <th className="px-3 py-2 text-right font-medium">Milestones</th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {pieces.map((piece) => (
              <tr key={piece.projectId} className="whitespace-nowrap border-line border-t">
                <th scope="row" className="max-w-56 truncate px-3 py-2 text-left font-medium">
                  <Link
                    href={journalPaths.project(piece.projectId)}
                    prefetch={false}
                    className="hover:underline"
                  >
                    {piece.title}
                  </Link>
                </th>
                <td className="px-3 py-2 text-right">{duration(piece.minutes)}</td>
                <td className="px-3 py-2 text-right">
                  {piece.hourlyRate ? money(piece.hourlyRate) : "–"}
                </td>
                <td className="px-3 py-2 text-right">{piece.cost ? money(piece.cost) : "–"}</td>
                <td
                  className={cn(
                    "px-3 py-2 text-right",
                    (piece.budgetUsed ?? 0) > 1 && "text-danger-text",
                  )}
                >
                  {piece.budget ? money(piece.budget) : "–"}
                  {typeof piece.budgetUsed === "number" && ` (${percent(piece.budgetUsed)})`}
                </td>
                <td className="px-3 py-2">{piece.deadline ? dueIn(piece.deadline, now) : "–"}</td>
                <td className="px-3 py-2 text-right">
                  {piece.milestones > 0
                    ? `${piece.milestonesComplete} of ${piece.milestones}`
                    : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
