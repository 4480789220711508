import { expect, it } from "vitest";
import { coversOf } from "./covers";
import type { Cover } from "./data";

const picture = (id: string, projectId: string | null, medium: string | null = `/${id}.jpg`) =>
  ({ id, projectId, urls: { medium, large: null } }) as Cover;

it("takes the latest picture that can be seen", () => {
  const covers = coversOf([
    picture("unread", "harbor", null),
    picture("new", "harbor"),
    picture("old", "harbor"),
    picture("stray", null),
    picture("ferry", "ferry"),
  ]);
  expect([...covers].map(([piece, { id }]) => [piece, id])).toEqual([
    ["harbor", "new"],
    ["ferry", "ferry"],
  ]);
});
