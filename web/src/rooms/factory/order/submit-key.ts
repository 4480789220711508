/**
 * A key for placing one order: trying again with the same order, because the answer got lost, has
 * the same key, so that it is placed once. Anything else, and the same order after it was placed,
 * gets another one.
 */
export class SubmitKey {
  #order: string | null = null;
  #key = "";

  of(order: unknown): string {
    const text = JSON.stringify(order);
    if (text !== this.#order) {
      this.#order = text;
      this.#key = newKey();
    }
    return this.#key;
  }

  placed() {
    this.#order = null;
  }
}

/** `crypto.randomUUID` is missing on pages that came by plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
