"use client";

import { Select } from "@/ui/select";

/** The places of the picture on the left and of the one on the right. */
export type Pair = readonly [number, number];

interface PairPickerProps {
  names: readonly string[];
  pair: Pair;
  onPair: (pair: Pair) => void;
}

/** Which two of several pictures lie over each other. Choosing the other one's changes the sides. */
export function PairPicker({ names, pair, onPair }: PairPickerProps) {
  const [left, right] = pair;
  const side = (label: string, value: number, choose: (at: number) => Pair) => (
    <Select
      aria-label={label}
      value={value}
      onChange={({ target }) => onPair(choose(Number(target.value)))}
      className="w-40"
    >
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and none moves
        <option key={at} value={at}>
          {at + 1}. {name}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {side("On the left", left, (at) => (at === right ? [right, left] : [at, right]))}
      {side("On the right", right, (at) => (at === left ? [right, left] : [left, at]))}
    </>
  );
}
