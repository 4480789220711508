"use client";

import { Check, Download, RefreshCw, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { attempt } from "@/patterns/attempt";
import { ConfirmDialog } from "@/patterns/confirm-dialog";
import { say } from "@/patterns/toast";
import { sentence } from "@/problem/problem";
import { saveAsset } from "@/rest/assets";
import { useSession } from "@/session/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Textarea } from "@/ui/input";
import { Select } from "@/ui/select";
import { useProjectChoices } from "../stream/data";
import { type Asset, type AssetPatch, useAssetChanges } from "./data";
import { Facts } from "./facts";

/** Everything that is known about a file. */
export function Details({ asset, onGone }: { asset: Asset; onGone: () => void }) {
  const { me, can } = useSession();
  const { update, redo, remove } = useAssetChanges();
  const choices = useProjectChoices();
  const [deleting, setDeleting] = useState(false);
  const readOnly = !can("asset.edit");
  const download = async () => {
    const saved = await saveAsset(me.tenant.id, asset.id, asset.fileName);
    if (!saved) say("The file could not be saved");
  };
  const change = (patch: AssetPatch) =>
    attempt("The file wasn’t changed", async () => {
      const result = await update(asset, patch);
      if ("theirs" in result) say("Somebody changed this file first; look once more");
    });
  return (
    <aside
      aria-label="About the file"
      className="scroll-quiet grid content-start gap-5 overflow-y-auto border-line p-5 text-sm max-lg:border-t lg:border-l"
    >
      {asset.state === "FAILED" && (
        <div
          role="alert"
          className="grid justify-items-start gap-2 rounded-md bg-danger-wash px-3 py-2 text-danger-text"
        >
          {sentence(asset.error ?? "It could not be read.")} The file itself is kept.
          <Button size="sm" onClick={() => void attempt("It isn’t read again", () => redo(asset))}>
            <RefreshCw /> Read it again
          </Button>
        </div>
      )}
      {asset.state === "READY" && asset.error && (
        <p role="note" className="rounded-md bg-wash px-3 py-2 text-ink-soft">
          {sentence(asset.error)}
        </p>
      )}
      {asset.type === "IMAGE" && (
        <AltText key={asset.version} asset={asset} readOnly={readOnly} onChange={change} />
      )}
      <Part title="Piece">
        <Select
          aria-label="Piece"
          value={asset.projectId ?? ""}
          disabled={readOnly}
          onChange={({ target }) => void change({ projectId: target.value || null })}
          className="w-full"
        >
          <option value="">None</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Part>
      {asset.colours.length > 0 && (
        <Part title="Colours">
          <ul className="flex flex-wrap gap-x-3 gap-y-1">
            {asset.colours.map(({ hex, name }) => (
              <li key={hex} className="flex items-center gap-1.5 text-xs">
                <span
                  aria-hidden
                  style={{ backgroundColor: hex }}
                  className="size-3.5 rounded-[0.1875rem] inset-ring inset-ring-ink/15"
                />
                {name || hex}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {asset.ocr !== "" && (
        <Part title="Text in it">
          <p className="scroll-quiet max-h-40 overflow-y-auto whitespace-pre-wrap break-words text-ink-soft">
            {asset.ocr}
          </p>
        </Part>
      )}
      <Facts asset={asset} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void download()}>
          <Download /> Download
        </Button>
        {!readOnly && (
          <Button look="quietDanger" onClick={() => setDeleting(true)}>
            <Trash2 /> Delete
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete the file?"
        action="Delete"
        onConfirm={async () => {
          await remove(asset);
          onGone();
        }}
      >
        <p>“{asset.fileName}” and what was read from it are deleted.</p>
      </ConfirmDialog>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h2 className="text-ink-faint text-xs">{title}</h2>
      {children}
    </section>
  );
}

interface AltTextProps {
  asset: Asset;
  readOnly: boolean;
  onChange: (patch: AssetPatch) => Promise<boolean>;
}

/** What a person who doesn't see the picture is told. A draft waits until somebody agrees. */
function AltText({ asset, readOnly, onChange }: AltTextProps) {
  const [text, setText] = useState(asset.alt);
  const changed = text.trim() !== asset.alt;
  const isDraft = asset.altStatus === "DRAFT";
  return (
    <section className="grid gap-1.5">
      <h2 id="alt" className="flex items-center gap-2 text-ink-faint text-xs">
        Description {isDraft && <Badge look="caution">draft</Badge>}
      </h2>
      <Textarea
        aria-labelledby="alt"
        value={text}
        readOnly={readOnly}
        maxLength={1000}
        onChange={({ target }) => setText(target.value)}
      />
      {!readOnly && (isDraft || changed) && (
        <Button
          size="sm"
          look="solid"
          className="justify-self-start"
          disabled={text.trim() === ""}
          onClick={() => void onChange({ ...(changed && { alt: text.trim() }), approveAlt: true })}
        >
          <Check /> {changed ? "Save and approve" : "Approve"}
        </Button>
      )}
    </section>
  );
}
