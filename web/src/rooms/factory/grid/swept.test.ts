import { expect, it } from "vitest";
import { withSwept } from "./swept";

const item = (colour: string, density: number, seed: number) => ({
  axes: [colour],
  parameters: { density, seed, width: 512 },
});
const axes = [{ name: "colour", values: ["red", "gold"] }];
const items = [item("red", 60, 1), item("red", 9, 2), item("gold", 60, 3), item("gold", 9, 4)];

it("makes an axis of a parameter that was asked for in several values", () => {
  const all = withSwept(axes, { density: "9,60", width: 512 }, items);
  expect(all.axes).toEqual([...axes, { name: "density", values: ["9", "60"] }]);
  expect(all.items.map((one) => one.axes)).toEqual([
    ["red", "60"],
    ["red", "9"],
    ["gold", "60"],
    ["gold", "9"],
  ]);
});

it("makes none of what was drawn, and of one value", () => {
  expect(withSwept(axes, { density: "9,60" }, items.slice(0, 1)).axes).toEqual(axes);
  expect(withSwept(axes, null, items)).toEqual({ axes, items });
});

it("keeps the places of items that lack a value", () => {
  const bare = [
    { axes: [], parameters: { steps: 8 } },
    { axes: ["red"], parameters: {} },
  ];
  const all = withSwept(axes, { steps: "8,10" }, bare);
  expect(all.items.map((one) => one.axes)).toEqual([
    ["", "8"],
    ["red", ""],
  ]);
});
