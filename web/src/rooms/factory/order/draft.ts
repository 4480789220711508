import type {
  NewOrder,
  OrderDetailFragment,
  PromptInput,
  PromptSyntax,
} from "@/graphql/generated/factory/graphql";
import type { ParameterField } from "./fields";
import { refuse, sent, typed } from "./values";

export type Syntax = PromptSyntax;

/** An order as it is typed. */
export interface Draft {
  provider: string;
  model: string;
  prompt: string;
  negativePrompt: string;
  syntax: Syntax;
  /** What was typed for a parameter, by its name; what isn't here is left to the model. */
  parameters: Readonly<Record<string, string>>;
  quantity: string;
  seed: string;
  sample: string;
  priority: string;
  budget: string;
  /** More items than usual, once somebody agreed to them. */
  limit: number | null;
  projectId: string | null;
  templateId: string | null;
}

export const empty: Draft = {
  provider: "",
  model: "",
  prompt: "",
  negativePrompt: "",
  syntax: "EXPANDO",
  parameters: {},
  quantity: "1",
  seed: "0",
  sample: "",
  priority: "0",
  budget: "",
  limit: null,
  projectId: null,
  templateId: null,
};

type NumberField = "quantity" | "seed" | "sample" | "priority" | "budget";

const mostQuantity = 100;
const mostSeed = 2n ** 64n - 1n;

/** Says what is wrong with a number of the order; null where nothing is. */
export function refuseNumber(field: NumberField, text: string): string | null {
  const given = text.trim();
  switch (field) {
    case "quantity":
      return /^\d+$/.test(given) && Number(given) > 0 && Number(given) <= mostQuantity
        ? null
        : `A whole number from 1 to ${mostQuantity}.`;
    case "seed":
      return /^\d+$/.test(given) && BigInt(given) <= mostSeed
        ? null
        : `A whole number up to ${mostSeed}.`;
    case "sample":
      return given === "" || (/^\d+$/.test(given) && Number(given) > 0)
        ? null
        : "A whole number from 1 on, or nothing for all.";
    case "priority":
      return /^-?\d+$/.test(given) ? null : "A whole number; larger is sooner.";
    case "budget":
      return given === "" || (/^\d+([.,]\d+)?$/.test(given) && readAmount(given) > 0)
        ? null
        : "An amount, or nothing for no limit.";
  }
}

function readAmount(text: string): number {
  return Number(text.trim().replace(",", "."));
}

/** What must be put right before an order can be asked about, by field. */
export function refusals(
  draft: Draft,
  fields: readonly ParameterField[],
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const field of ["quantity", "seed", "sample", "priority", "budget"] as const) {
    const refusal = refuseNumber(field, draft[field]);
    if (refusal !== null) found[field] = refusal;
  }
  for (const field of fields) {
    const refusal = refuse(field, draft.parameters[field.name] ?? "");
    if (refusal !== null) found[parameterPath(field.name)] = refusal;
  }
  return found;
}

/** A parameter may be called as a field of the order is. */
export function parameterPath(name: string): string {
  return `parameters.${name}`;
}

/** What is expanded. Parameters that the model doesn't have stay behind. */
export function promptInput(draft: Draft, fields: readonly ParameterField[]): PromptInput {
  const parameters = fields.flatMap((field) => {
    const value = sent(field, draft.parameters[field.name] ?? "");
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return {
    provider: draft.provider,
    model: draft.model,
    prompt: draft.prompt,
    negativePrompt: draft.negativePrompt,
    parameters: Object.fromEntries(parameters),
    syntax: draft.syntax,
    seed: draft.seed.trim(),
    quantity: Number(draft.quantity),
    ...(draft.sample.trim() !== "" && { sample: Number(draft.sample) }),
    ...(draft.limit !== null && { limit: draft.limit }),
    ...(draft.projectId !== null && { projectId: draft.projectId }),
  };
}

export function newOrder(draft: Draft, prompt: PromptInput, idempotencyKey: string): NewOrder {
  return {
    prompt,
    priority: Number(draft.priority),
    idempotencyKey,
    ...(draft.budget.trim() !== "" && { budget: readAmount(draft.budget) }),
    ...(draft.templateId !== null && { templateId: draft.templateId }),
  };
}

/** The form as an order was placed. */
export function fromOrder(order: OrderDetailFragment): Draft {
  return {
    ...empty,
    provider: order.provider,
    model: order.model,
    prompt: order.prompt,
    negativePrompt: order.negativePrompt,
    syntax: order.syntax,
    parameters: parametersOf(order.parameters),
    quantity: String(order.quantity),
    seed: order.seed,
    sample: order.sample === null || order.sample === undefined ? "" : String(order.sample),
    priority: String(order.priority),
    budget: order.budget === null || order.budget === undefined ? "" : String(order.budget),
    projectId: order.projectId ?? null,
  };
}

interface Template {
  id: string;
  provider: string;
  model: string;
  parameterSet: unknown;
  projectId?: string | null;
}

const syntaxes: readonly Syntax[] = ["EXPANDO", "DYNAMIC_PROMPTS", "PLAIN"];

/** The form as a template has it; what it doesn't say is as usual. */
export function fromTemplate(template: Template): Draft {
  const set = (template.parameterSet ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...empty,
    provider: template.provider,
    model: template.model,
    prompt: typed(set.prompt),
    negativePrompt: typed(set.negativePrompt),
    syntax: syntaxes.find((syntax) => syntax === String(set.syntax).toUpperCase()) ?? "EXPANDO",
    parameters: parametersOf(set.parameters),
    quantity: typed(set.quantity) || "1",
    projectId: template.projectId ?? null,
    templateId: template.id,
  };
}

/** What a template keeps of the form. */
export function parameterSetOf(draft: Draft, fields: readonly ParameterField[]) {
  const { prompt, negativePrompt, parameters, syntax, quantity } = promptInput(draft, fields);
  return { prompt, negativePrompt, parameters, syntax, quantity };
}

function parametersOf(stored: unknown): Record<string, string> {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored)
      .map(([name, value]) => [name, typed(value)] as const)
      .filter(([, text]) => text !== ""),
  );
}
