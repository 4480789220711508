"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { percent } from "../format";
import type { JournalSettingsPatch, Settings } from "./data";

interface RulesFormProps {
  settings: Settings;
  readOnly: boolean;
  onSave: (patch: JournalSettingsPatch) => void;
}

export function RulesForm({ settings, readOnly, onSave }: RulesFormProps) {
  const [threshold, setThreshold] = useState(settings.autoConfirmThreshold);
  const [expiry, setExpiry] = useState(settings.expireAfterDays?.toString() ?? "");
  const [hour, setHour] = useState(String(settings.dayStartsAtHour));
  const [zone, setZone] = useState(settings.timeZone);
  const [location, setLocation] = useState(settings.showLocation);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const days = Number.parseInt(expiry, 10);
    onSave({
      autoConfirmThreshold: threshold,
      expireAfterDays: Number.isNaN(days) ? null : days,
      dayStartsAtHour: Math.min(23, Math.max(0, Number.parseInt(hour, 10) || 0)),
      timeZone: zone.trim() || here,
      showLocation: location,
    });
  };
  return (
    <form onSubmit={onSubmit}>
      <fieldset disabled={readOnly} className="grid gap-5">
        <Field
          label={`Confirm by itself from ${percent(threshold)} on`}
          hint={
            threshold >= 1
              ? "Nothing is confirmed without you."
              : "Notes that are read with less certainty wait for review."
          }
        >
          {(control) => (
            <input
              {...control}
              type="range"
              min={0.5}
              max={1}
              step={0.01}
              value={threshold}
              onChange={({ target }) => setThreshold(Number(target.value))}
              className="accent-accent"
            />
          )}
        </Field>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="A day begins at" hint="Work after midnight counts for the day before.">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={23}
                value={hour}
                onChange={({ target }) => setHour(target.value)}
              />
            )}
          </Field>
          <Field label="Time zone" hint={`This browser is in ${here}.`}>
            {(control) => (
              <Input
                {...control}
                value={zone}
                maxLength={64}
                onChange={({ target }) => setZone(target.value)}
              />
            )}
          </Field>
        </div>
        <Field
          label="Archive notes after"
          optional
          hint="Days. They rest in cold storage and can be brought back."
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              placeholder="Never"
              value={expiry}
              onChange={({ target }) => setExpiry(target.value)}
              className="max-w-32"
            />
          )}
        </Field>
        <label className="flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={location}
            onChange={({ target }) => setLocation(target.checked)}
            className="size-4 accent-accent"
          />
          Show where photos were taken
        </label>
        {!readOnly && (
          <Button type="submit" look="solid" className="justify-self-start">
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}
