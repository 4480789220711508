"use client";

import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { say } from "@/patterns/toast";
import { useSession } from "@/session/session";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import { ApiKeyRow } from "./api-key-row";
import { type ApiKey, useApiKeyChanges, useApiKeys } from "./data";

const CreateApiKeyDialog = soon(() =>
  import("./create-api-key").then((file) => file.CreateApiKeyDialog),
);
const ConfirmDialog = soon(() =>
  import("@/patterns/confirm-dialog").then((file) => file.ConfirmDialog),
);

export function ApiKeys() {
  const { can } = useSession();
  return can("api_key.manage") ? <OwnKeys /> : <NoKeys />;
}

function NoKeys() {
  const { me } = useSession();
  return (
    <EmptyState title="Keys are for makers">
      <p>
        As a viewer of {me.tenant.name} you can’t make API keys here. An owner can change your role.
      </p>
    </EmptyState>
  );
}

function OwnKeys() {
  const { me } = useSession();
  const { apiKeys, problem, retry } = useApiKeys();
  const { revoke } = useApiKeyChanges();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const empty = apiKeys?.length === 0;
  const createButton = (
    <Button look="solid" onClick={() => setCreating(true)}>
      <Plus />
      New API key
    </Button>
  );

  return (
    <div className={empty ? undefined : "max-w-3xl py-8"}>
      {problem !== undefined ? (
        <ErrorState what="The keys didn’t load" problem={problem} retry={retry} />
      ) : apiKeys === undefined ? (
        <Delayed>
          <Skeleton className="h-3.5 w-1/2" />
        </Delayed>
      ) : empty ? (
        <EmptyState
          title="No keys yet"
          art={<KeyRound aria-hidden className="size-8 text-ink-faint" strokeWidth={1.25} />}
          actions={createButton}
        >
          <p>
            A key lets a program act for you in {me.tenant.name}: a script that files scans, a CI
            job, an agent. It can do no more than its role.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-md text-ink-soft">
              Programs that act for you in {me.tenant.name}. Revoke what you no longer use.
            </p>
            {createButton}
          </div>
          <ul aria-label="API keys" className="mt-6 rounded-lg border border-line bg-sheet">
            {apiKeys.map((apiKey) => (
              <ApiKeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => setRevoking(apiKey)} />
            ))}
          </ul>
        </>
      )}
      <CreateApiKeyDialog open={creating} onOpenChange={setCreating} />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title={`Revoke “${revoking?.name ?? ""}”?`}
        action="Revoke key"
        onConfirm={async () => {
          if (revoking === null) return;
          await revoke(revoking.id);
          say(`Revoked “${revoking.name}”`);
        }}
      >
        <p>Programs that use it are refused from now on. A revoked key can’t be brought back.</p>
      </ConfirmDialog>
    </div>
  );
}
