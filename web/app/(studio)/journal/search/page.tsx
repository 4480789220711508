import type { Metadata } from "next";
import { Suspense } from "react";
import { SearchPage } from "@/rooms/journal/search/page";

export const metadata: Metadata = { title: "Search" };

export default function Page() {
  return (
    <Suspense>
      <SearchPage />
    </Suspense>
  );
}
