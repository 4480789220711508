import type { Metadata } from "next";
import { Suspense } from "react";
import { JournalSettingsPage } from "@/rooms/journal/settings/page";

export const metadata: Metadata = { title: "Journal settings" };

export default function Page() {
  return (
    <Suspense>
      <JournalSettingsPage />
    </Suspense>
  );
}
