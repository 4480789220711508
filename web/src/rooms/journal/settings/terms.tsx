"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useSettingsChanges, useTerms } from "./data";

const kinds = ["material", "technique", "colour", "project"] as const;

/** The studio's vocabulary, with how often people agreed to each word. */
export function Terms({ readOnly }: { readOnly: boolean }) {
  const terms = useTerms();
  const { teach, forget } = useSettingsChanges();
  const [term, setTerm] = useState("");
  const [canonical, setCanonical] = useState("");
  const [kind, setKind] = useState<string>(kinds[0]);
  const { submit, busy, problem } = useSubmit(async () => {
    await teach(term.trim(), canonical.trim() || null, kind);
    setTerm("");
    setCanonical("");
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (term.trim() !== "") void submit();
  };
  const drop = (word: string) => attempt("The word wasn’t forgotten", () => forget(word));
  return (
    <div className="grid gap-5">
      {terms !== undefined && terms.length > 0 && (
        <div className="scroll-quiet relative max-h-80 overflow-auto rounded-lg border border-line">
          <table aria-label="Words of the studio" className="w-full text-sm">
            <thead>
              <tr className="text-left text-ink-soft text-xs">
                <th className="px-3 py-1.5 font-medium">Said</th>
                <th className="px-3 py-1.5 font-medium">Means</th>
                <th className="px-3 py-1.5 font-medium">Kind</th>
                <th className="px-3 py-1.5 text-right font-medium">Yes</th>
                <th className="px-3 py-1.5 text-right font-medium">No</th>
                <th className="w-9">
                  <span className="sr-only">Forget</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {terms.map((row) => (
                <tr key={row.term} className="border-line border-t">
                  <td className="px-3 py-1.5">{row.term}</td>
                  <td className="px-3 py-1.5 text-ink-soft">{row.canonical}</td>
                  <td className="px-3 py-1.5 text-ink-soft">{row.kind}</td>
                  <td className="px-3 py-1.5 text-right tabular-nums">{row.confirmations}</td>
                  <td className="px-3 py-1.5 text-right tabular-nums">{row.rejections}</td>
                  <td>
                    {!readOnly && (
                      <Button
                        look="ghost"
                        size="icon"
                        aria-label={`Forget ${row.term}`}
                        onClick={() => void drop(row.term)}
                      >
                        <X />
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && (
        <form onSubmit={onSubmit} aria-label="New word" className="grid gap-3">
          <div className="flex flex-wrap items-end gap-2">
            <Field label="What you say" className="min-w-32 flex-1">
              {(control) => (
                <Input
                  {...control}
                  value={term}
                  maxLength={100}
                  placeholder="the blue"
                  onChange={({ target }) => setTerm(target.value)}
                />
              )}
            </Field>
            <Field label="What it means" optional className="min-w-32 flex-1">
              {(control) => (
                <Input
                  {...control}
                  value={canonical}
                  maxLength={100}
                  placeholder="ultramarine"
                  onChange={({ target }) => setCanonical(target.value)}
                />
              )}
            </Field>
            <Select
              aria-label="Kind of word"
              value={kind}
              onChange={({ target }) => setKind(target.value)}
            >
              {kinds.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
            <Button type="submit" disabled={busy || term.trim() === ""}>
              Teach
            </Button>
          </div>
          <FormProblem problem={problem} />
        </form>
      )}
    </div>
  );
}
