import type { ReactNode } from "react";
import { Mark } from "@/patterns/mark";
import { NorthLight } from "./north-light";

export function AuthFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-paper lg:grid-cols-[minmax(28rem,5fr)_7fr]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <p className="flex items-center gap-2.5">
          <Mark className="size-7" />
          <span className="display text-xl">Atelier</span>
        </p>
        <div className="m-auto w-full max-w-sm py-12">{children}</div>
      </main>
      <NorthLight />
    </div>
  );
}
