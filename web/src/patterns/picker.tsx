"use client";

import { Command } from "cmdk";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Dialog, DialogContent } from "@/ui/dialog";
import { fuzzyRank } from "./fuzzy";

interface Choice {
  id: string;
  name: string;
  /** How often it was chosen, or something else that is short. */
  note?: string;
}

interface PickerProps {
  title: string;
  placeholder: string;
  choices: readonly Choice[];
  onPick: (choice: Choice) => void;
  /** Makes a new one of what was typed; without it only what is there can be chosen. */
  onCreate?: (name: string) => void;
  onClose: () => void;
}

const shown = 50;
const item =
  "flex min-h-9 select-none items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-press";

/** Asks for one of many things by some letters of its name. */
export function Picker({ title, placeholder, choices, onPick, onCreate, onClose }: PickerProps) {
  const [text, setText] = useState("");
  const name = text.trim();
  const found = fuzzyRank(choices, name, (choice) => choice.name).slice(0, shown);
  const isNew = name !== "" && !choices.some((choice) => choice.name === name);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={title} titleHidden className="overflow-hidden">
        <Command shouldFilter={false} loop label={title}>
          <Command.Input
            value={text}
            onValueChange={setText}
            placeholder={placeholder}
            maxLength={100}
            className="h-12 w-full border-line border-b bg-transparent px-4 text-base outline-none max-sm:text-[1rem]"
          />
          <Command.List
            label={title}
            className="scroll-quiet max-h-[min(22rem,55vh)] overflow-y-auto p-2"
          >
            {found.map((choice) => (
              <Command.Item
                key={choice.id}
                value={choice.id}
                onSelect={() => onPick(choice)}
                className={item}
              >
                <span className="truncate">{choice.name}</span>
                {choice.note !== undefined && (
                  <span className="ml-auto shrink-0 text-ink-faint text-xs">{choice.note}</span>
                )}
              </Command.Item>
            ))}
            {isNew && onCreate !== undefined && (
              <Command.Item value="new" onSelect={() => onCreate(name)} className={item}>
                <Plus aria-hidden className="size-4 text-ink-faint" />
                <span className="truncate">New: “{name}”</span>
              </Command.Item>
            )}
            {found.length === 0 && !(isNew && onCreate !== undefined) && (
              <Command.Empty className="px-2.5 py-3 text-ink-soft text-sm">
                {name === "" ? "There are none yet." : "None is called that."}
              </Command.Empty>
            )}
          </Command.List>
        </Command>
      </DialogContent>
    </Dialog>
  );
}
