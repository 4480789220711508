"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { sayProblem, undo } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { signOut } from "@/rest/accounts";
import { paths } from "@/routing/paths";
import { useSession } from "@/session/session";
import { forgetTenant } from "@/session/tenant";
import { useShortcut } from "@/shortcuts/provider";
import { setTheme, useTheme } from "@/theme/theme";

// What opens over the page is read when it is first asked for, not with the page.
const Palette = lazy(() => import("./palette").then((file) => ({ default: file.Palette })));
const ShortcutSheet = lazy(() =>
  import("./shortcut-sheet").then((file) => ({ default: file.ShortcutSheet })),
);
const CreateOrganisationDialog = lazy(() =>
  import("./create-organisation").then((file) => ({ default: file.CreateOrganisationDialog })),
);
const CreateProjectDialog = lazy(() =>
  import("@/rooms/projects/create-dialog").then((file) => ({ default: file.CreateProjectDialog })),
);

type Opened = "palette" | "help" | "project" | "organisation";

/** What can be done from anywhere: each is a shortcut, an entry of the palette, or both. */
export function Commands() {
  const { can } = useSession();
  const router = useRouter();
  const { theme } = useTheme();
  const [opened, setOpened] = useState<Opened | null>(null);
  // Once opened, a dialog stays mounted, so that it can leave gracefully.
  const [used, setUsed] = useState<ReadonlySet<Opened>>(new Set());
  const open = (what: Opened) => {
    setUsed((before) => new Set(before).add(what));
    setOpened(what);
  };
  const dialog = (what: Opened) => ({
    open: opened === what,
    onOpenChange: (isOpen: boolean) => (isOpen ? open(what) : setOpened(null)),
  });

  useShortcut("palette", () => (opened === "palette" ? setOpened(null) : open("palette")));
  useShortcut("help", () => open("help"));
  useShortcut("create", () => open("project"), can("project.create"));
  useShortcut("createOrganisation", () => open("organisation"), can("tenant.create"));
  useShortcut("undo", undo);
  useShortcut("goProjects", () => router.push(paths.projects()));
  useShortcut("goJournal", () => router.push(paths.journal()));
  useShortcut("goFactory", () => router.push(paths.factory()));
  useShortcut("goArchive", () => router.push(paths.projects({ state: "archived" })));
  useShortcut("goProfile", () => router.push(paths.profile()));
  useShortcut("goMembers", () => router.push(paths.members()));
  useShortcut("goApiKeys", () => router.push(paths.apiKeys()));
  useShortcut("theme", () => setTheme(theme === "dark" ? "light" : "dark"));
  useShortcut("signOut", () => {
    signOut()
      .then(() => {
        forgetTenant();
        router.replace(paths.signIn());
      })
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        sayProblem("You are still signed in", error);
      });
  });

  return (
    <Suspense>
      {used.has("palette") && <Palette {...dialog("palette")} />}
      {used.has("help") && <ShortcutSheet {...dialog("help")} />}
      {used.has("project") && <CreateProjectDialog {...dialog("project")} />}
      {used.has("organisation") && <CreateOrganisationDialog {...dialog("organisation")} />}
    </Suspense>
  );
}
