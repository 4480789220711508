import { MicOff } from "lucide-react";
import { Coded } from "@/patterns/coded";
import { useSpeech } from "./data";

/** Says plainly that speech can't be read here, what is missing, and how to get it. */
export function SpeechNotice() {
  const speech = useSpeech();
  if (speech === undefined || speech.available) return null;
  return (
    <aside
      aria-label="Speech"
      className="flex gap-3 rounded-lg border border-line-strong bg-wash px-4 py-3 text-sm"
    >
      <MicOff aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">Speech isn’t read on this server yet.</p>
        <p className="break-words text-ink-soft">
          <Coded text={speech.howToGet} />
        </p>
        {speech.missing.length > 0 && (
          <details className="text-ink-soft text-xs">
            <summary className="cursor-default">What is missing</summary>
            <ul className="mt-1 list-disc pl-5 font-mono">
              {speech.missing.map((file) => (
                <li key={file} className="break-all">
                  {file}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </aside>
  );
}
