import { describe, expect, it } from "vitest";
import type { Provider } from "../providers/data";
import { canOrder, modelOf } from "./choice";

const provider = (id: string, given: object, ...models: [string, boolean][]) =>
  ({
    id,
    isEnabled: true,
    needsKey: false,
    hasKey: false,
    ...given,
    models: models.map(([modelId, isAvailable]) => ({ modelId, isAvailable })),
  }) as Provider;
const chosen = (providers: Provider[], asked = { provider: "", model: "" }) => {
  const found = modelOf(providers, asked);
  return found && `${found.provider.id}/${found.model.modelId}`;
};

it("orders go to who is on, and has the key that it needs", () => {
  expect(canOrder({ isEnabled: true, needsKey: true, hasKey: false })).toBe(false);
  expect(canOrder({ isEnabled: true, needsKey: true, hasKey: true })).toBe(true);
  expect(canOrder({ isEnabled: false, needsKey: false, hasKey: false })).toBe(false);
});

describe("modelOf", () => {
  const off = provider("off", { isEnabled: false }, ["a", true]);
  const studio = provider("studio", {}, ["gone", false], ["flow", true]);
  it("begins with the first that can be ordered", () => {
    expect(chosen([off, studio])).toBe("studio/flow");
    expect(chosen([off])).toBeNull();
  });
  it("shows what was asked for, ready or not", () => {
    expect(chosen([off, studio], { provider: "off", model: "a" })).toBe("off/a");
    expect(chosen([off, studio], { provider: "studio", model: "gone" })).toBe("studio/gone");
  });
  it("falls back where the model is unknown", () => {
    expect(chosen([studio], { provider: "studio", model: "never" })).toBe("studio/flow");
  });
});
