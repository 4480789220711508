"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/patterns/page-header";
import { useInSight } from "@/patterns/use-in-sight";
import { cn } from "@/ui/cn";

interface RoomPage {
  label: string;
  path: string;
}

export interface FrameProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  /** For a page that scrolls by itself. */
  still?: boolean;
}

interface RoomFrameProps extends FrameProps {
  name: string;
  /** The first is the room itself. */
  pages: readonly RoomPage[];
}

/** A page of a room: its title, the way to the other pages, and what it shows. */
export function RoomFrame({ name, pages, title, actions, children, still }: RoomFrameProps) {
  const root = pages[0]?.path;
  const pathname = usePathname();
  const row = useInSight<HTMLElement>(pathname, "[aria-current]");
  return (
    <>
      <PageHeader actions={actions}>
        <h1 className="display truncate text-xl">{title}</h1>
      </PageHeader>
      <nav
        ref={row}
        aria-label={name}
        className="shrink-0 overflow-x-auto border-line border-b px-2 [scrollbar-width:none] max-md:mask-r-from-[calc(100%-2.5rem)] md:px-4"
      >
        <ul className="flex w-max gap-1 py-1.5 max-md:pr-8">
          {pages.map(({ label, path }) => {
            const current = pathname === path || (path !== root && pathname.startsWith(`${path}/`));
            return (
              <li key={path}>
                <Link
                  href={path}
                  prefetch={false}
                  aria-current={current ? "page" : undefined}
                  className={cn(
                    "flex h-7 items-center whitespace-nowrap rounded-md px-2.5 text-sm transition-colors -outline-offset-2 hover:bg-press",
                    current ? "bg-press font-medium text-ink" : "text-ink-soft",
                  )}
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      {still ? (
        children
      ) : (
        <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">{children}</div>
      )}
    </>
  );
}
