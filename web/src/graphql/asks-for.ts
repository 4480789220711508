import type { DocumentNode } from "graphql";

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
