"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Base } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const MenuTrigger = Base.Trigger;
export const MenuRadioGroup = Base.RadioGroup;

export function Menu(props: ComponentProps<typeof Base.Root>) {
  return <Base.Root modal={false} {...props} />;
}

/** Stays where its trigger is in the page, so it belongs to a landmark and to a sheet around it. */
export function MenuContent({ className, ...props }: ComponentProps<typeof Base.Content>) {
  return (
    <Base.Content
      data-slot="menu"
      sideOffset={6}
      collisionPadding={8}
      className={cn(
        "scroll-quiet z-50 max-h-[min(28rem,var(--radix-dropdown-menu-content-available-height))] min-w-52 overflow-y-auto rounded-lg border border-line bg-sheet p-1 text-ink shadow-float data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-[0.98] data-[state=open]:duration-100",
        className,
      )}
      {...props}
    />
  );
}

const item =
  "flex min-h-8 select-none items-center gap-2.5 rounded-md px-2 text-sm outline-none data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";
const calm = "data-[highlighted]:bg-press [&_svg]:text-ink-faint";
const alarming = "text-danger-text data-[highlighted]:bg-danger-wash";

interface MenuItemProps extends ComponentProps<typeof Base.Item> {
  danger?: boolean;
}

export function MenuItem({ className, danger, ...props }: MenuItemProps) {
  return (
    <Base.Item
      data-slot="menu-item"
      className={cn(item, danger ? alarming : calm, className)}
      {...props}
    />
  );
}

export function MenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Base.RadioItem>) {
  return (
    <Base.RadioItem data-slot="menu-radio-item" className={cn(item, calm, className)} {...props}>
      {children}
      <Base.ItemIndicator className="ml-auto">
        <Check />
      </Base.ItemIndicator>
    </Base.RadioItem>
  );
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Base.Label>) {
  return (
    <Base.Label className={cn("px-2 pt-1.5 pb-1 text-2xs text-ink-faint", className)} {...props} />
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
