import type { CodegenConfig } from "@graphql-codegen/cli";

/** How the types of one part are written. */
const part = {
  preset: "client",
  // Types flow through plain props: a fragment here is the unit that a screen and the cache share.
  presetConfig: { fragmentMasking: false },
  config: {
    enumsAsTypes: true,
    useTypeImports: true,
    defaultScalarType: "unknown",
    scalars: {
      ApiKeyId: "string",
      ActorId: "string",
      AssetId: "string",
      AuditEntryId: "string",
      CollectionId: "string",
      Date: "string",
      InspirationId: "string",
      JobId: "string",
      LogId: "string",
      LookupId: "string",
      MilestoneId: "string",
      OrderId: "string",
      OrderItemId: "string",
      OrderTemplateId: "string",
      ProductId: "string",
      ProjectId: "string",
      RecordingId: "string",
      TagId: "string",
      TenantId: "string",
      Timestamp: "string",
      UserId: "string",
    },
  },
} as const;

const journal = "../src/rooms/journal/**/*.graphql";
const factory = "../src/rooms/factory/**/*.graphql";

const config: CodegenConfig = {
  schema: "../../docs/reference/schema.graphql",
  generates: {
    "../src/graphql/generated/": {
      ...part,
      documents: ["../src/**/*.graphql", `!${journal}`, `!${factory}`],
    },
    // Every page reads the documents of its file, so a room has one of its own.
    "../src/graphql/generated/journal/": { ...part, documents: [journal] },
    "../src/graphql/generated/factory/": { ...part, documents: [factory] },
  },
};

export default config;
