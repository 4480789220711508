import { save } from "./save";

export type ExportFormat = "zip" | "csv" | "sheet";

/** The server exports so many at once. */
export const exportable = 1000;

const endings: Readonly<Record<ExportFormat, string>> = {
  zip: "products.zip",
  csv: "products.csv",
  sheet: "contact-sheet.jpg",
};

/** Saves products as one file; false where the server refuses. */
export function saveProducts(
  tenant: string,
  ids: readonly string[],
  format: ExportFormat,
): Promise<boolean> {
  // Ids have no sign that would have to be encoded, and the address is long as it is.
  return save(
    `/api/v1/factory/export?format=${format}&ids=${ids.join(",")}`,
    tenant,
    endings[format],
  );
}

/** Saves the file of a product, with what it was made from in it; false where the server refuses. */
export function saveProduct(tenant: string, id: string): Promise<boolean> {
  return save(`/api/v1/factory/products/${id}/file`, tenant);
}
