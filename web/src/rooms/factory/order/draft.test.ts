import { describe, expect, it } from "vitest";
import {
  type Draft,
  empty,
  fromOrder,
  fromTemplate,
  newOrder,
  parameterSetOf,
  promptInput,
  refusals,
  refuseNumber,
} from "./draft";
import { fieldsOf } from "./fields";

const fields = fieldsOf(
  {
    properties: {
      steps: { type: "integer", minimum: 1, maximum: 50 },
      tiling: { type: "boolean" },
      style: { type: "string" },
    },
  },
  {},
);
const draft: Draft = {
  ...empty,
  provider: "studio",
  model: "flow",
  prompt: "a [red,blue] dog",
  parameters: { steps: "8,10", tiling: "true", style: " ", gone: "7" },
  sample: "3",
  budget: "2,50",
};

describe("promptInput", () => {
  it("sends what was typed, as the model knows it", () => {
    expect(promptInput(draft, fields)).toEqual({
      provider: "studio",
      model: "flow",
      prompt: "a [red,blue] dog",
      negativePrompt: "",
      parameters: { steps: "8,10", tiling: true },
      syntax: "EXPANDO",
      seed: "0",
      quantity: 1,
      sample: 3,
    });
  });
});

it("an order has a budget only where one was typed", () => {
  const prompt = promptInput(draft, fields);
  expect(newOrder(draft, prompt, "key")).toEqual({
    prompt,
    priority: 0,
    idempotencyKey: "key",
    budget: 2.5,
  });
  expect(newOrder({ ...draft, budget: "" }, prompt, "key")).not.toHaveProperty("budget");
});

describe("refuseNumber", () => {
  it.each([
    ["quantity", "0"],
    ["quantity", ""],
    ["quantity", "101"],
    ["seed", "-1"],
    ["seed", "18446744073709551616"],
    ["sample", "0"],
    ["priority", "soon"],
    ["budget", "0"],
  ] as const)("refuses %s %j", (field, text) => expect(refuseNumber(field, text)).not.toBeNull());
  it.each([
    ["quantity", "4"],
    ["seed", "18446744073709551615"],
    ["sample", ""],
    ["priority", "-3"],
    ["budget", "1.5"],
  ] as const)("takes %s %j", (field, text) => expect(refuseNumber(field, text)).toBeNull());
});

it("names what is refused by its field", () => {
  expect(
    Object.keys(refusals({ ...draft, parameters: { steps: "99" }, seed: "x" }, fields)),
  ).toEqual(["seed", "parameters.steps"]);
});

describe("templates", () => {
  it("give back what they keep", () => {
    const template = {
      id: "tmpl_1",
      provider: "studio",
      model: "flow",
      parameterSet: parameterSetOf(draft, fields),
      projectId: null,
    };
    expect(fromTemplate(template)).toEqual({
      ...draft,
      parameters: { steps: "8,10", tiling: "true" },
      sample: "",
      budget: "",
      templateId: "tmpl_1",
    });
  });
  it("may be empty", () => {
    expect(fromTemplate({ id: "t", provider: "p", model: "m", parameterSet: null })).toEqual({
      ...empty,
      provider: "p",
      model: "m",
      templateId: "t",
    });
  });
});

it("fills the form as an order was placed", () => {
  const order = {
    provider: "studio",
    model: "flow",
    prompt: "a",
    negativePrompt: "b",
    syntax: "PLAIN",
    parameters: { steps: 8, tiling: false, odd: null },
    quantity: 2,
    seed: "9",
    sample: null,
    priority: 1,
    budget: 3,
    projectId: null,
  } as unknown as Parameters<typeof fromOrder>[0];
  expect(fromOrder(order)).toEqual({
    ...empty,
    provider: "studio",
    model: "flow",
    prompt: "a",
    negativePrompt: "b",
    syntax: "PLAIN",
    parameters: { steps: "8", tiling: "false" },
    quantity: "2",
    seed: "9",
    priority: "1",
    budget: "3",
  });
});
