import { describe, expect, it } from "vitest";
import { commandOf } from "./keys";

const press = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe("commandOf", () => {
  it("moves, and extends with Shift", () => {
    expect(press("j")).toEqual({ to: "right", extend: false });
    expect(press("K", { shiftKey: true })).toEqual({ to: "left", extend: true });
    expect(press("ArrowDown", { shiftKey: true })).toEqual({ to: "down", extend: true });
  });
  it("acts and rates", () => {
    expect(press("x")).toEqual({ act: "select" });
    expect(press("Delete")).toEqual({ act: "bin" });
    expect(press("5")).toEqual({ rate: 5 });
    expect(press("0")).toEqual({ rate: null });
  });
  it("leaves the browser and other pages their keys", () => {
    expect(press("l", { ctrlKey: true })).toBeNull();
    expect(press("t", { metaKey: true })).toBeNull();
    expect(press("6")).toBeNull();
    expect(press("?", { shiftKey: true })).toBeNull();
    expect(press("Enter")).toBeNull();
  });
});
