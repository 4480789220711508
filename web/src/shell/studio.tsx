"use client";

import { type ReactNode, Suspense } from "react";
import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { soon } from "@/patterns/soon";
import { useLiveProjects } from "@/rooms/projects/live/data";
import { SessionProvider } from "@/session/session";
import { ShortcutProvider } from "@/shortcuts/provider";
import { Commands } from "./commands";
import { MobileRail } from "./mobile-rail";
import { Rail } from "./rail";
import { StudioSkeleton } from "./studio-skeleton";

const Toaster = soon(() => import("@/patterns/toaster").then((file) => file.Toaster));

/** Everything around a page that needs to know who is here. */
export function Studio({ children }: { children: ReactNode }) {
  return (
    <ShortcutProvider>
      <SessionProvider
        waiting={
          <Delayed>
            <StudioSkeleton />
          </Delayed>
        }
        failed={(problem, retry) => (
          <main className="grid min-h-dvh place-items-center">
            <ErrorState what="The studio didn’t open" problem={problem} retry={retry} />
          </main>
        )}
      >
        <Suspense>
          <Frame>{children}</Frame>
        </Suspense>
      </SessionProvider>
      <Toaster />
    </ShortcutProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  useLiveProjects();
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#page"
        className="-translate-y-16 absolute top-2 left-2 z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Rail />
      <MobileRail />
      <main
        id="page"
        tabIndex={-1}
        className="flex min-w-0 flex-1 flex-col overflow-hidden bg-paper outline-none md:my-2 md:mr-2 md:rounded-xl md:border md:border-line md:shadow-lift"
      >
        {children}
      </main>
      <Commands />
    </div>
  );
}
