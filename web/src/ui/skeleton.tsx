import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A shape where text will be; its size is the caller's. */
export function Skeleton({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      aria-hidden
      data-slot="skeleton"
      className={cn("block animate-pulse rounded bg-press", className)}
      {...props}
    />
  );
}
