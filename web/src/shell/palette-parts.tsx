import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  value: string;
  onSelect: () => void;
  children: ReactNode;
}

export function Item({ value, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-9 items-center gap-3 rounded-md px-2 text-sm data-[selected=true]:bg-press"
    >
      {children}
    </Command.Item>
  );
}

/** A page that the palette opens. */
export interface Page {
  label: string;
  /** What people call it: who types one of these means the page. */
  names: readonly string[];
  path: string;
  icon: LucideIcon;
}

interface PageItemProps {
  page: Page;
  onChoose: (path: string) => void;
}

export function PageItem({ page: { label, path, icon: Icon }, onChoose }: PageItemProps) {
  return (
    <Item value={path} onSelect={() => onChoose(path)}>
      <Icon aria-hidden className="size-3.5 text-ink-faint" />
      {label}
    </Item>
  );
}
