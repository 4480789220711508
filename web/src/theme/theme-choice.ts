export type Theme = "light" | "dark";
export type ThemeChoice = Theme | "system";

export const themeKey = "atelier.theme";

export const themeChoices: readonly { value: ThemeChoice; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "Same as system" },
];

export function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === "light" || value === "dark" || value === "system";
}

/**
 * Runs in the page's head, before anything is painted, so that nobody sees the other theme flash.
 * It is part of the exported HTML, whose inline scripts the server allows by their hash.
 */
export const themeScript = `(function(){var c=null;try{c=localStorage.getItem("${themeKey}")}catch(e){}var d=c==="dark"||(c!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches);document.documentElement.dataset.theme=d?"dark":"light"})()`;
