"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useCollectionChoices, useProjectChoices, useProviderChoices, useTags } from "./data";
import { type Filters, pairOf } from "./filters";
import { Rate } from "./stars";

interface FilterFormProps {
  filters: Filters;
  onChange: (filters: Partial<Filters>) => void;
}

const types = [
  { value: "IMAGE", label: "Images" },
  { value: "VIDEO", label: "Videos" },
  { value: "AUDIO", label: "Sound" },
] as const;

/** All that a gallery can be narrowed by. Each choice holds at once. */
export function FilterForm({ filters, onChange }: FilterFormProps) {
  const providers = useProviderChoices();
  const models = providers.find(({ id }) => id === filters.provider)?.models ?? [];
  return (
    <div className="grid gap-3">
      <Choose
        label="Provider"
        value={filters.provider}
        choices={providers}
        onChoose={(provider) => onChange({ provider, model: null })}
      />
      {filters.provider !== null && (
        <Choose
          label="Model"
          value={filters.model}
          choices={models.map(({ modelId, name }) => ({ id: modelId, name }))}
          onChoose={(model) => onChange({ model })}
        />
      )}
      <Choose
        label="Kind"
        value={filters.type}
        choices={types.map(({ value, label }) => ({ id: value, name: label }))}
        onChoose={(id) =>
          onChange({ type: types.find(({ value }) => value === id)?.value ?? null })
        }
      />
      <div className="grid gap-1.5">
        <span className="font-medium text-sm">Rated at least</span>
        <Rate rating={filters.rating} onRate={(rating) => onChange({ rating })} />
      </div>
      <TagField filters={filters} onChange={onChange} />
      <Choose
        label="Project"
        value={filters.project}
        choices={useProjectChoices()}
        onChoose={(project) => onChange({ project })}
      />
      <Choose
        label="Collection"
        value={filters.collection}
        choices={useCollectionChoices()}
        onChoose={(collection) => onChange({ collection })}
      />
      <div className="grid grid-cols-2 gap-2">
        <DayField label="From" value={filters.since} onDay={(since) => onChange({ since })} />
        <DayField label="Until" value={filters.until} onDay={(until) => onChange({ until })} />
      </div>
      <ParameterField filters={filters} onChange={onChange} />
    </div>
  );
}

interface ChooseProps {
  label: string;
  value: string | null;
  choices: readonly { id: string; name: string }[];
  onChoose: (id: string | null) => void;
}

function Choose({ label, value, choices, onChoose }: ChooseProps) {
  const isKnown = value === null || choices.some(({ id }) => id === value);
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChoose(target.value || null)}
        >
          <option value="">Any</option>
          {!isKnown && <option value={value}>{value}</option>}
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface DayFieldProps {
  label: string;
  value: string | null;
  onDay: (day: string | null) => void;
}

function DayField({ label, value, onDay }: DayFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="date"
          value={value ?? ""}
          onChange={({ target }) => onDay(target.value || null)}
        />
      )}
    </Field>
  );
}

function TagField({ filters, onChange }: FilterFormProps) {
  const tags = useTags().filter(({ name }) => !filters.tags.includes(name));
  return (
    <Field label="Tag">
      {(control) => (
        <Select
          {...control}
          value=""
          onChange={({ target }) => onChange({ tags: [...filters.tags, target.value] })}
        >
          <option value="">{filters.tags.length === 0 ? "Any" : "One more…"}</option>
          {tags.map(({ id, name, usageCount }) => (
            <option key={id} value={name}>
              {name} ({usageCount})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function ParameterField({ filters, onChange }: FilterFormProps) {
  const [text, setText] = useState("");
  const pair = pairOf(text);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (pair === null) return;
    onChange({ parameters: [...filters.parameters, pair] });
    setText("");
  };
  return (
    <form onSubmit={onSubmit} className="flex items-end gap-2">
      <Field label="Parameter" className="flex-1">
        {(control) => (
          <Input
            {...control}
            placeholder="steps=20"
            value={text}
            maxLength={200}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={pair === null}>
        Add
      </Button>
    </form>
  );
}
