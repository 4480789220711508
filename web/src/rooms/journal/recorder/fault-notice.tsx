import { MicOff } from "lucide-react";
import type { MicrophoneFault } from "./microphone";

const words: Readonly<Record<MicrophoneFault | "full", { what: string; help: string }>> = {
  denied: {
    what: "The browser doesn’t let this page listen.",
    help: "Allow the microphone for this address, in the browser’s site settings beside the address bar, and press Record again.",
  },
  none: {
    what: "There is no microphone.",
    help: "Connect one, or type the note below.",
  },
  busy: {
    what: "The microphone can’t be used right now.",
    help: "Another program may have it. Close that one and press Record again.",
  },
  insecure: {
    what: "Browsers give the microphone only to secure pages.",
    help: "Open the studio by https, or on the server’s own machine by localhost.",
  },
  unsupported: {
    what: "This browser can’t record.",
    help: "Use a current Firefox, Chrome, Edge or Safari, or type the note below.",
  },
  full: {
    what: "This browser has no room to keep a recording.",
    help: "A private window may forbid it, or the disk is full. Nothing was recorded.",
  },
};

export function FaultNotice({ fault }: { fault: MicrophoneFault | "full" }) {
  const { what, help } = words[fault];
  return (
    <div
      role="alert"
      className="flex gap-3 rounded-lg bg-caution-wash px-4 py-3 text-caution-text text-sm"
    >
      <MicOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p>
        <span className="font-medium">{what}</span> {help}
      </p>
    </div>
  );
}
