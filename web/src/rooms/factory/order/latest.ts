/**
 * Asks a while after the last change, and tells only the answer to the latest question: typing fast
 * asks once, and an answer that comes late doesn't take the place of a newer one.
 */
export class Latest<Question, Answer> {
  readonly #ask: (question: Question, signal: AbortSignal) => Promise<Answer>;
  readonly #tell: (answer: Answer, question: Question) => void;
  readonly #fail: (reason: unknown, question: Question) => void;
  readonly #restMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(
    restMs: number,
    ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
    tell: (answer: Answer, question: Question) => void,
    fail: (reason: unknown, question: Question) => void,
  ) {
    this.#restMs = restMs;
    this.#ask = ask;
    this.#tell = tell;
    this.#fail = fail;
  }

  put(question: Question) {
    this.stop();
    this.#timer = setTimeout(() => void this.#run(question), this.#restMs);
  }

  /** Forgets what was asked. */
  stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #run(question: Question) {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await this.#ask(question, asking.signal);
      if (!asking.signal.aborted) this.#tell(answer, question);
    } catch (reason) {
      if (!asking.signal.aborted) this.#fail(reason, question);
    }
  }
}
