import type { Metadata } from "next";
import { Suspense } from "react";
import { ComparePage } from "@/rooms/factory/compare/page";

export const metadata: Metadata = { title: "Compare" };

export default function Page() {
  return (
    <Suspense>
      <ComparePage />
    </Suspense>
  );
}
