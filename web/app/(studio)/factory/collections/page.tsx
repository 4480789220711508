import type { Metadata } from "next";
import { Suspense } from "react";
import { CollectionsPage } from "@/rooms/factory/collections/page";

export const metadata: Metadata = { title: "Collections" };

export default function Page() {
  return (
    <Suspense>
      <CollectionsPage />
    </Suspense>
  );
}
