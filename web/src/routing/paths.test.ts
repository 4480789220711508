import { describe, expect, it } from "vitest";
import { paths, safeNext } from "./paths";

describe("safeNext", () => {
  it("takes a path of this origin with its query", () => {
    expect(safeNext("/projects/proj_1?tab=x")).toBe("/projects/proj_1?tab=x");
  });
  it.each([
    null,
    "",
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "projects",
  ])("falls back to the projects for %j", (next) => expect(safeNext(next)).toBe("/projects"));
  it("doesn't lead back to signing in", () => {
    expect(safeNext("/sign-in?next=/sign-in")).toBe("/projects");
  });
});

describe("paths", () => {
  it("carries where to return to", () => {
    expect(paths.signIn("/projects/a?b=c")).toBe("/sign-in?next=%2Fprojects%2Fa%3Fb%3Dc");
    expect(paths.signIn("/")).toBe("/sign-in");
  });
  it("escapes ids", () => {
    expect(paths.project("a/b")).toBe("/projects/a%2Fb");
  });
  it("leaves out an empty view", () => {
    expect(paths.projects({})).toBe("/projects");
    expect(paths.projects({ state: "archived" })).toBe("/projects?state=archived");
  });
});
