import type { ParameterField } from "./fields";

/** What a parameter is sent as: text with lists and ranges, a number, or yes and no. */
type Sent = string | number | boolean;

const range = /^(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)(?:\s*\.\.\s*(-?\d+(?:\.\d+)?))?$/;
const number = /^-?\d+(?:\.\d+)?$/;

/** The parts between commas or bars that aren't escaped, as they were typed. */
function parts(text: string, separator: "," | "|"): string[] {
  const found = [""];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") {
      found.push(`${found.pop()}${text.slice(at, at + 2)}`);
      at += 1;
    } else if (character === separator) found.push("");
    else found.push(`${found.pop()}${character}`);
  }
  return found.map((part) => part.trim());
}

/** Says what is wrong with what was typed for a parameter; null where nothing is. */
export function refuse(field: ParameterField, text: string): string | null {
  if (text.trim() === "") {
    return field.required && field.usual === "" ? "The model needs a value." : null;
  }
  if (field.kind !== "number" && field.kind !== "integer") return null;
  for (const part of parts(text, ",").flatMap((list) => parts(list, "|"))) {
    const ends = range.exec(part);
    const numbers = ends ? ends.slice(1).filter((end) => end !== undefined) : [part];
    for (const [at, each] of numbers.entries()) {
      const refusal = refuseNumber(field, each, at < 2);
      if (refusal !== null) return refusal;
    }
  }
  return null;
}

function refuseNumber(field: ParameterField, text: string, inRange: boolean): string | null {
  if (!number.test(text)) return text === "" ? "A value is missing." : `“${text}” isn’t a number.`;
  const value = Number(text);
  if (field.kind === "integer" && !Number.isInteger(value)) return `${text} isn’t a whole number.`;
  // The step of a range may be smaller than what the model takes.
  if (!inRange) return value === 0 ? "A step can’t be 0." : null;
  if (field.min !== null && value < field.min) return `The least is ${field.min}.`;
  if (field.max !== null && value > field.max) return `The most is ${field.max}.`;
  return null;
}

/** The parameter as it is sent; undefined leaves it to the model. */
export function sent(field: ParameterField, text: string): Sent | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (field.kind === "boolean" && (trimmed === "true" || trimmed === "false")) {
    return trimmed === "true";
  }
  const single = Number(trimmed);
  // A number that a computer can't keep exactly stays text: a seed must not change.
  const isNumber = field.kind === "number" || field.kind === "integer";
  return isNumber && number.test(trimmed) && String(single) === trimmed ? single : trimmed;
}

/** A stored parameter as it would be typed. */
export function typed(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** The options that a text lists. */
export function chosenOf(text: string): string[] {
  if (text.trim() === "") return [];
  return parts(text, ",").map((part) => part.replace(/\\([\\,|])/g, "$1"));
}

/** The text that lists options, with signs that would split them escaped. */
export function listOf(options: readonly string[]): string {
  return options.map((option) => option.replace(/[\\,|]/g, "\\$&")).join(",");
}

/** One step up or down from a single number, within the range; null where it isn't one. */
export function stepped(field: ParameterField, text: string, step: 1 | -1): string | null {
  const from = text.trim() === "" ? field.usual : text.trim();
  if (!number.test(from)) return null;
  const decimals = field.kind === "integer" ? 0 : Math.max(1, from.split(".")[1]?.length ?? 0);
  const next = Number(from) + step * 10 ** -decimals;
  const held = Math.min(field.max ?? next, Math.max(field.min ?? next, next));
  return String(Number(held.toFixed(decimals)));
}
