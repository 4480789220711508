import type { Metadata } from "next";
import { Profile } from "@/rooms/accounts/profile";

export const metadata: Metadata = { title: "Profile" };

export default function Page() {
  return <Profile />;
}
