"use client";

import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { ButtonLink } from "@/ui/button-link";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useProviders } from "../providers/data";
import { modelOf } from "./choice";
import { OrderForm } from "./order-form";
import { TemplateMenu } from "./template-menu";
import { useBeginning } from "./use-beginning";

/** One text, the model that reads it, and what will come of it, before anything is paid for. */
export function NewOrder() {
  useLiveFactory();
  const { can } = useSession();
  const { providers, problem, retry } = useProviders();
  const beginning = useBeginning();
  const begins = beginning.begins;
  const canManage = can("provider.edit");
  return (
    <FactoryFrame title="New order" still actions={<TemplateMenu />}>
      {problem !== undefined ? (
        <ErrorState what="The providers didn’t load" problem={problem} retry={retry} />
      ) : beginning.problem !== undefined ? (
        <ErrorState
          what="What you begin with didn’t load"
          problem={beginning.problem}
          retry={beginning.retry}
        />
      ) : providers === undefined || begins === undefined ? (
        <div className="p-6">
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        </div>
      ) : modelOf(providers, begins.draft) === null ? (
        <EmptyState
          title="Nobody to order from"
          actions={
            canManage && (
              <ButtonLink href={factoryPaths.providers()} look="solid">
                Choose a provider
              </ButtonLink>
            )
          }
        >
          <p>
            Pictures come from providers: a service with your key, a program on your own machine, or
            the studio’s built-in drawing. None of them is on.
          </p>
          {!canManage && <p>Ask an owner of this studio to turn one on.</p>}
        </EmptyState>
      ) : (
        <OrderForm key={begins.key} begins={begins.draft} providers={providers} />
      )}
    </FactoryFrame>
  );
}
