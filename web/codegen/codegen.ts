import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../docs/reference/schema.graphql",
  documents: ["../src/**/*.graphql"],
  generates: {
    "../src/graphql/generated/": {
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
          AuditEntryId: "string",
          JobId: "string",
          ProjectId: "string",
          TenantId: "string",
          UserId: "string",
          Timestamp: "string",
        },
      },
    },
  },
};

export default config;
