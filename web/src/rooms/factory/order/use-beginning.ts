"use client";

import { useState } from "react";
import type { Problem } from "@/problem/problem";
import { useQuery } from "@/routing/use-query";
import { useSession } from "@/session/session";
import { useFactorySettings } from "../settings/data";
import { useTemplates } from "../templates/data";
import { useOrderToEdit } from "./data";
import { type Draft, empty, fromOrder, fromTemplate, type Syntax } from "./draft";
import { keptDraft } from "./kept";

interface Beginning {
  /** Undefined while it is being read. */
  begins: { key: string; draft: Draft } | undefined;
  problem: Problem | undefined;
  retry: () => void;
}

/** What the form begins with: an order or a template that the address names, or what was kept. */
export function useBeginning(): Beginning {
  const { me } = useSession();
  const { query } = useQuery();
  const from = query.get("from");
  const template = query.get("template");
  const [written] = useState(() => keptDraft(me.tenant.id));
  const usual = useUsualSyntax(written !== null);
  const kept = written ?? (usual && { ...empty, syntax: usual });
  const edited = useOrderToEdit(from);
  const { templates, problem, retry } = useTemplates();
  if (from !== null) {
    const { order } = edited;
    // An order that isn't there (any more) leaves the form as it was.
    const draft = order === null ? kept : order && fromOrder(order);
    return {
      begins: draft && { key: from, draft },
      problem: edited.problem,
      retry: edited.retry,
    };
  }
  if (template !== null) {
    const found = templates?.find(({ id }) => id === template);
    const draft = found ? fromTemplate(found) : templates && kept;
    return { begins: draft && { key: template, draft }, problem, retry };
  }
  return { begins: kept && { key: "kept", draft: kept }, problem: undefined, retry };
}

const syntaxes: Readonly<Record<string, Syntax>> = {
  expando: "EXPANDO",
  dynamicprompts: "DYNAMIC_PROMPTS",
  plain: "PLAIN",
};

/** The syntax that the studio begins with; undefined while it is being read. */
function useUsualSyntax(skip: boolean): Syntax | undefined {
  const { settings, problem } = useFactorySettings(skip);
  if (settings === undefined) return problem === undefined ? undefined : "EXPANDO";
  const setting = settings.find(({ key }) => key === "expansion.syntax");
  return syntaxes[String(setting?.value)] ?? "EXPANDO";
}
