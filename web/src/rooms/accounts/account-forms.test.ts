import { describe, expect, it } from "vitest";
import { Problem } from "@/problem/problem";
import { fieldErrors, isAtField } from "./field-errors";
import { suggestUsername } from "./suggest-username";

describe("fieldErrors", () => {
  it("puts a taken email at the email, though the server names no field", () => {
    const problem = new Problem({ code: "email_taken", message: "taken" });
    expect(fieldErrors(problem)("email")).toMatch(/exists already/);
    expect(fieldErrors(problem)("username")).toBeUndefined();
    expect(isAtField(problem)).toBe(true);
  });
  it("prefers what the server says about the field", () => {
    const problem = new Problem({
      code: "weak_password",
      message: "weak",
      fields: [{ path: "password", code: "weak_password", message: "Too short." }],
    });
    expect(fieldErrors(problem)("password")).toBe("Too short.");
  });
  it("has nothing to say without a problem", () => {
    expect(fieldErrors(undefined)("email")).toBeUndefined();
  });
});

describe("suggestUsername", () => {
  it.each([
    ["Inês Duarte", "ines-duarte"],
    ["  O’Keeffe, Georgia ", "o-keeffe-georgia"],
    ["葛飾", ""],
  ])("makes of %s: %s", (name, username) => expect(suggestUsername(name)).toBe(username));
});
