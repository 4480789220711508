import type { Metadata } from "next";
import { Suspense } from "react";
import { LookupsPage } from "@/rooms/factory/lookups/page";

export const metadata: Metadata = { title: "Lookups" };

export default function Page() {
  return (
    <Suspense>
      <LookupsPage />
    </Suspense>
  );
}
