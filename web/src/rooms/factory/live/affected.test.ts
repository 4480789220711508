import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { asksFor } from "@/graphql/asks-for";
import { fieldsOf } from "./affected";

const room = join(import.meta.dirname, "..");
const documents = readdirSync(room, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => parse(readFileSync(join(room, file), "utf8")));

describe("fieldsOf", () => {
  it("names only fields that the room asks for", () => {
    const unasked = fieldsOf(null).filter(
      (field) => !documents.some((document) => asksFor(document, new Set([field]))),
    );
    expect(unasked).toEqual([]);
  });
  it("reads an order's page when one of its items changes", () => {
    expect(fieldsOf("ORDER_ITEM")).toContain("order");
  });
  it("takes everything after news was missed", () => {
    expect(fieldsOf(null)).toEqual(expect.arrayContaining([...fieldsOf("TAG"), "providers"]));
  });
});
