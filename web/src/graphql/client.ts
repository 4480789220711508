import { ApolloClient, ApolloLink } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { HttpLink } from "@apollo/client/link/http";
import { OperationTypeNode } from "graphql";
import { from, switchMap } from "rxjs";
import { endsSession } from "@/problem/problem";
import { createCache } from "./cache";
import { toProblem } from "./to-problem";

interface ClientOptions {
  /** Null acts in the personal tenant. */
  tenant: string | null;
  onSessionEnd: () => void;
  onTenantLost: () => void;
}

/**
 * A client belongs to one tenant for its whole life: switching makes a new one, so an answer
 * that comes late can't land in the cache of another tenant.
 */
export function createClient({ tenant, onSessionEnd, onTenantLost }: ClientOptions): ApolloClient {
  const watch = new ErrorLink(({ error }) => {
    const { code } = toProblem(error);
    if (endsSession(code)) onSessionEnd();
    else if (code === "tenant_not_found") onTenantLost();
  });
  const http = new HttpLink({
    uri: "/graphql",
    credentials: "same-origin",
    headers: tenant === null ? {} : { "Atelier-Tenant": tenant },
  });
  let live: Promise<ApolloLink> | undefined;
  // It comes after the page, which can be read without it.
  const later = new ApolloLink((operation, forward) => {
    live ??= import("./live-link").then(
      ({ createLiveLink }) => createLiveLink(tenant),
      (reason: unknown) => {
        // It is fetched anew with the next attempt.
        live = undefined;
        throw reason;
      },
    );
    return from(live).pipe(switchMap((link) => link.request(operation, forward)));
  });
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    later,
    http,
  );
  return new ApolloClient({ link: ApolloLink.from([watch, transport]), cache: createCache() });
}
