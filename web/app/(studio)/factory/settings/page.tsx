import type { Metadata } from "next";
import { Suspense } from "react";
import { FactorySettingsPage } from "@/rooms/factory/settings/page";

export const metadata: Metadata = { title: "Factory settings" };

export default function Page() {
  return (
    <Suspense>
      <FactorySettingsPage />
    </Suspense>
  );
}
