"use client";

import { ago, moment } from "@/format/time";
import { useNow } from "@/patterns/use-now";
import { roleLabel } from "@/session/permissions";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import type { ApiKey } from "./data";

interface ApiKeyRowProps {
  apiKey: ApiKey;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps) {
  const now = useNow();
  const { name, prefix, role, createdAt, expiresAt, lastUsedAt } = apiKey;
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now;
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          <Badge>{roleLabel(role)}</Badge>
          {expired && <Badge look="caution">Expired</Badge>}
        </p>
        <p className="mt-0.5 text-ink-faint text-xs">
          <code className="font-mono">{prefix}…</code>
          {` · created ${moment(createdAt)}`}
          {expiresAt !== null && !expired && ` · until ${moment(expiresAt)}`}
          {` · ${lastUsedAt === null ? "never used" : `last used ${spoken(ago(lastUsedAt, now))}`}`}
        </p>
      </div>
      <Button look="quietDanger" size="sm" onClick={onRevoke} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
    </li>
  );
}

/** `5m` reads as `5m ago`, while `now` and a date stand for themselves. */
function spoken(age: string): string {
  return /^\d+[mhd]$/.test(age) ? `${age} ago` : age;
}
