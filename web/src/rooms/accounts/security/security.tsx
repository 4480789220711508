"use client";

import { SettingsSection } from "@/patterns/settings-section";
import { soon } from "@/patterns/soon";
import { Skeleton } from "@/ui/skeleton";

const TwoStep = soon(
  () => import("./two-step").then((part) => part.TwoStep),
  <Skeleton className="h-8 w-40" />,
);

export function Security() {
  return (
    <SettingsSection
      title="Two-step sign-in"
      text="After your password, a code from an app on your phone. API keys work without one: make them with the role and the end that they need."
    >
      <TwoStep />
    </SettingsSection>
  );
}
