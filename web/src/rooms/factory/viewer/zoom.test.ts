import { describe, expect, it } from "vitest";
import { actualScale, boxOf, fitOf, held, pushed, whole, zoomedAt } from "./zoom";

const picture = { width: 2000, height: 1000 };
const frame = { width: 1000, height: 800 };
/** The point of the picture, in shares, that is under a point of the window. */
const under = (look: typeof whole, x: number, y: number) => {
  const { left, top, width, height } = boxOf(look, picture, frame);
  return [(x - left) / width, (y - top) / height] as const;
};

describe("the whole", () => {
  it("fits and is centred, and a small picture keeps its size", () => {
    expect(boxOf(whole, picture, frame)).toEqual({ width: 1000, height: 500, left: 0, top: 150 });
    expect(fitOf({ width: 100, height: 50 }, frame)).toBe(1);
    expect(actualScale(picture, frame)).toBe(2);
  });
});

describe("zoomedAt", () => {
  it("keeps what is under the pointer under it", () => {
    const point = { x: 700, y: 400 };
    const look = zoomedAt(whole, 3, point, picture, frame);
    expect(look.scale).toBe(3);
    const [before, after] = [under(whole, 700, 400), under(look, 700, 400)];
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });
  it("comes back to the whole", () => {
    const near = zoomedAt(whole, 4, { x: 900, y: 300 }, picture, frame);
    expect(zoomedAt(near, 0.01, { x: 0, y: 0 }, picture, frame)).toEqual(whole);
  });
  it("ends somewhere", () => {
    expect(zoomedAt(whole, 1e6, { x: 0, y: 0 }, picture, frame).scale).toBe(8);
  });
});

describe("pushed", () => {
  it("moves with the hand, and not beyond the edge", () => {
    const near = zoomedAt(whole, 4, { x: 500, y: 400 }, picture, frame);
    const [x] = under(near, 500, 400);
    const [moved] = under(pushed(near, 100, 0, picture, frame), 600, 400);
    expect(moved).toBeCloseTo(x);
    const { left } = boxOf(pushed(near, 1e6, 0, picture, frame), picture, frame);
    expect(left).toBeCloseTo(0);
  });
  it("leaves the whole where it is", () => {
    expect(pushed(whole, 50, 50, picture, frame)).toEqual(whole);
  });
});

it("holds a look that was another picture’s", () => {
  const other = { width: 300, height: 900 };
  const look = held({ scale: 2, x: 0.01, y: 0.99 }, other, frame);
  const { left, top, width, height } = boxOf(look, other, frame);
  expect(left).toBeCloseTo((frame.width - width) / 2);
  expect(top + height).toBeGreaterThanOrEqual(frame.height - 0.001);
});
