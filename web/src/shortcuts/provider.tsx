"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { chord, match } from "./match";
import { type ShortcutId, shortcuts } from "./registry";

type Handler = () => void;

/** What each key does now: the last to register wins, and gives way when it unmounts. */
class Handlers {
  readonly #stacks = new Map<ShortcutId, Handler[]>();

  add(id: ShortcutId, handler: Handler): () => void {
    const stack = this.#stacks.get(id) ?? [];
    stack.push(handler);
    this.#stacks.set(id, stack);
    return () => {
      stack.splice(stack.lastIndexOf(handler), 1);
    };
  }

  find(ids: readonly ShortcutId[], only: (id: ShortcutId) => boolean): Handler | undefined {
    for (const id of ids) {
      const handler = only(id) ? this.#stacks.get(id)?.at(-1) : undefined;
      if (handler !== undefined) return handler;
    }
    return undefined;
  }
}

const ShortcutContext = createContext<Handlers | null>(null);

/** How long a sequence such as `g p` waits for its next key. */
const patienceMs = 900;

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [handlers] = useState(() => new Handlers());

  useEffect(() => {
    let pressed: string[] = [];
    let lastAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = chord(event, isMac());
      if (name === null) return;
      pressed = event.timeStamp - lastAt > patienceMs ? [name] : [...pressed, name];
      lastAt = event.timeStamp;
      let found = match(pressed);
      if (found.hits.length === 0 && !found.begins) {
        pressed = [name];
        found = match(pressed);
      }
      if (!found.begins) pressed = [];
      const busy = isBusy(event.target);
      const handler = handlers.find(found.hits, (id) => !busy || "always" in shortcuts[id]);
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [handlers]);

  return <ShortcutContext.Provider value={handlers}>{children}</ShortcutContext.Provider>;
}

/** Runs `handler` on the shortcut while the caller is mounted and `enabled`. */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true) {
  const handlers = useContext(ShortcutContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return handlers?.add(id, () => latest.current());
  }, [handlers, id, enabled]);
}

/** Does what a shortcut does, for buttons, menus and the palette. */
export function useRun(): (id: ShortcutId) => void {
  const handlers = useContext(ShortcutContext);
  return (id) => handlers?.find([id], () => true)?.();
}

/** What takes the keyboard while it is open; one that is fading out has given it back. */
const overlays = ["dialog", "alertdialog", "menu"]
  .map((role) => `[role=${role}]:not([data-state=closed])`)
  .join();

/** Someone is typing, or a dialog or menu has the keyboard. */
function isBusy(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement) {
    // A field that is fading out keeps the focus for some frames, but nobody types there.
    const leaving = target.closest("[data-slot=dialog][data-state=closed]") !== null;
    if (!leaving && isField(target)) return true;
  }
  return document.querySelector(overlays) !== null;
}

function isField(element: HTMLElement): boolean {
  return (
    element.isContentEditable ||
    element.matches("input:not([type=radio], [type=checkbox]), textarea, select")
  );
}

function isMac(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}

const never = () => () => undefined;

export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
