import { expect, it } from "vitest";
import { placeholder } from "./placeholder";

it("is an impression of the picture over its main colour", () => {
  const style = placeholder("3OcRJYB4d3h/iIeHeEh3eIhw+j3A", "#7a8b6f");
  expect(style.backgroundColor).toBe("#7a8b6f");
  expect(style.backgroundImage).toMatch(/^url\("data:image\/png;base64,[A-Za-z0-9+/=]+"\)$/);
});

it("is the colour alone without an impression, or with one that can’t be read", () => {
  expect(placeholder(null, "#7a8b6f")).toEqual({ backgroundColor: "#7a8b6f" });
  expect(placeholder("§", undefined)).toEqual({ backgroundColor: "var(--press)" });
});
