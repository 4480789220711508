/** So many decisions can be taken back one after the other. */
const kept = 50;

/** What was done and can be taken back, the latest first. */
export class UndoStack {
  readonly #acts: (() => boolean)[] = [];

  /** Keeps how to take something back; the act says whether it still could. */
  push(act: () => boolean): void {
    this.#acts.push(act);
    if (this.#acts.length > kept) this.#acts.shift();
  }

  /** Takes back the latest that nobody took back yet; false where nothing is left. */
  undo(): boolean {
    for (;;) {
      const act = this.#acts.pop();
      if (act === undefined) return false;
      if (act()) return true;
    }
  }
}
