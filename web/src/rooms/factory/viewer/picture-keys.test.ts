import { expect, it, vi } from "vitest";
import { pressed } from "./picture-keys";

function handle() {
  return { zoom: vi.fn(), show: vi.fn(), look: vi.fn() };
}

it("pushes with Shift, and leaves the plain arrows to whoever goes on to the next", () => {
  const picture = handle();
  expect(pressed({ key: "ArrowRight", shiftKey: true }, picture)).toBe(true);
  expect(picture.look).toHaveBeenCalledWith(0.2, 0);
  expect(pressed({ key: "ArrowRight", shiftKey: false }, picture)).toBe(false);
  expect(picture.look).toHaveBeenCalledOnce();
});

it("zooms, and shows the whole and the pixels", () => {
  const picture = handle();
  for (const key of ["+", "=", "-", "0", "z"]) {
    expect(pressed({ key, shiftKey: key === "+" }, picture)).toBe(true);
  }
  expect(picture.zoom).toHaveBeenCalledTimes(3);
  expect(picture.show.mock.calls).toEqual([["whole"], ["actual"]]);
});
