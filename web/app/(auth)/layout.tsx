import { type ReactNode, Suspense } from "react";
import { RestProvider } from "@/rest/provider";
import { AuthFrame } from "@/rooms/accounts/auth-frame";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <AuthFrame>
      <RestProvider>
        <Suspense>{children}</Suspense>
      </RestProvider>
    </AuthFrame>
  );
}
