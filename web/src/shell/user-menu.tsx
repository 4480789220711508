"use client";

import { Keyboard, KeyRound, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { initials, pigmentOf } from "@/format/person";
import { useSession } from "@/session/session";
import { useRun } from "@/shortcuts/provider";
import { setTheme, useTheme } from "@/theme/theme";
import { isThemeChoice, themeChoices } from "@/theme/theme-choice";
import { Avatar } from "@/ui/avatar";
import { cn } from "@/ui/cn";
import { Kbd } from "@/ui/kbd";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/ui/menu";

const themeIcons = { light: Sun, dark: Moon, system: Monitor } as const;

export function UserMenu({ folded }: { folded: boolean }) {
  const { me } = useSession();
  const run = useRun();
  const { choice } = useTheme();
  const { user } = me;
  return (
    <Menu>
      <MenuTrigger
        aria-label={`${user.name}, your menu`}
        className={cn(
          "flex h-9 min-w-0 items-center gap-2.5 rounded-md text-left transition-colors hover:bg-press data-[state=open]:bg-press",
          folded ? "w-9 justify-center" : "flex-1 px-2",
        )}
      >
        <Avatar letters={initials(user.name)} color={`var(--${pigmentOf(user.id)})`} size="md" />
        {!folded && <span className="min-w-0 truncate text-ink-soft text-sm">{user.name}</span>}
      </MenuTrigger>
      <MenuContent align="start" side="top" className="w-60">
        <MenuLabel>
          @{user.username} · {user.email}
        </MenuLabel>
        <MenuItem onSelect={() => run("goProfile")}>
          <UserRound />
          Profile
        </MenuItem>
        <MenuItem onSelect={() => run("goApiKeys")}>
          <KeyRound />
          API keys
        </MenuItem>
        <MenuItem onSelect={() => run("help")}>
          <Keyboard />
          Keyboard shortcuts
          <Kbd caps={["?"]} className="ml-auto" />
        </MenuItem>
        <MenuSeparator />
        <MenuRadioGroup
          aria-label="Theme"
          value={choice}
          onValueChange={(value) => {
            if (isThemeChoice(value)) setTheme(value);
          }}
        >
          {themeChoices.map(({ value, label }) => {
            const Icon = themeIcons[value];
            return (
              <MenuRadioItem key={value} value={value}>
                <Icon />
                {label}
              </MenuRadioItem>
            );
          })}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => run("signOut")}>
          <LogOut />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
