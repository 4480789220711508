import type { PictureHandle } from "./picture";

interface Pressed {
  key: string;
  shiftKey: boolean;
}

const step = 0.2;
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Zooms and pushes a picture by keys; false where the key means something else. */
export function pressed({ key, shiftKey }: Pressed, picture: PictureHandle | null): boolean {
  const way = shiftKey ? ways[key] : undefined;
  if (way !== undefined) picture?.look(...way);
  else if (key === "+" || key === "=") picture?.zoom(1.5);
  else if (key === "-") picture?.zoom(1 / 1.5);
  else if (key === "0") picture?.show("whole");
  else if (key === "z") picture?.show("actual");
  else return false;
  return true;
}
