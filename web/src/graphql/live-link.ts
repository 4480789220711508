import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";

/**
 * All subscriptions of a tab over one WebSocket. Each as a response of its own would hold one of
 * the six connections that a browser opens to a server without TLS: two tabs would use them up and
 * every later request would wait. Whoever subscribes also subscribes again, so a lost socket is
 * reported rather than mended here.
 */
export function createLiveLink(tenant: string | null): GraphQLWsLink {
  return new GraphQLWsLink(
    createClient({
      url: "/graphql",
      retryAttempts: 0,
      ...(tenant !== null && { connectionParams: { tenant } }),
    }),
  );
}
