import { describe, expect, it } from "vitest";
import { arranged, beforeAll, landing, moved, type Placed } from "./order";

const board = (...positions: number[]): Placed[] =>
  positions.map((position, index) => ({
    id: "abcdef"[index] ?? "",
    position,
    createdAt: `2026-11-0${index + 1}T10:00:00Z`,
  }));
const names = (cards: readonly Placed[]) => cards.map(({ id }) => id).join("");

/** The board after a move, in its new order. */
function hung(cards: readonly Placed[], from: number, to: number): string {
  const places = new Map(moved(cards, from, to).map(({ card, position }) => [card.id, position]));
  return names(
    arranged(cards.map((card) => ({ ...card, position: places.get(card.id) ?? card.position }))),
  );
}

describe("arranged", () => {
  it("goes by place, then the newer one first", () => {
    expect(names(arranged(board(2, -1, 0)))).toBe("bca");
    expect(names(arranged(board(1, 1, 0)))).toBe("cba");
  });
});

describe("moved", () => {
  it("puts a card between others by changing its own place alone", () => {
    const cards = board(0, 1, 2, 3);
    expect(hung(cards, 0, 2)).toBe("bcad");
    expect(hung(cards, 3, 1)).toBe("adbc");
    expect(moved(cards, 3, 1)).toHaveLength(1);
  });
  it("reaches both ends", () => {
    expect(hung(board(0, 1, 2), 2, 0)).toBe("cab");
    expect(hung(board(0, 1, 2), 0, 2)).toBe("bca");
  });
  it("does nothing where there is nothing to do", () => {
    expect(moved(board(0, 1), 0, 0)).toEqual([]);
    expect(moved(board(0, 1), 0, -1)).toEqual([]);
    expect(moved(board(0, 1), 1, 2)).toEqual([]);
  });
  it("makes room where no number is left", () => {
    const tight = board(1, 1 + Number.EPSILON, 2, 3);
    expect(hung(tight, 3, 1)).toBe("adbc");
    // Several in one place stand in the order in which they are seen.
    expect(hung(arranged(board(0, 0, 0)), 2, 1)).toBe("cab");
  });
});

it("finds a place before all others", () => {
  expect(beforeAll(board(3, -2.5))).toBe(-3.5);
  expect(beforeAll([])).toBeUndefined();
});

it("lands in the gap where it was let go", () => {
  expect([0, 1, 2, 3].map((gap) => hung(board(0, 1, 2), 1, landing(1, gap)))).toEqual([
    "bac",
    "abc",
    "abc",
    "acb",
  ]);
});
