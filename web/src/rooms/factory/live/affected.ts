import type { FactoryEntity } from "@/graphql/generated/factory/graphql";

/** The fields of the query that show something of an entity. */
const affected: Readonly<Record<FactoryEntity, readonly string[]>> = {
  ORDER: ["order", "orders", "lanes", "line", "queue"],
  ORDER_ITEM: ["order", "orders", "orderItem", "lanes", "line", "queue"],
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

/** The fields to read anew; null stands for everything, because news may have been missed. */
export function fieldsOf(entity: FactoryEntity | null | undefined): readonly string[] {
  return entity === null || entity === undefined
    ? Object.values(affected).flat()
    : affected[entity];
}
