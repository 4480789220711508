"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useRun, useShortcut } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { cn } from "@/ui/cn";
import { Tooltip } from "@/ui/tooltip";
import { RailContent } from "./rail-content";
import { useRailFolded } from "./use-rail-folded";

export function Rail() {
  const [folded, setFolded] = useRailFolded();
  const run = useRun();
  useShortcut("rail", () => setFolded(!folded));
  const label = folded ? "Unfold the rail" : "Fold the rail";
  return (
    <aside
      aria-label="Rail"
      className={cn(
        "hidden shrink-0 flex-col transition-[width] duration-150 md:flex",
        folded ? "w-14" : "w-60",
      )}
    >
      <RailContent folded={folded}>
        <Tooltip label={label}>
          {(describedBy) => (
            <Button
              look="ghost"
              aria-describedby={describedBy}
              size="iconLg"
              aria-label={label}
              aria-expanded={!folded}
              aria-keyshortcuts="["
              onClick={() => run("rail")}
            >
              {folded ? <PanelLeftOpen /> : <PanelLeftClose />}
            </Button>
          )}
        </Tooltip>
      </RailContent>
    </aside>
  );
}
