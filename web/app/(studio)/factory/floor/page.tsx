import type { Metadata } from "next";
import { Suspense } from "react";
import { FloorPage } from "@/rooms/factory/floor/page";

export const metadata: Metadata = { title: "Production floor" };

export default function Page() {
  return (
    <Suspense>
      <FloorPage />
    </Suspense>
  );
}
