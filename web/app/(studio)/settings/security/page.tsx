import type { Metadata } from "next";
import { Security } from "@/rooms/accounts/security/security";

export const metadata: Metadata = { title: "Security" };

export default function Page() {
  return <Security />;
}
