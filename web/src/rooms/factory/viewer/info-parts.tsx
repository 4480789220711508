import { Plus, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/patterns/copy-button";
import { Button } from "@/ui/button";
import type { FactRow } from "./facts";

interface PartProps {
  title: string;
  tools?: ReactNode;
  children: ReactNode;
}

export function Part({ title, tools, children }: PartProps) {
  return (
    <section className="grid gap-1.5">
      <h2 className="flex min-h-7 items-center justify-between text-ink-faint text-xs">
        {title}
        {tools}
      </h2>
      {children}
    </section>
  );
}

/** A text with a button that copies it; nothing where there is none. */
export function Words({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <Part title={title} tools={<CopyButton text={text} label={`Copy: ${title}`} />}>
      <p className="whitespace-pre-wrap break-words">{text}</p>
    </Part>
  );
}

interface ChipProps {
  name: string;
  href: string;
  onTakeOff: (() => void) | undefined;
}

export function Chip({ name, href, onTakeOff }: ChipProps) {
  return (
    <li className="flex h-7 max-w-full items-center rounded-full border border-line-strong pl-2.5 text-xs">
      <Link href={href} prefetch={false} className="truncate pr-2 hover:underline">
        {name}
      </Link>
      {onTakeOff !== undefined && (
        <button
          type="button"
          aria-label={`Take “${name}” off`}
          onClick={onTakeOff}
          className="grid size-6 shrink-0 place-items-center rounded-full text-ink-faint hover:bg-press"
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </li>
  );
}

export function Add({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <li>
      <Button look="ghost" size="icon" aria-label={label} title={label} onClick={onAdd}>
        <Plus />
      </Button>
    </li>
  );
}

interface FactsProps {
  title: string;
  rows: readonly FactRow[];
  /** What the button copies, as JSON. */
  copy?: unknown;
  link?: { href: string; name: string };
}

export function Facts({ title, rows, copy, link }: FactsProps) {
  if (rows.length === 0) return null;
  const tools = copy !== undefined && (
    <CopyButton text={JSON.stringify(copy, null, 2)} label={`Copy: ${title}`} />
  );
  return (
    <Part title={title} tools={tools}>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="min-w-0 break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {link !== undefined && (
        <Link href={link.href} prefetch={false} className="text-accent-text underline">
          {link.name}
        </Link>
      )}
    </Part>
  );
}
