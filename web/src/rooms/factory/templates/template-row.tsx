"use client";

import { Trash2 } from "lucide-react";
import { InlineText } from "@/patterns/inline-text";
import { factoryPaths } from "@/routing/factory";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import type { OrderTemplatePatch, Template } from "./data";

interface TemplateRowProps {
  template: Template;
  readOnly: boolean;
  canOrder: boolean;
  onChange: (patch: OrderTemplatePatch) => void;
  onDelete: () => void;
}

export function TemplateRow(props: TemplateRowProps) {
  const { template, readOnly, canOrder, onChange, onDelete } = props;
  const { id, name, description, provider, model, usageCount } = template;
  return (
    <li className="grid gap-x-4 gap-y-1 border-line border-b px-2 py-3 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid min-w-0 gap-0.5">
        <InlineText
          label={`Name of ${name}`}
          value={name}
          readOnly={readOnly}
          maxLength={200}
          refuse={(text) => (text === "" ? "A template needs a name." : null)}
          onCommit={(text) => onChange({ name: text })}
          className="font-medium text-sm"
        />
        <InlineText
          label={`What ${name} is for`}
          value={description}
          readOnly={readOnly}
          multiline
          maxLength={2000}
          placeholder="What it is for"
          onCommit={(text) => onChange({ description: text })}
          className="text-ink-soft text-sm"
        />
        <p className="line-clamp-2 break-words font-mono text-xs">{promptOf(template)}</p>
        <p className="text-ink-faint text-xs tabular-nums">
          {provider}, {model}
          {usageCount > 0 && ` · used ${usageCount === 1 ? "once" : `${usageCount} times`}`}
        </p>
      </div>
      <div className="flex items-start gap-1">
        {canOrder && (
          <ButtonLink href={factoryPaths.orderFromTemplate(id)} prefetch={false} data-row={id}>
            Order<span className="sr-only"> from {name}</span>
          </ButtonLink>
        )}
        {!readOnly && (
          <Button look="ghost" size="iconLg" aria-label={`Delete ${name}`} onClick={onDelete}>
            <Trash2 />
          </Button>
        )}
      </div>
    </li>
  );
}

function promptOf({ parameterSet }: Template): string {
  const set = parameterSet as Readonly<Record<string, unknown>> | null;
  return typeof set?.prompt === "string" ? set.prompt : "";
}
