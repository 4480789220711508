import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const badgeLook = cva(
  "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full px-2 text-2xs [&_svg]:size-3",
  {
    variants: {
      look: {
        line: "border border-line-strong text-ink-soft",
        accent: "bg-accent-wash text-accent-text",
        caution: "bg-caution-wash text-caution-text",
      },
    },
    defaultVariants: { look: "line" },
  },
);

export function Badge({
  className,
  look,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeLook>) {
  return <span data-slot="badge" className={cn(badgeLook({ look }), className)} {...props} />;
}
