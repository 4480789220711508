import { useState } from "react";
import { thumbHashToDataURL } from "thumbhash";

const known = new Map<string, string | null>();

/**
 * What stands in the place of a picture until it is there: a blurred impression of it, else its main
 * colour. As a style, so that the picture covers it when it comes and nothing moves.
 */
export function placeholder(
  thumbhash: string | null | undefined,
  colour: string | undefined,
): { backgroundColor: string; backgroundImage?: string; backgroundSize?: string } {
  const backgroundColor = colour ?? "var(--press)";
  const impression = thumbhash ? impressionOf(thumbhash) : null;
  if (impression === null) return { backgroundColor };
  return { backgroundColor, backgroundImage: `url("${impression}")`, backgroundSize: "100% 100%" };
}

/** Paper behind what is see-through, in either theme: a drawing in ink is still seen. */
const paper = { backgroundColor: "oklch(0.97 0.004 90)" };

/** A placeholder that gives way once the picture is there. */
export function usePlaceholder(thumbhash: string | null | undefined, colour: string | undefined) {
  const [there, setThere] = useState(false);
  return { style: there ? paper : placeholder(thumbhash, colour), onLoad: () => setThere(true) };
}

function impressionOf(thumbhash: string): string | null {
  let found = known.get(thumbhash);
  if (found === undefined) {
    try {
      found = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (byte) => byte.charCodeAt(0)));
    } catch {
      found = null;
    }
    known.set(thumbhash, found);
  }
  return found;
}
