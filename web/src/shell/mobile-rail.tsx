"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { soon } from "@/patterns/soon";
import { Button } from "@/ui/button";
import { RailContent } from "./rail-content";

const Sheet = soon(() => import("@/ui/sheet").then((file) => file.Sheet));

export function MobileRail() {
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the sheet
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Button
        look="ghost"
        size="iconLg"
        aria-label="Open the menu"
        className="absolute top-2.5 left-3 z-10 md:hidden"
        onClick={() => setOpen(true)}
      >
        <MenuIcon />
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title="Menu">
        <RailContent folded={false} />
      </Sheet>
    </>
  );
}
