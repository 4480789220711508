/** A sentence of the server's in which `backticks` set commands apart. */
export function Coded({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text don't move
      <code key={index} className="rounded bg-press px-1 py-px font-mono text-[0.92em] text-ink">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
