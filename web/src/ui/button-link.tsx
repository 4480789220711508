import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./button";
import { cn } from "./cn";

/** A link that looks like a button, because it leads to where a person would go next. */
export function ButtonLink({
  className,
  look,
  size,
  ...props
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link data-slot="button" className={cn(buttonLook({ look, size }), className)} {...props} />
  );
}
