import type { DocumentNode } from "graphql";
import type { FactoryEntity } from "@/graphql/generated/factory/graphql";

/** The fields of the query that show something of an entity. */
const affected: Readonly<Record<FactoryEntity, readonly string[]>> = {
  ORDER: ["order", "orders", "lanes", "queue"],
  ORDER_ITEM: ["order", "orders", "orderItem", "lanes", "queue"],
  PRODUCT: [
    "product",
    "products",
    "productCount",
    "productDays",
    "similarProducts",
    "collection",
    "collections",
    "tags",
    "order",
    "orderItem",
  ],
  COLLECTION: ["collection", "collections", "products", "productCount", "productDays", "product"],
  TAG: ["tags", "products", "product"],
  ORDER_TEMPLATE: ["orderTemplates"],
  LOOKUP: ["lookups", "expandPrompt"],
  PROVIDER: ["providers", "lanes"],
  SETTING: ["factorySettings"],
};

/** The fields to read anew; null stands for everything, because news was missed. */
export function fieldsOf(entity: FactoryEntity | null | undefined): readonly string[] {
  return entity === null || entity === undefined
    ? Object.values(affected).flat()
    : affected[entity];
}

/** Whether a document asks for one of the fields. */
export function asksFor(document: DocumentNode, fields: ReadonlySet<string>): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === "OperationDefinition" &&
      definition.operation === "query" &&
      definition.selectionSet.selections.some(
        (selection) => selection.kind === "Field" && fields.has(selection.name.value),
      ),
  );
}
