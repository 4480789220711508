import { describe, expect, it } from "vitest";
import { caps, chord, type KeyPress, match } from "./match";
import { shortcutList } from "./registry";
import { shortcutWords } from "./words";

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("chord", () => {
  it("names the platform's command key", () => {
    expect(chord(press("k", { metaKey: true }), true)).toBe("mod+k");
    expect(chord(press("k", { ctrlKey: true }), false)).toBe("mod+k");
  });
  it("leaves the other platform's key to the system", () => {
    expect(chord(press("k", { ctrlKey: true }), true)).toBeNull();
    expect(chord(press("k", { metaKey: true }), false)).toBeNull();
  });
  it("doesn't name shift for a sign, but does for a letter", () => {
    expect(chord(press("?", { shiftKey: true }), false)).toBe("?");
    expect(chord(press("L", { ctrlKey: true, shiftKey: true }), false)).toBe("mod+shift+l");
  });
  it("ignores a modifier alone", () => expect(chord(press("Shift"), false)).toBeNull());
});

describe("match", () => {
  it("completes a single key", () => expect(match(["c"]).hits).toEqual(["create"]));
  it("knows the beginning of a sequence", () => {
    expect(match(["g"])).toEqual({ hits: [], begins: true });
    expect(match(["g", "p"]).hits).toEqual(["goProjects"]);
  });
  it("gives all meanings of a key, one a place", () => {
    expect(match(["e"]).hits).toEqual(["archive", "archiveOpen", "edit"]);
  });
  it("doesn't know what nobody registered", () => {
    expect(match(["q"])).toEqual({ hits: [], begins: false });
  });
});

describe("the registry", () => {
  it("has no key twice in one place", () => {
    const seen = shortcutList.flatMap(({ id, keys }) =>
      keys.map((key) => `${shortcutWords[id].group}: ${key}`),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("caps", () => {
  it("draws for each platform", () => {
    expect(caps("mod+k", true)).toEqual(["⌘", "K"]);
    expect(caps("mod+shift+l", false)).toEqual(["Ctrl", "Shift", "L"]);
    expect(caps("g p", false)).toEqual(["G", "P"]);
    expect(caps("+", false)).toEqual(["+"]);
  });
});
