"use client";

import { Columns2, Download, FolderInput, Heart, Layers, Star, Tag, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { attempt } from "@/patterns/attempt";
import { say } from "@/patterns/toast";
import { type ExportFormat, exportable, saveProducts } from "@/rest/factory-export";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/ui/menu";
import type { BulkChange } from "./bulk";
import type { Picked } from "./product-picker";

interface BulkBarProps {
  ids: readonly string[];
  onChange: (change: BulkChange) => void;
  onPick: (what: Picked) => void;
  onClear: () => void;
}

const formats: readonly { value: ExportFormat; label: string }[] = [
  { value: "zip", label: "Files, as a zip" },
  { value: "csv", label: "Table, as CSV" },
  { value: "sheet", label: "Contact sheet" },
];
const five = [5, 4, 3, 2, 1] as const;

/** What can be done with the products that are selected. */
export function BulkBar({ ids, onChange, onPick, onClear }: BulkBarProps) {
  const { can } = useSession();
  const number = ids.length;
  const mayCurate = can("product.curate");
  return (
    <SelectedBar number={number} onClear={onClear}>
      {mayCurate && (
        <>
          <Button look="ghost" aria-keyshortcuts="l" onClick={() => onChange({ liked: true })}>
            <Heart /> Like
          </Button>
          <Menu>
            <MenuTrigger asChild>
              <Button look="ghost" aria-keyshortcuts="1 2 3 4 5">
                <Star /> Rate
              </Button>
            </MenuTrigger>
            <MenuContent side="top">
              {five.map((rating) => (
                <MenuItem key={rating} onSelect={() => onChange({ rating })}>
                  {"★".repeat(rating)}
                  <span className="sr-only">{rating} of 5</span>
                </MenuItem>
              ))}
            </MenuContent>
          </Menu>
          <Button look="ghost" aria-keyshortcuts="t" onClick={() => onPick("tag")}>
            <Tag /> Tag
          </Button>
          <Button look="ghost" aria-keyshortcuts="c" onClick={() => onPick("collection")}>
            <Layers /> Collect
          </Button>
          <Button look="ghost" onClick={() => onPick("project")}>
            <FolderInput /> Move
          </Button>
        </>
      )}
      {number >= 2 && number <= 4 && (
        <ButtonLink look="ghost" href={factoryPaths.compare(ids)} aria-keyshortcuts="v">
          <Columns2 /> Compare
        </ButtonLink>
      )}
      <ExportMenu ids={ids} />
      {mayCurate && (
        <Button
          look="quietDanger"
          aria-keyshortcuts="Delete"
          onClick={() => onChange({ delete: true })}
        >
          <Trash2 /> Bin
        </Button>
      )}
    </SelectedBar>
  );
}

interface SelectedBarProps {
  number: number;
  onClear: () => void;
  children: ReactNode;
}

/** The bar under a wall while something of it is selected. */
export function SelectedBar({ number, onClear, children }: SelectedBarProps) {
  if (number === 0) return null;
  return (
    <section
      aria-label="Selected products"
      className="flex shrink-0 items-center gap-1 overflow-x-auto border-line border-t bg-sheet px-3 py-2 [scrollbar-width:none] md:px-5"
    >
      <p role="status" className="mr-2 whitespace-nowrap font-medium text-sm tabular-nums">
        {number.toLocaleString("en-GB")} selected
      </p>
      {children}
      <Button look="ghost" className="ml-auto" aria-keyshortcuts="Escape" onClick={onClear}>
        <X /> Clear
      </Button>
    </section>
  );
}

function ExportMenu({ ids }: { ids: readonly string[] }) {
  const { me } = useSession();
  const save = (format: ExportFormat) =>
    attempt("Nothing was exported", async () => {
      if (ids.length > exportable) {
        say(`At most ${exportable} products are exported at once`);
      } else if (!(await saveProducts(me.tenant.id, ids, format))) {
        say("The products could not be exported");
      }
    });
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button look="ghost">
          <Download /> Export
        </Button>
      </MenuTrigger>
      <MenuContent side="top">
        {formats.map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => void save(value)}>
            {label}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
