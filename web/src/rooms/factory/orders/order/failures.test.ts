import { expect, it } from "vitest";
import type { Item } from "../data";
import { failuresOf } from "./failures";

const item = (id: string, given: Partial<Item>) =>
  ({
    id,
    status: "FAILED",
    errorCategory: null,
    errorTitle: null,
    errorMessage: null,
    errorAction: null,
    ...given,
  }) as Item;

it("puts together what failed alike, the most frequent first", () => {
  const key = { errorCategory: "AUTHENTICATION", errorMessage: "401" } as const;
  const groups = failuresOf([
    item("a", { errorCategory: "NETWORK", errorMessage: "no route", errorAction: "Wait" }),
    item("b", key),
    item("c", { status: "COMPLETE" }),
    item("d", key),
    item("e", { errorCategory: "NETWORK", errorMessage: "no such host" }),
  ]);
  expect(groups.map(({ title, items }) => [title, items.map(({ id }) => id).join("")])).toEqual([
    ["The key was refused", "bd"],
    ["The provider wasn’t reached", "a"],
    ["The provider wasn’t reached", "e"],
  ]);
  expect(groups[1]).toMatchObject({ message: "no route", action: "Wait" });
});

it("has a word for what nobody has put in a category", () => {
  expect(failuresOf([item("a", {})])[0]).toMatchObject({ category: "UNKNOWN", title: "It failed" });
});
