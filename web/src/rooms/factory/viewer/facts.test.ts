import { describe, expect, it } from "vitest";
import { bytes, differing, fileRows, rowsOf } from "./facts";

describe("rowsOf", () => {
  it("lists what is said, by name", () => {
    expect(rowsOf({ steps: 20, cfg: 7.5, none: null, empty: "", list: [1, 2], on: false })).toEqual(
      [
        ["cfg", "7.5"],
        ["list", "[1,2]"],
        ["on", "false"],
        ["steps", "20"],
      ],
    );
    expect(rowsOf(null)).toEqual([]);
  });
});

describe("differing", () => {
  it("names only what isn’t the same in all", () => {
    const all = [
      { steps: 20, cfg: 7, seed: 1 },
      { steps: 20, cfg: 8, seed: 1 },
      { steps: 20, seed: 1 },
    ];
    expect(differing(all)).toEqual([{ name: "cfg", values: ["7", "8", ""] }]);
    expect(differing([{ a: 1 }, { a: 1 }])).toEqual([]);
  });
});

describe("fileRows", () => {
  it("leaves out what a file doesn’t have", () => {
    const rows = fileRows({
      mimeType: "audio/wav",
      fileSize: 1_400_000,
      width: null,
      height: null,
      duration: 12.34,
      fileHash: "0123456789abcdef0123",
      createdAt: "2026-11-21T10:00:00Z",
    });
    expect(rows.map(([name]) => name)).toEqual(["Kind", "Size", "Length", "Made", "Hash"]);
    expect(Object.fromEntries(rows)).toMatchObject({ Size: "1.4 MB", Length: "12.3 s" });
    expect([bytes(12), bytes(1500), bytes(2e9)]).toEqual(["12 B", "2 kB", "2.0 GB"]);
  });
});
