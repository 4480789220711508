import type { Metadata } from "next";
import { Suspense } from "react";
import { StreamPage } from "@/rooms/journal/stream/page";

export const metadata: Metadata = { title: "Journal" };

export default function Page() {
  return (
    <Suspense>
      <StreamPage />
    </Suspense>
  );
}
