"use client";

import { X } from "lucide-react";
import { Dialog as Base } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";

/** The line above a product: what it is, what can be done, and the way out. */
export function Bar({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 border-line border-b px-3">
      <Base.Title className="min-w-0 flex-1 truncate font-medium text-sm">{title}</Base.Title>
      {children}
      <Base.Close asChild>
        <Button look="ghost" size="iconLg" aria-label="Close">
          <X />
        </Button>
      </Base.Close>
    </header>
  );
}
