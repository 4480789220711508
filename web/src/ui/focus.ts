let steady: HTMLElement | null = null;

const passing = "[role=menu], [role=dialog], [role=alertdialog]";

if (typeof document !== "undefined") {
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.closest(passing) === null) steady = target;
  });
}

export interface FocusKeeper {
  giveBack: () => void;
}

/**
 * Remembers where the focus is, for something that opens without a trigger. A menu item is gone
 * by the time its dialog closes, so the place before the menu is remembered then.
 */
export function keepFocus(): FocusKeeper {
  const now = document.activeElement;
  const before = steady;
  const opener =
    now instanceof HTMLElement && now !== document.body && now.closest("[role=menu]") === null
      ? now
      : before;
  return {
    giveBack: () => {
      const place = [opener, before].find((element) => element?.isConnected);
      place?.focus();
    },
  };
}
