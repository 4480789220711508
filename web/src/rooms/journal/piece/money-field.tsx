"use client";

import { useState } from "react";
import { Input } from "@/ui/input";
import { money } from "../format";

interface Money {
  amount: string;
  currency: string;
}

interface MoneyFieldProps {
  label: string;
  value: Money | null;
  readOnly: boolean;
  onCommit: (value: Money | null) => void;
}

const usual = "EUR";

/** An amount and its currency, kept as text so that no cent is rounded away. */
export function MoneyField({ label, value, readOnly, onCommit }: MoneyFieldProps) {
  const [draft, setDraft] = useState<Money | null>(null);
  const shown = draft ?? value ?? { amount: "", currency: usual };
  if (readOnly) return <span>{value === null ? "None" : money(value)}</span>;
  const finish = () => {
    if (draft === null) return;
    setDraft(null);
    const next = parseMoney(draft);
    if (
      next !== undefined &&
      JSON.stringify(next) !==
        JSON.stringify(value && { amount: value.amount, currency: value.currency })
    ) {
      onCommit(next);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving both fields keeps them
    <span
      className="flex max-w-52 gap-1.5"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) finish();
      }}
      onKeyDown={({ key }) => {
        if (key === "Enter") finish();
        if (key === "Escape") setDraft(null);
      }}
    >
      <Input
        aria-label={label}
        inputMode="decimal"
        placeholder="None"
        value={shown.amount}
        onChange={({ target }) => setDraft({ ...shown, amount: target.value })}
      />
      <Input
        aria-label={`${label}: currency`}
        maxLength={3}
        value={shown.currency}
        onChange={({ target }) => setDraft({ ...shown, currency: target.value.toUpperCase() })}
        className="max-w-16"
      />
    </span>
  );
}

/** Null for none, undefined for what is no money. */
export function parseMoney({ amount, currency }: Money): Money | null | undefined {
  const plain = amount.trim().replace(/\s/g, "").replace(",", ".");
  if (plain === "") return null;
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(plain) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return { amount: plain, currency };
}
