import type { Metadata } from "next";
import { Suspense } from "react";
import { ProvidersPage } from "@/rooms/factory/providers/page";

export const metadata: Metadata = { title: "Providers" };

export default function Page() {
  return (
    <Suspense>
      <ProvidersPage />
    </Suspense>
  );
}
