"use client";

import { Download } from "lucide-react";
import { CopyButton } from "@/patterns/copy-button";
import { Button } from "@/ui/button";

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Codes that are shown this once. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="grid gap-4">
      <p role="status" className="text-ink-soft text-sm">
        Keep these recovery codes where your phone is not. Each signs you in once, without the app.
        They are shown this once.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md border border-line-strong bg-paper p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="solid" onClick={onDone}>
          I have kept them
        </Button>
        <Button onClick={() => download(text)}>
          <Download />
          Download
        </Button>
        <CopyButton text={text} label="Copy the codes" />
      </div>
    </div>
  );
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "atelier-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
