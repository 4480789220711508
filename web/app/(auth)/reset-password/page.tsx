import type { Metadata } from "next";
import { ResetPassword } from "@/rooms/accounts/reset-password";

export const metadata: Metadata = { title: "New password" };

export default function Page() {
  return <ResetPassword />;
}
