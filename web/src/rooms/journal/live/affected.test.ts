import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { queriesOf } from "./affected";

const room = join(import.meta.dirname, "..");
const asked = readdirSync(room, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".graphql"))
  .flatMap((file) =>
    [...readFileSync(join(room, file), "utf8").matchAll(/^query (\w+)/gm)].map(([, name]) => name),
  );

describe("queriesOf", () => {
  it("names only queries that the room asks", () => {
    expect(queriesOf("*").filter((name) => !asked.includes(name))).toEqual([]);
  });
  it("knows nothing of another room's entity", () => expect(queriesOf("flow")).toEqual([]));
  it("takes everything after news was missed", () => {
    expect(queriesOf("*")).toEqual(expect.arrayContaining([...queriesOf("log")]));
  });
});
