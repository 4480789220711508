"use client";

import { Toaster as Base } from "sonner";
import { useTheme } from "@/theme/theme";

export function Toaster() {
  const { theme } = useTheme();
  return (
    <Base
      theme={theme}
      position="bottom-right"
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full sm:w-88 items-center gap-3 rounded-lg border border-line bg-sheet px-4 py-3 text-sm text-ink shadow-float",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-ink-soft",
          icon: "text-danger-text",
          actionButton:
            "h-7 shrink-0 rounded-md px-2 font-medium text-accent-text text-sm hover:bg-accent-wash",
          closeButton:
            "order-last size-6 shrink-0 rounded-md text-ink-faint hover:bg-press grid place-items-center",
        },
      }}
    />
  );
}
