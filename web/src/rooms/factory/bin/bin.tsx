"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { count } from "@/format/time";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { EmptyState } from "@/patterns/empty-state";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Segments } from "@/ui/segments";
import { FactoryFrame } from "../frame";
import { SelectedBar } from "../gallery/bulk-bar";
import { useProductChanges } from "../gallery/data";
import { askedOf, filtersOf } from "../gallery/filters";
import { Products } from "../gallery/products";
import { useCuration } from "../gallery/use-curation";
import { useLiveFactory } from "../live/data";
import { BinnedCollections } from "./binned-collections";

const parts = [
  { value: "products", label: "Products" },
  { value: "collections", label: "Collections" },
] as const;

const asked = askedOf(filtersOf(new URLSearchParams()), true);

/** What was thrown away and can still be brought back. */
export function Bin() {
  useLiveFactory();
  const [part, setPart] = useState<"products" | "collections">("products");
  return (
    <FactoryFrame title="Bin" still>
      <div className="px-3 py-2.5 md:px-5">
        <Segments label="What" value={part} options={parts} onChange={setPart} />
      </div>
      {part === "collections" ? (
        <BinnedCollections />
      ) : (
        <Products
          asked={asked}
          look="squares"
          bar={(ids, clear, onGone) => <BinBar ids={ids} onClear={clear} onGone={onGone} />}
          empty={
            <EmptyState title="The bin is empty">
              <p>
                Products that are put into the bin stay here until somebody deletes them for good.
              </p>
            </EmptyState>
          }
        />
      )}
    </FactoryFrame>
  );
}

interface BinBarProps {
  ids: readonly string[];
  onClear: () => void;
  onGone: (ids: readonly string[]) => void;
}

function BinBar({ ids, onClear, onGone }: BinBarProps) {
  const { can } = useSession();
  const { purge } = useProductChanges();
  const { curate } = useCuration((changed, change) => onGone(change === null ? [] : changed));
  const [asking, setAsking] = useState(false);
  return (
    <>
      <SelectedBar number={ids.length} onClear={onClear}>
        <Button look="ghost" onClick={() => void curate(ids, { restore: true })}>
          <RotateCcw /> Restore
        </Button>
        {can("product.purge") && (
          <Button look="quietDanger" onClick={() => setAsking(true)}>
            <Trash2 /> Delete for good
          </Button>
        )}
      </SelectedBar>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete for good?"
        action="Delete for good"
        typed={ids.length > 100 ? String(ids.length) : undefined}
        onConfirm={async () => {
          await purge(ids);
          say(`${count(ids.length, "product")} deleted`);
          onGone(ids);
        }}
      >
        <p>{count(ids.length, "product")} and their files are deleted. Nothing brings them back.</p>
      </ConfirmDialog>
    </>
  );
}
