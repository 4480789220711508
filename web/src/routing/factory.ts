/** The addresses of the factory; apart from the others, so that only its pages carry them. */
export const factoryPaths = {
  order: () => "/factory",
  /** The order form, filled in as an order was. */
  orderFrom: (order: string) => `/factory?from=${encodeURIComponent(order)}`,
  orderFromTemplate: (template: string) => `/factory?template=${encodeURIComponent(template)}`,
  orders: () => "/factory/orders",
  orderOf: (id: string) => `/factory/orders/${encodeURIComponent(id)}`,
  grid: (id: string) => `/factory/orders/${encodeURIComponent(id)}?tab=grid`,
  floor: () => "/factory/floor",
  gallery: (product?: string) =>
    product === undefined
      ? "/factory/gallery"
      : `/factory/gallery?view=${encodeURIComponent(product)}`,
  compare: (products: readonly string[]) =>
    `/factory/compare?products=${products.map(encodeURIComponent).join(",")}`,
  imports: () => "/factory/import",
  bin: () => "/factory/bin",
  collections: () => "/factory/collections",
  collection: (id: string) => `/factory/collections/${encodeURIComponent(id)}`,
  templates: () => "/factory/templates",
  lookups: () => "/factory/lookups",
  providers: () => "/factory/providers",
  settings: () => "/factory/settings",
} as const;
