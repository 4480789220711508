"use client";

import { UserMinus } from "lucide-react";
import { initials, pigmentOf } from "@/format/person";
import { TimeAgo } from "@/patterns/time-ago";
import type { Member } from "@/session/data";
import { roleLabel, roles } from "@/session/permissions";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";

interface MemberRowProps {
  member: Member;
  self: boolean;
  canManage: boolean;
  onRole: (role: Member["role"]) => void;
  onRemove: () => void;
}

export function MemberRow({ member, self, canManage, onRole, onRemove }: MemberRowProps) {
  const { user, role, joinedAt } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <Avatar letters={initials(user.name)} color={`var(--${pigmentOf(user.id)})`} size="xl" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{user.name}</span>
          {self && <Badge>You</Badge>}
        </p>
        <p className="truncate text-ink-faint text-xs">
          @{user.username} · {user.email}
        </p>
      </div>
      <TimeAgo at={joinedAt} className="w-16 text-right text-ink-faint text-xs max-sm:hidden" />
      {canManage ? (
        <>
          <Select
            aria-label={`Role of ${user.name}`}
            value={role}
            onChange={(event) => onRole(event.target.value as Member["role"])}
            className="w-28"
          >
            {roles.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
          <Button
            look="ghost"
            size="iconLg"
            aria-label={self ? "Leave" : `Remove ${user.name}`}
            title={self ? "Leave" : "Remove"}
            onClick={onRemove}
          >
            <UserMinus />
          </Button>
        </>
      ) : (
        <span className="w-28 text-ink-soft">{roleLabel(role)}</span>
      )}
    </li>
  );
}
