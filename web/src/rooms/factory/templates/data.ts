"use client";

import { useMemo } from "react";
import {
  CreateOrderTemplateDocument,
  DeleteOrderTemplateDocument,
  type NewOrderTemplate,
  type OrderTemplatePatch,
  OrderTemplatesDocument,
  type TemplateFactsFragment,
  UpdateOrderTemplateDocument,
} from "@/graphql/generated/factory/graphql";
import { type Outcome, outcome, useChange, useRead } from "../api/data";

export type Template = TemplateFactsFragment;
export type { NewOrderTemplate, OrderTemplatePatch };

export function useTemplates(projectId: string | null = null) {
  const { data, problem, retry } = useRead(OrderTemplatesDocument, { projectId });
  return { templates: data?.orderTemplates, problem, retry };
}

export function useTemplateChanges() {
  const change = useChange();
  return useMemo(
    () => ({
      create: async (input: NewOrderTemplate): Promise<Template> =>
        (
          await change(
            CreateOrderTemplateDocument,
            { input },
            { update: (cache) => cache.evict({ id: "ROOT_QUERY", fieldName: "orderTemplates" }) },
          )
        ).createOrderTemplate,
      update: async (
        { id, version }: Template,
        patch: OrderTemplatePatch,
      ): Promise<Outcome<Template>> => {
        const data = await change(UpdateOrderTemplateDocument, { id, version, patch });
        return outcome<Template>(data.updateOrderTemplate);
      },
      remove: async (id: string): Promise<void> => {
        await change(
          DeleteOrderTemplateDocument,
          { id },
          {
            update: (cache) => {
              cache.evict({ id: cache.identify({ __typename: "OrderTemplate", id }) ?? "" });
              cache.gc();
            },
          },
        );
      },
    }),
    [change],
  );
}
