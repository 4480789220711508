"use client";

import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { called, fuzzyRank } from "@/patterns/fuzzy";
import { Swatch } from "@/patterns/swatch";
import { useProjects } from "@/rooms/projects/data";
import { paths } from "@/routing/paths";
import { useSession } from "@/session/session";
import { caps } from "@/shortcuts/match";
import { useIsMac, useRun } from "@/shortcuts/provider";
import { type ShortcutId, shortcuts } from "@/shortcuts/registry";
import { shortcutWords } from "@/shortcuts/words";
import { Dialog, DialogContent } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";
import { factoryPages, PaletteFactory } from "./palette-factory";
import { journalPages, PaletteJournal } from "./palette-journal";
import { Group, Item, PageItem } from "./palette-parts";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function Palette({ open, onOpenChange }: PaletteProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="Search and run commands"
        titleHidden
        width="md"
        className="overflow-hidden"
      >
        <PaletteBody onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

const commands: readonly ShortcutId[] = [
  "create",
  "goProjects",
  "goJournal",
  "goFactory",
  "goArchive",
  "goProfile",
  "goMembers",
  "goApiKeys",
  "createOrganisation",
  "theme",
  "rail",
  "help",
  "signOut",
];
const projectsAtOnce = 8;
const pages = [...factoryPages, ...journalPages];

function PaletteBody({ onDone }: { onDone: () => void }) {
  const [query, setQuery] = useState("");
  const { me, can, switchTenant } = useSession();
  const { projects = [] } = useProjects({ state: "ACTIVE" });
  const router = useRouter();
  const run = useRun();
  const mac = useIsMac();

  const allowed = commands.filter(
    (id) =>
      (id !== "create" || can("project.create")) &&
      (id !== "createOrganisation" || can("tenant.create")),
  );
  // Who types the name of a page means the page, and not what has the same letters in it.
  const meant = called(pages, query, ({ names }) => names);
  const foundProjects = fuzzyRank(projects, query, ({ name, type }) => `${name} ${type}`);
  const foundCommands = fuzzyRank(allowed, query, (id) => shortcutWords[id].label);
  const others = me.memberships.filter(({ tenant }) => tenant.id !== me.tenant.id);
  const foundTenants = fuzzyRank(others, query, ({ tenant }) => `Switch to ${tenant.name}`);

  // The palette closes and gives the focus back first; what was chosen may then take it.
  const choose = (act: () => void) => {
    onDone();
    setTimeout(act, 0);
  };
  const go = (path: string) => choose(() => router.push(path));

  return (
    <Command shouldFilter={false} loop label="Search and run commands">
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Find a project or do something…"
          className="h-13 w-full bg-transparent text-base outline-none max-sm:text-[1rem]"
        />
      </div>
      <Command.List
        label="What was found"
        className="scroll-quiet max-h-[min(26rem,60vh)] overflow-y-auto p-2"
      >
        {meant.length > 0 && (
          <Group heading="Pages">
            {meant.map((page) => (
              <PageItem key={page.path} page={page} onChoose={go} />
            ))}
          </Group>
        )}
        {foundProjects.length > 0 && (
          <Group heading={query === "" ? "Recent projects" : "Projects"}>
            {foundProjects.slice(0, query === "" ? 5 : projectsAtOnce).map((project) => (
              <Item
                key={project.id}
                value={project.id}
                onSelect={() => go(paths.project(project.id))}
              >
                <Swatch of={project.type} />
                <span className="truncate">{project.name}</span>
                <span className="ml-auto shrink-0 text-ink-faint text-xs">{project.type}</span>
              </Item>
            ))}
          </Group>
        )}
        {foundCommands.length > 0 && (
          <Group heading="Commands">
            {foundCommands.map((id) => (
              <Item key={id} value={id} onSelect={() => choose(() => run(id))}>
                <CornerDownLeft aria-hidden className="size-3.5 text-ink-faint" />
                {shortcutWords[id].label}
                {shortcuts[id].keys[0] !== undefined && (
                  <Kbd caps={caps(shortcuts[id].keys[0], mac)} className="ml-auto" />
                )}
              </Item>
            ))}
          </Group>
        )}
        {foundTenants.length > 0 && (
          <Group heading="Organisations">
            {foundTenants.map(({ tenant }) => (
              <Item
                key={tenant.id}
                value={tenant.id}
                onSelect={() => choose(() => switchTenant(tenant.id))}
              >
                <Swatch of={tenant.id} />
                Switch to {tenant.name}
              </Item>
            ))}
          </Group>
        )}
        <PaletteFactory query={query} without={meant} onChoose={go} />
        <PaletteJournal query={query} without={meant} onChoose={go} />
      </Command.List>
    </Command>
  );
}
