import { describe, expect, it } from "vitest";
import { completionAt, namesBefore } from "./completion";

const lookups = [
  { key: "color", size: 12 },
  { key: "cool_color", size: 6 },
  { key: "animals/birds", size: 40 },
];
/** Completes where `^` is, with the choice of that number. */
function complete(marked: string, syntax: Parameters<typeof completionAt>[2] = "EXPANDO", at = 0) {
  const caret = marked.indexOf("^");
  const text = marked.replace("^", "");
  const found = completionAt(text, caret, syntax, lookups);
  const choice = found?.choices[at];
  if (!found || !choice) return null;
  return text.slice(0, found.start) + choice.insert + text.slice(found.end);
}

describe("completionAt", () => {
  it("lists every lookup after a bracket", () => {
    expect(completionAt("a [", 3, "EXPANDO", lookups)?.choices.map(({ label }) => label)).toEqual([
      "color",
      "cool_color",
      "animals/birds",
    ]);
  });
  it("closes the token, unless it goes on", () => {
    expect(complete("a [col^ dog")).toBe("a [color] dog");
    expect(complete("a [col^] dog")).toBe("a [color] dog");
    expect(complete("a [col^,red] dog")).toBe("a [color,red] dog");
  });
  it("knows options, labels, draws and weights", () => {
    expect(complete("[red, col^")).toBe("[red, color]");
    expect(complete("[x=bir^")).toBe("[x=animals/birds]");
    expect(complete("[red|bir^")).toBe("[red|animals/birds]");
    expect(complete("[3::bir^")).toBe("[3::animals/birds]");
  });
  it("offers what was named before, the latest first", () => {
    expect(complete("[color] [size=s,l] frame [=^")).toBe("[color] [size=s,l] frame [=size]");
    expect(complete("[color] [size=s,l] frame [=^", "EXPANDO", 1)).toBe(
      "[color] [size=s,l] frame [=color]",
    );
    expect(complete("[=^] [color]")).toBeNull();
  });
  it("leaves plain text, closed tokens and escapes alone", () => {
    expect(complete("color^")).toBeNull();
    expect(complete("[color] col^")).toBeNull();
    expect(complete("\\[col^")).toBeNull();
    expect(complete("[two words, and^ then", "PLAIN")).toBeNull();
    expect(complete("[two words^")).toBeNull();
  });
  it("knows the other syntax", () => {
    expect(complete("a __bir^", "DYNAMIC_PROMPTS")).toBe("a __animals/birds__");
    expect(complete("a __bir^__", "DYNAMIC_PROMPTS")).toBe("a __animals/birds__");
    expect(complete("a __color__ col^", "DYNAMIC_PROMPTS")).toBeNull();
  });
});

it("finds lookups by number too, and each name once", () => {
  expect(namesBefore("[color_2,red] [color] [color] [\\[x]", lookups)).toEqual([
    "color",
    "color_2",
  ]);
});
