"use client";

import { Archive, ArchiveRestore, Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/ui/menu";
import type { ProjectRow } from "./data";

/** Null stands for what this person may not do. */
interface DetailActionsProps {
  state: ProjectRow["state"];
  onShelve: (() => void) | null;
  onRename: (() => void) | null;
  onDelete: (() => void) | null;
  onCopyId: () => void;
}

export function DetailActions(props: DetailActionsProps) {
  const { state, onShelve, onRename, onDelete, onCopyId } = props;
  const mac = useIsMac();
  const archived = state === "ARCHIVED";
  return (
    <>
      {onShelve !== null && (
        <Button look="ghost" onClick={onShelve} aria-keyshortcuts="e" className="max-sm:hidden">
          {archived ? <ArchiveRestore /> : <Archive />}
          {archived ? "Restore" : "Archive"}
        </Button>
      )}
      <Menu>
        <MenuTrigger asChild>
          <Button look="ghost" size="iconLg" aria-label="More actions">
            <Ellipsis />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          {onRename !== null && (
            // The menu gives the focus back as it closes, so the name takes it after that.
            <MenuItem onSelect={() => setTimeout(onRename, 0)}>
              <Pencil />
              Rename
              <Kbd caps={["R"]} className="ml-auto" />
            </MenuItem>
          )}
          {onShelve !== null && (
            <MenuItem onSelect={onShelve}>
              {archived ? <ArchiveRestore /> : <Archive />}
              {archived ? "Restore" : "Archive"}
              <Kbd caps={["E"]} className="ml-auto" />
            </MenuItem>
          )}
          <MenuItem onSelect={onCopyId}>
            <Copy />
            Copy id
            <Kbd caps={caps("mod+.", mac)} className="ml-auto" />
          </MenuItem>
          {onDelete !== null && archived && (
            <>
              <MenuSeparator />
              <MenuItem danger onSelect={onDelete}>
                <Trash2 />
                Delete forever…
              </MenuItem>
            </>
          )}
        </MenuContent>
      </Menu>
    </>
  );
}
