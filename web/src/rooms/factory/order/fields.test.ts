import { describe, expect, it } from "vitest";
import { fieldsOf } from "./fields";

const schema = {
  type: "object",
  required: ["prompt", "steps"],
  properties: {
    prompt: { type: "string" },
    negativePrompt: { type: "string" },
    scheduler: { type: "string", enum: ["ddim", "euler"], "x-advanced": true },
    steps: { type: "integer", minimum: 1, maximum: 50, default: 28 },
    guidance_scale: { type: "number", minimum: 1, "x-unit": "×", description: "How closely" },
    aspect_ratio: { type: "string", enum: ["1:1", "16:9"], default: "1:1" },
    tiling: { type: ["boolean", "null"], title: "Seamless" },
    loras: { type: "array", items: { type: "object" } },
    num_images: { type: "integer" },
    seed: { type: "integer", minimum: 0 },
    cfg: { title: "Guidance" },
  },
};
const fields = fieldsOf(schema, { batch_parameter: "num_images" });
const named = (name: string) => fields.find((field) => field.name === name);

describe("fieldsOf", () => {
  it("leaves out what is asked for elsewhere and what no line of text can say", () => {
    expect(fields.map(({ name }) => name)).toEqual([
      "steps",
      "guidance_scale",
      "aspect_ratio",
      "tiling",
      "cfg",
      "scheduler",
      "seed",
    ]);
  });
  it("knows kinds, ranges and what is usual", () => {
    expect(named("steps")).toMatchObject({
      kind: "integer",
      min: 1,
      max: 50,
      usual: "28",
      required: true,
    });
    expect(named("guidance_scale")).toMatchObject({
      kind: "number",
      label: "Guidance scale",
      max: null,
      unit: "×",
      hint: "How closely",
    });
    expect(named("aspect_ratio")).toMatchObject({ kind: "choice", options: ["1:1", "16:9"] });
    expect(named("cfg")).toMatchObject({ kind: "text", label: "Guidance" });
    expect(named("tiling")).toMatchObject({ kind: "boolean", label: "Seamless" });
  });
  it("takes a schema that says nothing for a model without parameters", () => {
    expect(fieldsOf(null, null)).toEqual([]);
    expect(fieldsOf({ properties: [] }, {})).toEqual([]);
  });
});
