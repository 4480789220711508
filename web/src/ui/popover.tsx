"use client";

import { Popover as Base } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Popover = Base.Root;
export const PopoverTrigger = Base.Trigger;

/** Stays where its trigger is in the page, so it belongs to a landmark and to a sheet around it. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Base.Content>) {
  return (
    <Base.Content
      data-slot="popover"
      sideOffset={6}
      collisionPadding={8}
      className={cn(
        "z-50 rounded-lg border border-line bg-sheet text-ink shadow-float outline-none data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-[0.98] data-[state=open]:duration-100",
        className,
      )}
      {...props}
    />
  );
}
