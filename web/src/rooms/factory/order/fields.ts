/** One control of the form, made from a property of a model's parameter schema. */
export interface ParameterField {
  name: string;
  label: string;
  kind: "number" | "integer" | "choice" | "boolean" | "text";
  min: number | null;
  max: number | null;
  /** What the model takes when nothing is said, as it would be typed; empty where it doesn't tell. */
  usual: string;
  options: readonly string[];
  required: boolean;
  /** Folded away until somebody wants it. */
  advanced: boolean;
  unit: string;
  hint: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What the form asks for elsewhere. */
const elsewhere = new Set(["prompt", "negative_prompt", "negativePrompt"]);

/** The controls for a model's parameters: those that everybody needs first, in the schema's order. */
export function fieldsOf(schema: unknown, capabilities: unknown): ParameterField[] {
  const root = asObject(schema);
  const required = new Set(Array.isArray(root.required) ? root.required : []);
  const batch = asObject(capabilities).batch_parameter;
  const fields = Object.entries(asObject(root.properties)).flatMap(([name, property]) => {
    // How many pictures a request brings is the order's quantity.
    if (elsewhere.has(name) || name === batch) return [];
    const field = fieldOf(name, asObject(property), required.has(name));
    return field === null ? [] : [field];
  });
  return [
    ...fields.filter(({ advanced }) => !advanced),
    ...fields.filter(({ advanced }) => advanced),
  ];
}

/** Null for what can't be said in a line of text, such as a list of objects. */
function fieldOf(name: string, property: Values, required: boolean): ParameterField | null {
  const options = Array.isArray(property.enum) ? property.enum.filter(isScalar).map(String) : [];
  const kind = kindOf(property, options);
  if (kind === null) return null;
  return {
    name,
    label:
      typeof property.title === "string" && property.title !== "" ? property.title : worded(name),
    kind,
    min: asNumber(property.minimum),
    max: asNumber(property.maximum),
    usual: isScalar(property.default) ? String(property.default) : "",
    options,
    required,
    advanced: property["x-advanced"] === true || name === "seed",
    unit: typeof property["x-unit"] === "string" ? property["x-unit"] : "",
    hint: typeof property.description === "string" ? property.description : "",
  };
}

function kindOf(property: Values, options: readonly string[]): ParameterField["kind"] | null {
  if (options.length > 0) return "choice";
  // `["integer", "null"]` is an integer that may be left out.
  const types = [property.type].flat().filter((type) => type !== "null");
  // What says nothing about itself takes what is typed.
  if (property.type === undefined) return "text";
  if (types.length !== 1) return null;
  switch (types[0]) {
    case "integer":
    case "number":
    case "boolean":
      return types[0];
    case "string":
      return "text";
    default:
      return null;
  }
}

/** `num_inference_steps` is `Num inference steps`, `cfgScale` is `Cfg scale`. */
function worded(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function asObject(value: unknown): Values {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Values)
    : {};
}

function asNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
