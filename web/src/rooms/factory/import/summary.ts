import { type Entry, type FileState, isOpen } from "./queue";

/** How far an import is: files by what became of them, and bytes in hundredths. */
export function summaryOf(entries: readonly Entry[]) {
  const of = (state: FileState) => entries.filter((entry) => entry.state === state).length;
  const counted = entries.filter(
    ({ state }) => !["refused", "failed", "cancelled"].includes(state),
  );
  const total = counted.reduce((all, { size }) => all + size, 0);
  const sent = counted.reduce((all, { sent: bytes }) => all + bytes, 0);
  const open = entries.filter(isOpen).length;
  // What is sent is not yet kept: only the end is the end.
  const most = open > 0 ? 99 : 100;
  return {
    open,
    over: entries.length - open,
    imported: of("imported"),
    known: of("known"),
    lost: of("failed") + of("refused") + of("cancelled"),
    percent: total === 0 ? most : Math.min(most, Math.floor((sent / total) * 100)),
  };
}

type Summary = ReturnType<typeof summaryOf>;

/** What became of the files so far: `12 imported, already there: 3, not imported: 1`. */
export function summaryText({ imported, known, lost }: Summary): string {
  const number = (value: number) => value.toLocaleString("en-GB");
  return [
    imported > 0 && `${number(imported)} imported`,
    known > 0 && `already there: ${number(known)}`,
    lost > 0 && `not imported: ${number(lost)}`,
  ]
    .filter(Boolean)
    .join(", ");
}
