import type { Metadata } from "next";
import { Suspense } from "react";
import { OrderPage } from "@/rooms/factory/orders/order/page";

export const metadata: Metadata = { title: "Order" };

/** The export holds one page for every order; the server answers with it for any id. */
export const generateStaticParams = () => [{ id: "_" }];

export default function Page() {
  return (
    <Suspense>
      <OrderPage />
    </Suspense>
  );
}
