import { describe, expect, it } from "vitest";
import { countsOf, moveBack, moveTo, placedBefore } from "./line";

/** `a5` is called a and has priority 5. */
const orders = (...names: string[]) =>
  names.map((name) => ({ id: name.charAt(0), priority: Number(name.slice(1)) }));

describe("moveTo", () => {
  it("keeps the priority among equals", () => {
    const line = orders("a0", "b0", "c0");
    expect(moveTo(line, 2, 0)).toEqual({ before: "a", priority: 0 });
    expect(moveTo(line, 0, 1)).toEqual({ before: "c", priority: 0 });
    expect(moveTo(line, 0, 2)).toEqual({ before: null, priority: 0 });
  });
  it("takes the nearest priority of its new neighbours otherwise", () => {
    const line = orders("a9", "b5", "c1");
    expect(moveTo(line, 2, 0)?.priority).toBe(9);
    expect(moveTo(line, 2, 1)?.priority).toBe(5);
    expect(moveTo(line, 0, 2)?.priority).toBe(1);
  });
  it("does nothing where nothing moves", () => {
    const line = orders("a0", "b0");
    expect([
      moveTo(line, 0, 0),
      moveTo(line, 0, 2),
      moveTo(line, 5, 0),
      moveTo(line, 0, -1),
    ]).toEqual([null, null, null, null]);
  });
  it("is taken back by the move to where it was", () => {
    const line = orders("a9", "b5", "c1");
    for (let from = 0; from < line.length; from += 1) {
      const order = line[from];
      for (let to = 0; to < line.length; to += 1) {
        const [there, back] = [moveTo(line, from, to), moveBack(line, from)];
        if (there === null || back === null || order === undefined) continue;
        const after = placedBefore(line, ({ id }) => id, order.id, there.before);
        expect(after.indexOf(order)).toBe(to);
        expect(placedBefore(after, ({ id }) => id, order.id, back.before)).toEqual(line);
        expect(back.priority).toBe(order.priority);
      }
    }
  });
});

it("leaves a list alone that the moving one is not in", () => {
  const keyOf = (name: string) => name;
  expect(placedBefore(["a", "b"], keyOf, "c", "a")).toEqual(["a", "b"]);
  expect(placedBefore(["a", "b"], keyOf, "a", "gone")).toEqual(["b", "a"]);
});

it("adds lanes up", () => {
  const lane = { pending: 2, running: 1, failed: 0 };
  expect(countsOf([lane, lane])).toEqual({ pending: 4, running: 2, failed: 0 });
});
