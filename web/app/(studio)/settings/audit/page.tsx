import type { Metadata } from "next";
import { Suspense } from "react";
import { Audit } from "@/rooms/audit/audit";

export const metadata: Metadata = { title: "Audit" };

export default function Page() {
  return (
    <Suspense>
      <Audit />
    </Suspense>
  );
}
