"use client";

import { useRouter } from "next/navigation";
import { type Ref, useImperativeHandle, useState } from "react";
import type { PromptInput } from "@/graphql/generated/factory/graphql";
import { FormProblem } from "@/patterns/form-problem";
import { soon } from "@/patterns/soon";
import { sayWith } from "@/patterns/toast";
import { useSubmit } from "@/patterns/use-submit";
import { factoryPaths } from "@/routing/factory";
import { useSession } from "@/session/session";
import { useIsMac } from "@/shortcuts/provider";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import { large } from "../money";
import { type Preview, usePlaceOrder } from "./data";
import { type Draft, newOrder } from "./draft";
import type { ParameterField } from "./fields";
import { SubmitKey } from "./submit-key";
import { needsConsent, summaryOf, tooMany } from "./summary";

const Consent = soon(() => import("./consent").then((file) => file.Consent));
const SaveTemplate = soon(() => import("./save-template").then((file) => file.SaveTemplate));

/** No order has more, whoever agrees to it. */
const mostItems = 1_000_000n;

export interface PlaceBarHandle {
  place: () => void;
}

interface PlaceBarProps {
  ref: Ref<PlaceBarHandle>;
  draft: Draft;
  fields: readonly ParameterField[];
  input: PromptInput | null;
  preview: Preview | null;
  isNow: boolean;
  refused: boolean;
  onLimit: (limit: number) => void;
  onSample: (sample: string) => void;
}

/** What the order is and costs, always in sight, and the way to place it. */
export function PlaceBar(props: PlaceBarProps) {
  const { ref, draft, fields, input, preview, isNow, refused, onLimit, onSample } = props;
  const { can } = useSession();
  const mac = useIsMac();
  const router = useRouter();
  const placeOrder = usePlaceOrder();
  const [keys] = useState(() => new SubmitKey());
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const { submit, busy, problem } = useSubmit(async () => {
    if (input === null) return;
    const order = await placeOrder(newOrder(draft, input, keys.of({ draft, input })));
    keys.placed();
    const path = factoryPaths.orderOf(order.id);
    sayWith("The order is placed", "Open", () => router.push(path));
  });
  const isRight = preview !== null && isNow && preview.errors.length === 0 && !refused;
  const ready = isRight && !busy && preview.count !== "0" && can("order.place");
  const place = () => {
    if (!ready) return;
    if (needsConsent(preview)) setAsking(true);
    else void submit();
  };
  useImperativeHandle(ref, () => ({ place }));
  const over = preview === null || !isNow ? null : tooMany(preview);
  const { things, cost, time } = preview ? summaryOf(preview) : { things: "", cost: "", time: "" };

  return (
    <footer className="grid shrink-0 gap-2 border-line border-t bg-sheet px-4 py-2.5 md:px-6">
      <FormProblem problem={problem} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 basis-48 text-sm tabular-nums">
          {over !== null ? (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-danger-text">
                {large(over)} items; {large(String(preview?.limit ?? 0))} are allowed unasked.
              </span>
              {BigInt(over) <= mostItems && (
                <Button size="sm" onClick={() => onLimit(Number(over))}>
                  Allow {large(over)}
                </Button>
              )}
              <Button size="sm" onClick={() => onSample("100")}>
                Take 100 by chance
              </Button>
            </span>
          ) : preview === null ? (
            <span className="text-ink-faint">
              {input === null ? "Nothing to order yet" : "Counting…"}
            </span>
          ) : preview.errors.length > 0 ? (
            <span className="text-danger-text">
              {preview.errors.length === 1
                ? "One thing in the text is wrong."
                : `${preview.errors.length} things in the text are wrong.`}
            </span>
          ) : (
            <>
              <span className="font-medium">{things}</span>
              <span className="text-ink-soft">
                {[cost, time].filter(Boolean).map((part) => ` · ${part}`)}
              </span>
            </>
          )}
        </p>
        <div className="flex justify-end gap-2 max-sm:w-full">
          {can("lookup.edit") && (
            <Button look="ghost" onClick={() => setSaving(true)} disabled={draft.prompt === ""}>
              Save as template
            </Button>
          )}
          {can("order.place") && (
            <Button look="solid" aria-disabled={!ready} onClick={place}>
              Place order
              <Kbd caps={mac ? ["⌘", "↵"] : ["Ctrl", "↵"]} className="max-md:hidden" />
            </Button>
          )}
        </div>
      </div>
      {preview !== null && (
        <Consent
          open={asking}
          onOpenChange={setAsking}
          preview={preview}
          onConfirm={() => {
            setAsking(false);
            void submit();
          }}
        />
      )}
      <SaveTemplate open={saving} onOpenChange={setSaving} draft={draft} fields={fields} />
    </footer>
  );
}
