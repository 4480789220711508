/** What the server transcribes: 16 000 samples a second, one channel, signed 16 bit. */
export const sampleRate = 16_000;
export const contentType = `audio/L16;rate=${sampleRate}`;
/** Sent together; a crash loses at most this much. */
const chunkMs = 3000;
export const chunkBytes = (sampleRate * 2 * chunkMs) / 1000;

/** How long some bytes of sound last. */
export function bytesToMs(bytes: number): number {
  return (bytes / 2 / sampleRate) * 1000;
}

/**
 * Brings sound of any rate to ours: each sample is the mean of what the microphone gave in its
 * time, which takes away the pitches that our rate can't hold. Keeps what is left for the next block.
 */
export class Resampler {
  readonly #step: number;
  /** Where the sample under work ends, in input samples from the start of the next block. */
  #end: number;
  #sum = 0;
  #weight = 0;

  constructor(inputRate: number) {
    this.#step = inputRate / sampleRate;
    this.#end = this.#step;
  }

  push(block: Float32Array): Int16Array {
    const out = new Int16Array(Math.ceil(block.length / this.#step) + 1);
    let made = 0;
    for (let at = 0; at < block.length; at++) {
      const sample = block[at] ?? 0;
      let from = at;
      // One input sample may belong to several of ours, when the microphone is slower than we are.
      while (this.#end <= at + 1) {
        this.#add(sample, this.#end - from);
        out[made++] = this.#take();
        from = this.#end;
        this.#end += this.#step;
      }
      this.#add(sample, at + 1 - from);
    }
    this.#end -= block.length;
    return out.slice(0, made);
  }

  #add(sample: number, weight: number) {
    this.#sum += sample * weight;
    this.#weight += weight;
  }

  #take(): number {
    const mean = this.#weight > 0 ? this.#sum / this.#weight : 0;
    this.#sum = 0;
    this.#weight = 0;
    return Math.round(Math.max(-1, Math.min(1, mean)) * 32_767);
  }
}

/** Gathers samples into chunks of equal length. */
export class Chunker {
  #bytes = new Uint8Array(chunkBytes);
  #filled = 0;

  /** The chunks that are full now. */
  push(samples: Int16Array): ArrayBuffer[] {
    const full: ArrayBuffer[] = [];
    const view = new DataView(this.#bytes.buffer);
    let into = view;
    for (const sample of samples) {
      into.setInt16(this.#filled, sample, true);
      this.#filled += 2;
      if (this.#filled === chunkBytes) {
        full.push(this.#bytes.buffer);
        this.#bytes = new Uint8Array(chunkBytes);
        into = new DataView(this.#bytes.buffer);
        this.#filled = 0;
      }
    }
    return full;
  }

  /** What is left at the end; null when nothing is. */
  rest(): ArrayBuffer | null {
    if (this.#filled === 0) return null;
    const rest = this.#bytes.buffer.slice(0, this.#filled);
    this.#filled = 0;
    return rest;
  }
}

/** How loud a block is, from 0 to 1 as an ear would say. */
export function loudness(block: Float32Array): number {
  let sum = 0;
  for (const sample of block) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / Math.max(1, block.length) + 1e-9);
  return Math.max(0, Math.min(1, (decibels + 60) / 55));
}
