"use client";

import { X } from "lucide-react";
import { Dialog as Base } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { type FocusKeeper, keepFocus } from "./focus";

export const Dialog = Base.Root;
export const DialogClose = Base.Close;

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-2xl" } as const;

interface DialogContentProps extends Omit<ComponentProps<typeof Base.Content>, "title"> {
  title: ReactNode;
  /** Hides the title from the eye where the content makes it plain. */
  titleHidden?: boolean;
  description?: ReactNode;
  width?: keyof typeof widths;
  /** For a question that must be answered. */
  withoutClose?: boolean;
}

export function DialogContent(props: DialogContentProps) {
  const {
    title,
    titleHidden,
    description,
    width = "sm",
    withoutClose,
    className,
    children,
    ...rest
  } = props;
  const focus = useRef<FocusKeeper>(null);
  return (
    <Base.Portal>
      <Base.Overlay className="fixed inset-0 z-50 bg-shade data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=closed]:duration-75 data-[state=open]:duration-150" />
      <Base.Content
        data-slot="dialog"
        {...(description === undefined && { "aria-describedby": undefined })}
        onOpenAutoFocus={() => {
          focus.current = keepFocus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focus.current?.giveBack();
        }}
        className={cn(
          "fixed top-[12vh] left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-xl border border-line bg-sheet text-ink shadow-float outline-none data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=open]:zoom-in-[0.98] data-[state=closed]:duration-75 data-[state=open]:duration-150",
          widths[width],
          className,
        )}
        {...rest}
      >
        <header className={cn("grid gap-1 px-6 pt-5 pr-12", titleHidden && "sr-only")}>
          <Base.Title className="display text-[1.375rem] leading-7">{title}</Base.Title>
          {description !== undefined && (
            <Base.Description className="text-ink-soft text-sm">{description}</Base.Description>
          )}
        </header>
        {children}
        {!titleHidden && !withoutClose && (
          <Base.Close asChild>
            <Button look="ghost" size="icon" aria-label="Close" className="absolute top-4 right-4">
              <X />
            </Button>
          </Base.Close>
        )}
      </Base.Content>
    </Base.Portal>
  );
}

export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn("scroll-quiet grid gap-4 overflow-y-auto px-6 py-5", className)}
      {...props}
    />
  );
}

export function DialogFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn("flex flex-wrap justify-end gap-2 border-line border-t px-6 py-4", className)}
      {...props}
    />
  );
}
