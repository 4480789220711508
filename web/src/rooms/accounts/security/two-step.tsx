"use client";

import { FormProblem } from "@/patterns/form-problem";
import { RestProvider } from "@/rest/provider";
import { useTwoStep } from "@/rest/two-step";
import { Skeleton } from "@/ui/skeleton";
import { SetUp } from "./set-up";
import { WhenOn } from "./when-on";

export function TwoStep() {
  return (
    <RestProvider>
      <Panel />
    </RestProvider>
  );
}

function Panel() {
  const status = useTwoStep();
  if (status.data === undefined) {
    return status.error === null ? (
      <Skeleton className="h-8 w-40" />
    ) : (
      <FormProblem problem={status.error} />
    );
  }
  return status.data.on ? (
    <WhenOn since={status.data.since} codesLeft={status.data.recovery_codes_left} />
  ) : (
    <SetUp />
  );
}
