import { describe, expect, it } from "vitest";
import { UndoStack } from "./undo-stack";

describe("UndoStack", () => {
  it("takes back the latest first, then the one before", () => {
    const [stack, undone] = [new UndoStack(), [] as string[]];
    for (const name of ["first", "second"]) stack.push(() => undone.push(name) > 0);
    expect([stack.undo(), stack.undo(), stack.undo()]).toEqual([true, true, false]);
    expect(undone).toEqual(["second", "first"]);
  });
  it("passes over what was taken back elsewhere", () => {
    const [stack, undone] = [new UndoStack(), [] as string[]];
    stack.push(() => undone.push("first") > 0);
    stack.push(() => false);
    expect(stack.undo()).toBe(true);
    expect(undone).toEqual(["first"]);
  });
  it("forgets what lies far back", () => {
    const stack = new UndoStack();
    let undone = 0;
    for (let index = 0; index < 60; index += 1) stack.push(() => ++undone > 0);
    while (stack.undo());
    expect(undone).toBe(50);
  });
});
