import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { asksFor } from "./asks-for";

const asks = (text: string, ...fields: string[]) => asksFor(parse(text), new Set(fields));

describe("asksFor", () => {
  it("finds a field among those of a query", () => {
    expect(asks("query A { tags { id } mine: orders { nodes { id } } }", "orders")).toBe(true);
  });
  it("looks at the top only", () => {
    expect(asks("query A { tags { orders } }", "orders")).toBe(false);
    expect(asks("fragment F on Query { orders } query A { tags }", "orders")).toBe(false);
  });
  it("leaves mutations alone", () => {
    expect(asks("mutation A { orders }", "orders")).toBe(false);
  });
});
