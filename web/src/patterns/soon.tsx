"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

/**
 * A part of the page that comes in a file of its own: asked for as soon as the page runs, but not
 * waited for, so that menus and dialogs don't hold up what is read first.
 */
export function soon<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  const begun = typeof window === "undefined" ? null : load();
  // Who renders the part hears of a failure; until then nobody needs to.
  begun?.catch(() => undefined);
  const Part = lazy(async () => ({ default: await (begun ?? load()) }));
  // biome-ignore lint/correctness/noComponentHookFactories: called once a file, at its top
  return function Soon(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  };
}
