"use client";

import { type FormEvent, useRef } from "react";
import { FormProblem } from "@/patterns/form-problem";
import { say } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { explain } from "@/problem/problem";
import type { Member } from "@/session/data";
import { roles } from "@/session/permissions";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";

interface AddMemberProps {
  onAdd: (login: string, role: Member["role"]) => Promise<void>;
}

export function AddMember({ onAdd }: AddMemberProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, busy, problem } = useSubmit(async (login: string, role: Member["role"]) => {
    await onAdd(login, role);
    form.current?.reset();
    say(`Added ${login}`);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void submit(String(data.get("login")).trim(), data.get("role") as Member["role"]);
  };
  const aboutLogin = problem?.code === "user_not_found" || problem?.code === "already_member";
  const loginError =
    problem !== undefined && aboutLogin ? explain(problem) : problem?.field("login");

  return (
    <form ref={form} onSubmit={onSubmit} className="grid gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Add by email or username" error={loginError} className="min-w-52 flex-1">
          {(control) => (
            <Input
              {...control}
              name="login"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
          )}
        </Field>
        <Field label="Role">
          {(control) => (
            <Select {...control} name="role" defaultValue="MEMBER" className="w-28">
              {roles.map(({ value, label, means }) => (
                <option key={value} value={value} title={means}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" look="solid" disabled={busy} className="mt-6.5">
          Add member
        </Button>
      </div>
      {!aboutLogin && <FormProblem problem={problem} fields={["login", "role"]} />}
    </form>
  );
}
