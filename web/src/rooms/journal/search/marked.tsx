import { cut } from "./cut";

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly (readonly number[])[] }) {
  return (
    <>
      {cut(text, ranges).map(({ start, text: part, found }) =>
        found ? (
          <mark key={start} className="rounded-[0.1875rem] bg-caution-wash px-px text-ink">
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </>
  );
}
