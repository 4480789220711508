import { type FieldFunctionOptions, InMemoryCache, type Reference } from "@apollo/client/cache";

interface Connection {
  nodes: readonly Reference[];
  pageInfo: unknown;
}

/** Adds a page that was asked for with `after`; anything else replaces what was there. */
function mergePages(
  existing: Connection | undefined,
  incoming: Connection,
  { args }: FieldFunctionOptions,
): Connection {
  if (existing === undefined || args?.after === undefined || args.after === null) return incoming;
  const known = new Set(existing.nodes.map((node) => node.__ref));
  const fresh = incoming.nodes.filter((node) => !known.has(node.__ref));
  return { ...incoming, nodes: [...existing.nodes, ...fresh] };
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          // One list a view, however many pages of it have been read.
          projects: { keyArgs: ["state", "owner"], merge: mergePages },
          members: { keyArgs: [], merge: mergePages },
          // A project met in a list opens without waiting for the server.
          project: {
            read: (existing, { args, toReference }) =>
              existing ?? toReference({ __typename: "Project", id: args?.id as string }),
          },
        },
      },
      // Someone's role differs from tenant to tenant, and a cache is one tenant's.
      Member: { keyFields: ["user", ["id"]] },
      Membership: { keyFields: ["tenant", ["id"]] },
      // Documents as a whole: the server replaces them, so half of an old one must not stay.
      User: { fields: { preferences: { merge: false } } },
      Project: { fields: { settings: { merge: false } } },
      Me: { keyFields: [] },
    },
  });
}
