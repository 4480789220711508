import { describe, expect, it } from "vitest";
import { matchRoute } from "./route-params";

describe("matchRoute", () => {
  it("reads the parameters", () => {
    expect(matchRoute("/projects/[id]", "/projects/proj_1")).toEqual({ id: "proj_1" });
    expect(matchRoute("/a/[x]/b/[y]", "/a/1/b/2")).toEqual({ x: "1", y: "2" });
  });
  it("decodes a segment and ignores a trailing slash", () => {
    expect(matchRoute("/projects/[id]", "/projects/a%2Fb/")).toEqual({ id: "a/b" });
  });
  it.each(["/projects", "/projects/1/2", "/other/1", "/projects/", "/projects/%E0%A4%A"])(
    "doesn't take %s",
    (path) => expect(matchRoute("/projects/[id]", path)).toBeNull(),
  );
});
