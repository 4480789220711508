"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { type Arrangement, type Axis, rearranged } from "./pivot";

interface AxisBarProps {
  axes: readonly Axis[];
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

const places = [
  { value: "across", label: "Across" },
  { value: "down", label: "Down" },
  { value: "apart", label: "A table each" },
  { value: "fixed", label: "One value" },
] as const;
type Place = (typeof places)[number]["value"];

/** Where each axis of the order is, and which value of those that are not laid out. */
export function AxisBar({ axes, arrangement, onArrange }: AxisBarProps) {
  return (
    <ul aria-label="Axes" className="flex flex-wrap gap-x-5 gap-y-3">
      {axes.map((axis, index) => {
        const place = placeOf(arrangement, index);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two axes may have one name, and none moves
          <li key={index} className="flex items-end gap-1.5">
            <Field label={axis.name}>
              {(control) => (
                <Select
                  {...control}
                  value={place}
                  onChange={({ target }) =>
                    onArrange(rearranged(axes, arrangement, index, target.value as Place))
                  }
                >
                  {places.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {place === "fixed" && axis.values.length > 1 && (
              <Stepper
                axis={axis}
                value={arrangement.fixed[index] ?? ""}
                onStep={(value) =>
                  onArrange({ ...arrangement, fixed: { ...arrangement.fixed, [index]: value } })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function placeOf({ across, down, apart }: Arrangement, axis: number): Place {
  if (across === axis) return "across";
  if (down === axis) return "down";
  return apart.includes(axis) ? "apart" : "fixed";
}

interface StepperProps {
  axis: Axis;
  value: string;
  onStep: (value: string) => void;
}

function Stepper({ axis: { name, values }, value, onStep }: StepperProps) {
  const at = values.indexOf(value);
  const step = (by: number) => {
    const next = values[at + by];
    if (next !== undefined) onStep(next);
  };
  return (
    <>
      <Button
        look="ghost"
        size="iconLg"
        aria-label={`Previous ${name}`}
        disabled={at <= 0}
        onClick={() => step(-1)}
      >
        <ChevronLeft />
      </Button>
      <Select
        aria-label={`Value of ${name}`}
        value={value}
        onChange={({ target }) => onStep(target.value)}
        className="max-w-44"
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {one === "" ? "(nothing)" : one}
          </option>
        ))}
      </Select>
      <Button
        look="ghost"
        size="iconLg"
        aria-label={`Next ${name}`}
        disabled={at >= values.length - 1}
        onClick={() => step(1)}
      >
        <ChevronRight />
      </Button>
    </>
  );
}
