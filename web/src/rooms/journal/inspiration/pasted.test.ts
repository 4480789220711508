import { describe, expect, it } from "vitest";
import { ideaOf, safeLink, tagsIn, titleOf } from "./pasted";

describe("ideaOf", () => {
  it("knows an address", () => {
    expect(ideaOf(" https://www.example.org/harbor ")).toMatchObject({
      title: "example.org/harbor",
      sourceUrl: "https://www.example.org/harbor",
    });
  });
  it("keeps words, their tags and an address in them", () => {
    expect(ideaOf("that grey again #light see https://example.org/a")).toMatchObject({
      text: "that grey again #light see https://example.org/a",
      sourceUrl: "https://example.org/a",
      tags: ["light"],
    });
  });
  it("is nothing for nothing", () => expect(ideaOf(" \n")).toBeNull());
});

describe("tagsIn", () => {
  it("finds tags of any script, once", () =>
    expect(tagsIn("#Blau und #blau #青")).toEqual(["blau", "青"]));
  it("leaves the part of an address alone", () => expect(tagsIn("https://e.org/#top")).toEqual([]));
});

describe("safeLink", () => {
  it("refuses a script", () => expect(safeLink("javascript:alert(1)")).toBeNull());
  it("takes a page", () => expect(safeLink("https://e.org")).toBe("https://e.org"));
});

it.each([
  ["harbor_at_dusk.jpg", "harbor at dusk"],
  ["IMG_2041.HEIC", ""],
  ["image.png", ""],
  ["2026-11-21 18.04.jpeg", ""],
  ["No. 7 study", "No. 7 study"],
])("%s is called “%s”", (fileName, title) => expect(titleOf(fileName)).toBe(title));
