"use client";

import { caps } from "@/shortcuts/match";
import { useIsMac } from "@/shortcuts/provider";
import { shortcutList } from "@/shortcuts/registry";
import { localKeys, shortcutGroups, shortcutWords } from "@/shortcuts/words";
import { Dialog, DialogBody, DialogContent } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ShortcutSheet({ open, onOpenChange }: ShortcutSheetProps) {
  const mac = useIsMac();
  const bound = shortcutList
    .filter(({ keys }) => keys.length > 0)
    .map(({ id, keys }) => ({ ...shortcutWords[id], keys }));
  const all: typeof localKeys = [...bound, ...localKeys];
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent width="lg" title="Keyboard shortcuts">
        <DialogBody className="gap-x-10 gap-y-6 sm:grid-cols-2">
          {shortcutGroups.map((group) => (
            <section key={group} className="grid content-start first:row-span-2">
              <h3 className="mb-1 font-semibold text-sm">{group}</h3>
              <dl>
                {all
                  .filter((shortcut) => shortcut.group === group)
                  .map(({ label, keys }) => (
                    <div
                      key={label}
                      className="flex min-h-8 items-center justify-between gap-4 border-line border-b last:border-b-0"
                    >
                      <dt className="text-ink-soft">{label}</dt>
                      <dd className="flex shrink-0 gap-2">
                        <span className="sr-only">{keys.join(" or ")}</span>
                        {keys.map((key) => (
                          <Kbd key={key} caps={caps(key, mac)} />
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
