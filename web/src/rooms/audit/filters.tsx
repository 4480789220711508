"use client";

import { useMembers } from "@/session/data";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";

interface FiltersProps {
  query: URLSearchParams;
  setQuery: (change: Record<string, string | null>) => void;
}

const nouns = ["project", "member", "api_key", "session", "user", "profile", "tenant", "job"];

/** The filters live in the address, so that a filtered trail can be shared. */
export function AuditFilters({ query, setQuery }: FiltersProps) {
  const { members } = useMembers();
  const value = (name: string) => query.get(name) ?? "";
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label="Who"
        value={value("actor")}
        onChange={(event) => setQuery({ actor: event.target.value })}
      >
        <option value="">Everybody</option>
        {members?.map(({ user }) => (
          <option key={user.id} value={user.id}>
            {user.name}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Action"
        value={value("action")}
        onChange={(event) => setQuery({ action: event.target.value })}
      >
        <option value="">All actions</option>
        {nouns.map((noun) => (
          <option key={noun} value={noun}>
            {noun.replace("_", " ")}
          </option>
        ))}
      </Select>
      <Input
        aria-label="Target id"
        placeholder="Target id"
        className="max-w-56"
        value={value("target")}
        onChange={(event) => setQuery({ target: event.target.value.trim() })}
      />
      <Input
        aria-label="From"
        type="date"
        className="max-w-40"
        value={value("from")}
        onChange={(event) => setQuery({ from: event.target.value })}
      />
      <Input
        aria-label="Before"
        type="date"
        className="max-w-40"
        value={value("to")}
        onChange={(event) => setQuery({ to: event.target.value })}
      />
    </div>
  );
}
