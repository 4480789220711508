import type { Metadata } from "next";
import { SignUp } from "@/rooms/accounts/sign-up";

export const metadata: Metadata = { title: "Create an account" };

export default function Page() {
  return <SignUp />;
}
