import { describe, expect, it } from "vitest";
import { keepPages } from "./pages";

const list = (ids: string, end: string) => ({
  nodes: [...ids].map((id) => ({ __ref: id })),
  pageInfo: { endCursor: end },
});
const merged = (existing: string, incoming: string, after?: string) => {
  const { nodes, pageInfo } = keepPages(list(existing, "old"), list(incoming, "new"), {
    args: after === undefined ? {} : { after },
  });
  return [nodes.map(({ __ref }) => __ref).join(""), (pageInfo as { endCursor: string }).endCursor];
};

describe("keepPages", () => {
  it("adds the next page", () => expect(merged("abc", "de", "c")).toEqual(["abcde", "new"]));
  it("keeps what was read below a first page that came again", () => {
    expect(merged("abcdef", "xab")).toEqual(["xabcdef", "old"]);
  });
  it("lets go of what is gone from the first page", () => {
    expect(merged("abcdef", "acd")).toEqual(["acdef", "old"]);
  });
  it("lets go of what is gone from the end of a list that was read whole", () => {
    const whole = { ...list("ab", "new"), pageInfo: { hasNextPage: false } };
    expect(keepPages(list("abc", "old"), whole, { args: {} })).toBe(whole);
  });
  it("begins anew where nothing is known any more", () => {
    expect(merged("abc", "xyz")).toEqual(["xyz", "new"]);
    expect(merged("abc", "")).toEqual(["", "new"]);
  });
});
