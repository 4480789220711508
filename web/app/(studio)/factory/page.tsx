import type { Metadata } from "next";
import { Suspense } from "react";
import { NewOrderPage } from "@/rooms/factory/order/page";

export const metadata: Metadata = { title: "New order" };

export default function Page() {
  return (
    <Suspense>
      <NewOrderPage />
    </Suspense>
  );
}
