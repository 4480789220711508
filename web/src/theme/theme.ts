"use client";

import { useSyncExternalStore } from "react";
import { isThemeChoice, type Theme, type ThemeChoice, themeKey } from "./theme-choice";

const systemDark = "(prefers-color-scheme: dark)";
const changed = new Set<() => void>();

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(themeKey);
  return isThemeChoice(stored) ? stored : "system";
}

function resolve(choice: ThemeChoice): Theme {
  if (choice !== "system") return choice;
  return matchMedia(systemDark).matches ? "dark" : "light";
}

function apply() {
  document.documentElement.dataset.theme = resolve(readChoice());
  for (const listener of changed) listener();
}

export function setTheme(choice: ThemeChoice) {
  localStorage.setItem(themeKey, choice);
  apply();
}

/** Takes the choice stored with the account, unless this browser has made one of its own. */
export function adoptTheme(preferred: unknown) {
  if (localStorage.getItem(themeKey) === null && isThemeChoice(preferred)) setTheme(preferred);
}

function subscribe(listener: () => void) {
  const system = matchMedia(systemDark);
  changed.add(listener);
  system.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  return () => {
    changed.delete(listener);
    system.removeEventListener("change", apply);
    window.removeEventListener("storage", apply);
  };
}

export function useTheme(): { choice: ThemeChoice; theme: Theme } {
  const choice = useSyncExternalStore<ThemeChoice>(subscribe, readChoice, () => "system");
  const theme = useSyncExternalStore<Theme>(
    subscribe,
    () => resolve(readChoice()),
    () => "light",
  );
  return { choice, theme };
}
