import type { Metadata } from "next";
import { Suspense } from "react";
import { BinPage } from "@/rooms/factory/bin/page";

export const metadata: Metadata = { title: "Bin" };

export default function Page() {
  return (
    <Suspense>
      <BinPage />
    </Suspense>
  );
}
