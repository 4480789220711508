"use client";

import { Delayed } from "@/patterns/delayed";
import { EmptyState } from "@/patterns/empty-state";
import { ErrorState } from "@/patterns/error-state";
import { useSession } from "@/session/session";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useProviders } from "./data";
import { ProviderCard } from "./provider-card";

/** Who makes pictures for this studio: on or off, with which key, and how fast. */
export function Providers() {
  useLiveFactory();
  const { can } = useSession();
  const { providers, problem, retry } = useProviders();
  const readOnly = !can("provider.edit");
  return (
    <FactoryFrame title="Providers">
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-5 md:px-6">
        <p className="max-w-2xl text-ink-soft text-sm">
          Keys are sealed when they are stored and never shown again. Programs on your own machine
          need none.
          {readOnly && " Owners of this studio can change what is here."}
        </p>
        {problem !== undefined ? (
          <ErrorState what="The providers didn’t load" problem={problem} retry={retry} />
        ) : providers === undefined ? (
          <Delayed>
            <Skeleton className="h-3.5 w-1/2" />
          </Delayed>
        ) : providers.length === 0 ? (
          <EmptyState title="No providers">
            <p>This server knows nobody who makes pictures.</p>
          </EmptyState>
        ) : (
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {providers.map((provider) => (
              <li key={provider.id} className="grid min-w-0">
                <ProviderCard provider={provider} readOnly={readOnly} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </FactoryFrame>
  );
}
