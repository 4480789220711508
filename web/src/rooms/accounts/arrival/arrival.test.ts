import { expect, test } from "vitest";
import { explainArrival, readArrival } from "./arrival";

test("the server's words behind the # are read", () => {
  expect(readArrival("")).toBeNull();
  expect(readArrival("#top")).toBeNull();
  expect(readArrival("#second-step=abc&return_to=%2Fprojects%3Fstate%3Darchived")).toEqual({
    kind: "second-step",
    token: "abc",
    returnTo: "/projects?state=archived",
  });
  expect(readArrival("#link=abc")).toEqual({ kind: "link", token: "abc", returnTo: null });
  expect(readArrival("#problem=issuer_refused")).toEqual({
    kind: "problem",
    code: "issuer_refused",
  });
});

test("every problem has a sentence, the unknown ones too", () => {
  expect(explainArrival("domain_not_allowed")).toMatch(/domain/);
  expect(explainArrival("of a later server")).toMatch(/again/);
});
