import { type ReactNode, useId } from "react";

interface SettingsSectionProps {
  title: string;
  text: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="grid gap-x-10 gap-y-4 border-line border-b py-8 last:border-b-0 md:grid-cols-[14rem_minmax(0,26rem)]"
    >
      <header>
        <h2 id={heading} className="font-semibold text-sm">
          {title}
        </h2>
        <p className="mt-1 break-words text-ink-faint text-xs">{text}</p>
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
