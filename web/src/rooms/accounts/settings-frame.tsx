"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/patterns/page-header";
import { paths } from "@/routing/paths";
import { useSession } from "@/session/session";
import { cn } from "@/ui/cn";

const pages = [
  { path: paths.profile(), label: "Profile" },
  { path: paths.security(), label: "Security" },
  { path: paths.members(), label: "Members" },
  { path: paths.apiKeys(), label: "API keys" },
  { path: paths.audit(), label: "Audit" },
] as const;

/** Pages about the person, whichever tenant they are in. */
const own: readonly string[] = [paths.profile(), paths.security()];

export function SettingsFrame({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const { me } = useSession();
  const page = pages.find(({ path }) => path === pathname);
  return (
    <>
      <PageHeader>
        <h1 className="display text-xl">{page?.label ?? "Settings"}</h1>
        {page !== undefined && !own.includes(page.path) && (
          <span className="truncate text-ink-faint text-sm">{me.tenant.name}</span>
        )}
      </PageHeader>
      <nav
        aria-label="Settings"
        className="flex shrink-0 gap-1 border-line border-b px-3 py-2 md:px-5"
      >
        {pages.map(({ path, label }) => (
          <Link
            key={path}
            href={path}
            aria-current={path === pathname ? "page" : undefined}
            className={cn(
              "rounded-md px-2.5 py-1 transition-colors hover:bg-press hover:text-ink",
              path === pathname ? "bg-press font-medium text-ink" : "text-ink-soft",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 md:px-8">{children}</div>
    </>
  );
}
