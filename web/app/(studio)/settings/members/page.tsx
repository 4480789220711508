import type { Metadata } from "next";
import { Members } from "@/rooms/accounts/members/members";

export const metadata: Metadata = { title: "Members" };

export default function Page() {
  return <Members />;
}
