import { endsSession, explain, type Problem } from "@/problem/problem";

/**
 * Toasts come after something was done, so their code needn't hold up the page. But it must not wait
 * until it is needed: what a toast most has to say is that the server is gone.
 */
const begun = typeof window === "undefined" ? null : import("sonner");
begun?.catch(() => undefined);
const loading = () => begun ?? import("sonner");

let undoLast: (() => void) | null = null;

export function say(message: string) {
  void loading().then(({ toast }) => toast(message));
}

/** Says what was done and offers to go and look at it. */
export function sayWith(message: string, label: string, look: () => void) {
  void loading().then(({ toast }) =>
    toast(message, { action: { label, onClick: look }, duration: 8000 }),
  );
}

/**
 * Says what was done and offers to take it back, for as long as the toast stays. The answer takes it
 * back as well, also later; it says whether it did, which it does once.
 */
export function sayUndoable(message: string, undo: () => void): () => boolean {
  const forget = () => {
    if (undoLast === run) undoLast = null;
  };
  let id: string | number | undefined;
  let taken = false;
  const run = () => {
    if (taken) return false;
    taken = true;
    forget();
    void loading().then(({ toast }) => toast.dismiss(id));
    undo();
    return true;
  };
  undoLast = run;
  void loading().then(({ toast }) => {
    id = toast(message, {
      action: { label: "Undo", onClick: run },
      duration: 8000,
      onDismiss: forget,
      onAutoClose: forget,
    });
  });
  return run;
}

/** Takes back the latest thing that can still be taken back. */
export function undo() {
  undoLast?.();
}

/** Says what failed; not that the session ended, since signing in is then on the screen. */
export function sayProblem(what: string, problem: Problem) {
  if (endsSession(problem.code)) return;
  void loading().then(({ toast }) =>
    toast.error(what, { description: explain(problem), duration: 8000, closeButton: true }),
  );
}
