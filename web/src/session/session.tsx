"use client";

import { usePathname, useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { createClient } from "@/graphql/client";
import { GraphqlProvider } from "@/graphql/provider";
import type { Problem } from "@/problem/problem";
import { noteSignedIn } from "@/rest/hint";
import { paths } from "@/routing/paths";
import { adoptTheme } from "@/theme/theme";
import { type Me, useMe } from "./data";
import type { Permission } from "./permissions";
import { chooseTenant, chosenTenant, leaveTenant, onTenantChange } from "./tenant";

interface Session {
  me: Me;
  can: (permission: Permission) => boolean;
  switchTenant: (id: string) => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionProvider around it");
  return session;
}

interface SessionProviderProps {
  children: ReactNode;
  /** Shown until it is known who is here. */
  waiting: ReactNode;
  failed: (problem: Problem, retry: () => void) => ReactNode;
}

/** Only a browser knows its tenant, so the exported HTML holds the waiting page. */
export function SessionProvider(props: SessionProviderProps) {
  const tenant = useSyncExternalStore(onTenantChange, chosenTenant, () => undefined);
  if (tenant === undefined) return props.waiting;
  return <TenantSession key={tenant} tenant={tenant} {...props} />;
}

function TenantSession({ tenant, ...props }: SessionProviderProps & { tenant: string | null }) {
  const router = useRouter();
  const client = useMemo(() => {
    // Several answers may say so, and only the first knows where we were.
    let ended = false;
    const onSessionEnd = () => {
      if (ended) return;
      ended = true;
      noteSignedIn(false);
      router.replace(paths.signIn(window.location.pathname + window.location.search));
    };
    return createClient({ tenant, onSessionEnd, onTenantLost: leaveTenant });
  }, [tenant, router]);
  return (
    <GraphqlProvider client={client}>
      <MeSession {...props} />
    </GraphqlProvider>
  );
}

function MeSession({ children, waiting, failed }: SessionProviderProps) {
  const { me, problem, retry } = useMe();
  const router = useRouter();
  const pathname = usePathname();

  const switchTenant = useCallback(
    (id: string) => {
      // A record belongs to one tenant, so its page means nothing in the next one.
      if (pathname.startsWith(paths.project(""))) router.push(paths.projects());
      chooseTenant(id);
    },
    [pathname, router],
  );

  const session = useMemo<Session | null>(() => {
    if (me === undefined) return null;
    const allowed = new Set(me.permissions);
    return { me, can: (permission) => allowed.has(permission), switchTenant };
  }, [me, switchTenant]);

  const studio = firstStudio(me);
  useEffect(() => {
    if (studio !== undefined) chooseTenant(studio);
  }, [studio]);

  const theme = preferredTheme(me);
  useEffect(() => adoptTheme(theme), [theme]);

  if (problem !== undefined) return failed(problem, retry);
  if (session === null || studio !== undefined) return waiting;
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Where somebody begins who never chose: with others, if they belong to an organisation. */
function firstStudio(me: Me | undefined): string | undefined {
  if (me === undefined || chosenTenant() !== null) return undefined;
  return me.memberships.find(({ tenant }) => tenant.kind === "ORGANISATION")?.tenant.id;
}

function preferredTheme(me: Me | undefined): unknown {
  const preferences = me?.user.preferences;
  return typeof preferences === "object" && preferences !== null && "theme" in preferences
    ? preferences.theme
    : undefined;
}
