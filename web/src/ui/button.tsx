import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonLook = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        solid: "bg-accent text-on-accent shadow-lift hover:bg-accent-strong",
        plain:
          "border border-line-strong bg-sheet text-ink shadow-lift hover:border-edge hover:bg-wash",
        ghost:
          "text-ink-soft hover:bg-press hover:text-ink data-[state=open]:bg-press aria-pressed:bg-accent-wash aria-pressed:text-accent-text",
        danger: "bg-danger text-on-accent shadow-lift hover:brightness-95",
        quietDanger: "text-danger-text hover:bg-danger-wash",
      },
      size: {
        sm: "h-7 px-2 text-xs",
        md: "h-8 px-3 text-sm",
        lg: "h-10 px-4 text-base",
        icon: "size-7",
        iconLg: "size-8",
      },
    },
    defaultVariants: { look: "plain", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonLook>;

export function Button({
  className,
  look,
  size,
  type,
  ...props
}: ComponentProps<"button"> & ButtonLook) {
  return (
    <button
      data-slot="button"
      type={type ?? "button"}
      className={cn(buttonLook({ look, size }), className)}
      {...props}
    />
  );
}
