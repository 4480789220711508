"use client";

import { Frame, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { soon } from "@/patterns/soon";
import { rooms } from "@/rooms/registry";
import { paths } from "@/routing/paths";
import { caps } from "@/shortcuts/match";
import { useIsMac, useRun } from "@/shortcuts/provider";
import { cn } from "@/ui/cn";
import { Kbd } from "@/ui/kbd";
import { RailEntry } from "./rail-entry";

const TenantMenu = soon(
  () => import("./tenant-menu").then((file) => file.TenantMenu),
  <span className="block h-11" />,
);
const JobsTray = soon(
  () => import("@/rooms/jobs/tray").then((file) => file.JobsTray),
  <span className="block h-8" />,
);
const UserMenu = soon(
  () => import("./user-menu").then((file) => file.UserMenu),
  <span className="block h-9 flex-1" />,
);

interface RailContentProps {
  folded: boolean;
  /** What stands beside the person at the foot. */
  children?: ReactNode;
}

export function RailContent({ folded, children }: RailContentProps) {
  const pathname = usePathname();
  const run = useRun();
  const mac = useIsMac();
  const lit = rooms.filter(({ path }) => path !== null);
  const unlit = rooms.filter(({ path }) => path === null);
  return (
    <div className={cn("flex min-h-0 flex-1 flex-col gap-1 p-2", folded && "items-center")}>
      <TenantMenu folded={folded} />
      <button
        type="button"
        aria-label="Search and run commands"
        aria-keyshortcuts={mac ? "Meta+K" : "Control+K"}
        onClick={() => run("palette")}
        className={cn(
          "mt-1 mb-2 flex h-8 items-center gap-2.5 rounded-md border border-line-strong bg-paper text-ink-faint text-sm shadow-lift transition-colors hover:border-edge hover:text-ink-soft",
          folded ? "w-8 justify-center" : "px-2",
        )}
      >
        <Search aria-hidden className="size-4 shrink-0" />
        {!folded && (
          <>
            <span className="flex-1 text-left">Search</span>
            <Kbd caps={caps("mod+k", mac)} className="max-md:hidden" />
          </>
        )}
      </button>
      <nav aria-label="Main" className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
        <ul className="grid gap-0.5">
          <RailEntry
            name="Projects"
            icon={Frame}
            path={paths.projects()}
            current={pathname.startsWith(paths.projects())}
            folded={folded}
          />
          {lit.map(({ id, name, icon, path }) => (
            <RailEntry
              key={id}
              name={name}
              icon={icon}
              path={path}
              current={path !== null && pathname.startsWith(path)}
              folded={folded}
            />
          ))}
        </ul>
        <h2 className={cn("mt-5 mb-1 px-2 text-2xs text-ink-faint", folded && "sr-only")}>Rooms</h2>
        <ul className={cn("grid gap-0.5", folded && "border-line border-t pt-2")}>
          {unlit.map(({ id, name, icon, path }) => (
            <RailEntry key={id} name={name} icon={icon} path={path} folded={folded} />
          ))}
        </ul>
      </nav>
      <JobsTray folded={folded} />
      <div className={cn("flex items-center gap-1", folded && "flex-col-reverse")}>
        <UserMenu folded={folded} />
        {children}
      </div>
    </div>
  );
}
