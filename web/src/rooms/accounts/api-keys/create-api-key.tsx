"use client";

import { type FormEvent, useState } from "react";
import { daysFrom } from "@/format/time";
import { CopyButton } from "@/patterns/copy-button";
import { FormProblem } from "@/patterns/form-problem";
import { useSubmit } from "@/patterns/use-submit";
import { rolesUpTo } from "@/session/permissions";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { useApiKeyChanges } from "./data";

interface CreateApiKeyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CreateApiKeyDialog({ open, onOpenChange }: CreateApiKeyDialogProps) {
  const [token, setToken] = useState<string | null>(null);
  const onOpen = (next: boolean) => {
    onOpenChange(next);
    if (!next) setToken(null);
  };
  return (
    <Dialog open={open} onOpenChange={onOpen}>
      {token === null ? (
        <DialogContent key="form" title="New API key">
          <CreateForm onCreated={setToken} />
        </DialogContent>
      ) : (
        <DialogContent
          key="token"
          title="Copy your key now"
          description="It is shown this once. Keep it like a password: whoever has it acts as you."
          onInteractOutside={(event) => event.preventDefault()}
        >
          <DialogBody>
            <div className="flex items-center gap-2 rounded-md border border-line-strong bg-paper py-1 pr-1 pl-3">
              <code
                data-test-id="api-key-token"
                className="min-w-0 flex-1 break-all font-mono text-xs"
              >
                {token}
              </code>
              <CopyButton text={token} label="Copy the key" />
            </div>
            <p className="text-ink-faint text-xs">
              Send it with each request: <code className="font-mono">Authorization: Bearer …</code>
            </p>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button look="solid">I have copied it</Button>
            </DialogClose>
          </DialogFooter>
        </DialogContent>
      )}
    </Dialog>
  );
}

const lifetimes = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "No end" },
] as const;

function CreateForm({ onCreated }: { onCreated: (token: string) => void }) {
  const { me } = useSession();
  const { create } = useApiKeyChanges();
  const offered = rolesUpTo(me.role);
  const { submit, busy, problem } = useSubmit(async (form: FormData) => {
    const days = Number(form.get("days"));
    const role = offered.find(({ value }) => value === form.get("role"))?.value ?? "VIEWER";
    onCreated(
      await create({
        name: String(form.get("name")).trim(),
        role,
        expiresAt: days > 0 ? daysFrom(Date.now(), days) : null,
      }),
    );
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={onSubmit} className="contents">
      <DialogBody>
        <Field label="Name" hint="What will use it." error={problem?.field("name")}>
          {(control) => <Input {...control} name="name" autoComplete="off" required />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Role" error={problem?.field("role")}>
            {(control) => (
              <Select {...control} name="role" defaultValue={offered.at(-1)?.value}>
                {offered.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Expires after" error={problem?.field("expiresAt")}>
            {(control) => (
              <Select {...control} name="days" defaultValue="90">
                {lifetimes.map(({ days, label }) => (
                  <option key={label} value={days ?? 0}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <FormProblem problem={problem} fields={["name", "role", "expiresAt"]} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button look="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="solid" disabled={busy}>
          Create key
        </Button>
      </DialogFooter>
    </form>
  );
}
