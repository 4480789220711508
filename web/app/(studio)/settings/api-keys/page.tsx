import type { Metadata } from "next";
import { ApiKeys } from "@/rooms/accounts/api-keys/api-keys";

export const metadata: Metadata = { title: "API keys" };

export default function Page() {
  return <ApiKeys />;
}
