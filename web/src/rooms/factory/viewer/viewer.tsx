"use client";

import { Dialog as Base } from "radix-ui";
import { type KeyboardEvent, useRef } from "react";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { type FocusKeeper, keepFocus } from "@/ui/focus";
import { Skeleton } from "@/ui/skeleton";
import { Bar } from "./bar";
import { usePrefetch, useProduct } from "./data";
import { type KeyHandle, Shown, type ShownProps } from "./shown";

/** One product as large as the window allows, with all that is known about it. */
export function Viewer(props: ShownProps) {
  const { id, previous, next, onGo } = props;
  usePrefetch(previous, next);
  const { product, problem, retry } = useProduct(id);
  const more = useRef<KeyHandle>(null);
  const focus = useRef<FocusKeeper>(null);
  return (
    <Base.Root open onOpenChange={(open) => !open && onGo(null)}>
      <Base.Portal>
        <Base.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // The keys work from anywhere in it, so no button needs to be the first.
            event.preventDefault();
            focus.current = keepFocus();
            (event.currentTarget as HTMLElement).focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (props.onClosed === undefined) focus.current?.giveBack();
            else props.onClosed();
          }}
          onKeyDown={(event) => {
            // Dialogs over it are its children for React, but their keys are their own.
            const inside = event.currentTarget.contains(event.target as Node);
            if (!inside || isTyping(event)) return;
            if (!event.defaultPrevented) go(event, props);
            if (!event.defaultPrevented) more.current?.(event);
          }}
          className="fixed inset-0 z-40 flex flex-col overflow-hidden bg-paper outline-none"
        >
          {product ? (
            <Shown ref={more} product={product} reread={retry} {...props} />
          ) : (
            <>
              <Bar title="Product">{null}</Bar>
              {problem !== undefined ? (
                <ErrorState what="The product didn’t load" problem={problem} retry={retry} />
              ) : product === null ? (
                <p className="p-8 text-ink-soft">There is no such product here any more.</p>
              ) : (
                <Delayed>
                  <Skeleton className="m-8 h-40" />
                </Delayed>
              )}
            </>
          )}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

function isTyping({ target, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  return metaKey || ctrlKey || altKey || (target as HTMLElement).matches("input, textarea, select");
}

function go(event: KeyboardEvent, { previous, next, onGo }: ShownProps) {
  // With Shift they push the picture.
  if (event.shiftKey) return;
  const to = { ArrowLeft: previous, k: previous, ArrowRight: next, j: next }[event.key];
  if (to === undefined || to === null) return;
  event.preventDefault();
  onGo(to);
}
