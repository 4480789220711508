"use client";

import { Delayed } from "@/patterns/delayed";
import { ErrorState } from "@/patterns/error-state";
import { SettingsSection } from "@/patterns/settings-section";
import { useSession } from "@/session/session";
import { Skeleton } from "@/ui/skeleton";
import { FactoryFrame } from "../frame";
import { useLiveFactory } from "../live/data";
import { useFactorySettings } from "./data";
import { type Kind, kindOf } from "./kinds";
import { SettingField } from "./setting-field";

const sections: readonly { id: Kind["section"]; title: string; text: string }[] = [
  { id: "keeping", title: "Keeping", text: "How long things stay before they go for good." },
  { id: "orders", title: "Orders", text: "What an order may be without anybody agreeing to more." },
  { id: "others", title: "Others", text: "What the server needs to know." },
];

/** Limits and time spans of the factory, for the whole studio. */
export function FactorySettings() {
  useLiveFactory();
  const { can } = useSession();
  const { settings, problem, retry } = useFactorySettings();
  const readOnly = !can("factory.settings");
  return (
    <FactoryFrame title="Factory settings">
      <div className="mx-auto max-w-4xl px-4 md:px-8">
        {problem !== undefined ? (
          <ErrorState what="The settings didn’t load" problem={problem} retry={retry} />
        ) : settings === undefined ? (
          <div className="py-8">
            <Delayed>
              <Skeleton className="h-3.5 w-1/2" />
            </Delayed>
          </div>
        ) : (
          sections.map(({ id, title, text }) => {
            const here = settings.filter(({ key }) => kindOf(key).section === id);
            return (
              here.length > 0 && (
                <SettingsSection key={id} title={title} text={text}>
                  <div className="grid gap-5">
                    {here.map((setting) => (
                      <SettingField
                        key={`${setting.key} ${JSON.stringify(setting.value)}`}
                        setting={setting}
                        readOnly={readOnly}
                      />
                    ))}
                  </div>
                </SettingsSection>
              )
            );
          })
        )}
      </div>
    </FactoryFrame>
  );
}
