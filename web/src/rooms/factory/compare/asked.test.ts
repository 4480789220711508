import { expect, it } from "vitest";
import { factoryPaths } from "@/routing/factory";
import { comparedIn } from "./asked";

const compared = (path: string) => comparedIn(new URL(path, "http://studio.test").searchParams);

it("reads what the address was made of", () => {
  expect(compared(factoryPaths.compare(["prod_1", "prod_2"]))).toEqual(["prod_1", "prod_2"]);
});
it("takes each once, and no more than four", () => {
  expect(compared("/?products=a,b,a,,c,d,e")).toEqual(["a", "b", "c", "d"]);
  expect(compared("/")).toEqual([]);
});
