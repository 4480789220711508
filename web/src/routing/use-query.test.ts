import { describe, expect, it } from "vitest";
import { withQuery } from "./use-query";

describe("withQuery", () => {
  it("sets, replaces and takes out, and leaves the rest", () => {
    const query = new URLSearchParams("state=archived&q=blue&x=1");
    const next = withQuery(query, { state: null, q: "red & green", owner: "me", x: "" });
    expect(next.toString()).toBe("q=red+%26+green&owner=me");
    expect(query.get("state")).toBe("archived");
  });
});
