"use client";

import { attempt } from "@/patterns/attempt";
import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { say, sayUndoable } from "@/patterns/toast";
import { useListKeys } from "@/patterns/use-list-keys";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { type OrderTemplatePatch, type Template, useTemplateChanges, useTemplates } from "./data";
import { TemplateRow } from "./template-row";

/** Orders worth placing again, by the names that people gave them. */
export function Templates() {
  useLiveFactory();
  const { can } = useSession();
  const { templates, problem, retry } = useTemplates();
  const changes = useTemplateChanges();
  const keys = useListKeys("templates");
  const readOnly = !can("lookup.edit");

  const onChange = (template: Template, patch: OrderTemplatePatch) =>
    attempt("The template wasn’t changed", async () => {
      const result = await changes.update(template, patch);
      if ("theirs" in result) say("Somebody changed the template first; look once more");
    });
  const putBack = ({ name, description, provider, model, parameterSet, projectId }: Template) =>
    attempt("The template wasn’t brought back", async () => {
      await changes.create({ name, description, provider, model, parameterSet, projectId });
    });
  const onDelete = (template: Template) =>
    attempt("The template wasn’t deleted", async () => {
      keys.stepAway();
      await changes.remove(template.id);
      sayUndoable(`“${template.name}” is deleted`, () => void putBack(template));
    });

  return (
    <FactoryFrame title="Templates">
      <div className="mx-auto grid max-w-5xl gap-3 px-3 py-4 md:px-6">
        {problem !== undefined ? (
          <ErrorState what="The templates didn’t load" problem={problem} retry={retry} />
        ) : templates === undefined ? (
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        ) : templates.length === 0 ? (
          <EmptyState
            title="No templates yet"
            actions={
              can("order.place") && (
                <ButtonLink href={factoryPaths.order()}>Fill in an order</ButtonLink>
              )
            }
          >
            <p>
              A template keeps a prompt with its brackets, its model and its parameters. Fill in an
              order, then save it as a template to place it again with other words.
            </p>
          </EmptyState>
        ) : (
          <ul ref={keys.list} aria-label="Templates" className="grid">
            {templates.map((template) => (
              <TemplateRow
                key={template.id}
                template={template}
                readOnly={readOnly}
                canOrder={can("order.place")}
                onChange={(patch) => void onChange(template, patch)}
                onDelete={() => void onDelete(template)}
              />
            ))}
          </ul>
        )}
      </div>
    </FactoryFrame>
  );
}
