import { describe, expect, it } from "vitest";
import { limitsPatch } from "./limits";

const provider = {
  apiBaseUrl: "http://127.0.0.1:8188",
  concurrentLimit: 1,
  rateLimitRequests: null,
  rateLimitTokens: null,
};
const draft = {
  apiBaseUrl: "http://127.0.0.1:8188",
  concurrentLimit: "1",
  rateLimitRequests: "",
  rateLimitTokens: "",
};

describe("limitsPatch", () => {
  it("is empty where nothing was changed", () => {
    expect(limitsPatch(provider, draft)).toEqual({ patch: {}, refused: {} });
    expect(
      limitsPatch(provider, { ...draft, apiBaseUrl: "http://127.0.0.1:8188/ " }).patch,
    ).toEqual({});
  });
  it("names what was changed, and takes limits away", () => {
    expect(
      limitsPatch(provider, { ...draft, concurrentLimit: "", rateLimitRequests: "60" }),
    ).toEqual({ patch: { concurrentLimit: null, rateLimitRequests: 60 }, refused: {} });
  });
  it("refuses what is no number and no address", () => {
    const { refused } = limitsPatch(provider, {
      ...draft,
      concurrentLimit: "0",
      rateLimitTokens: "many",
      apiBaseUrl: "127.0.0.1:8188",
    });
    expect(Object.keys(refused).sort()).toEqual([
      "apiBaseUrl",
      "concurrentLimit",
      "rateLimitTokens",
    ]);
  });
});
