import type { Metadata } from "next";
import { Suspense } from "react";
import { InsightsViewPage } from "@/rooms/journal/insights/page";

export const metadata: Metadata = { title: "Insights" };

export default function Page() {
  return (
    <Suspense>
      <InsightsViewPage />
    </Suspense>
  );
}
