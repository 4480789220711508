import { describe, expect, it } from "vitest";
import { keyOf } from "./key-of";

describe("keyOf", () => {
  it.each([
    ["Edition size", "edition_size"],
    ["  Größe (cm) ", "große_cm".replace("ß", "_")],
    ["№ 3", "3"],
    ["!!!", ""],
  ])("names %j %j", (label, key) => expect(keyOf(label)).toBe(key));
});
