import { describe, expect, it } from "vitest";
import { bytesToMs, Chunker, chunkBytes, loudness, Resampler, sampleRate } from "./pcm";

function tone(rate: number, seconds: number, hertz: number): Float32Array {
  return Float32Array.from(
    { length: rate * seconds },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate),
  );
}

function inBlocks(resampler: Resampler, sound: Float32Array, size: number): number[] {
  const out: number[] = [];
  for (let at = 0; at < sound.length; at += size)
    out.push(...resampler.push(sound.subarray(at, at + size)));
  return out;
}

const loud = (samples: number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

describe("Resampler", () => {
  it.each([48_000, 44_100, 16_000, 8_000])("makes a second of a second at %i Hz", (rate) => {
    const made = inBlocks(new Resampler(rate), tone(rate, 1, 440), 2048);
    expect(Math.abs(made.length - sampleRate)).toBeLessThanOrEqual(1);
  });
  it("keeps the loudness of a voice", () => {
    const made = inBlocks(new Resampler(48_000), tone(48_000, 1, 300), 2048);
    expect(loud(made)).toBeCloseTo((0.5 / Math.SQRT2) * 32_767, -3);
  });
  it("weakens what our rate can't hold", () => {
    const made = inBlocks(new Resampler(48_000), tone(48_000, 1, 15_900), 2048);
    expect(loud(made)).toBeLessThan(0.15 * 32_767);
  });
  it("makes the same of any block size", () => {
    const sound = tone(44_100, 1, 440);
    const whole = inBlocks(new Resampler(44_100), sound, sound.length);
    const parts = inBlocks(new Resampler(44_100), sound, 128);
    expect(
      Math.max(...whole.map((sample, at) => Math.abs(sample - (parts[at] ?? 0)))),
    ).toBeLessThanOrEqual(1);
  });
  it("doesn't wrap what is too loud", () => {
    expect([...new Resampler(sampleRate).push(Float32Array.from([2, -2]))]).toEqual([
      32_767, -32_767,
    ]);
  });
});

describe("Chunker", () => {
  it("gives full chunks and then the rest, in order and little-endian", () => {
    const chunker = new Chunker();
    const samples = Int16Array.from({ length: chunkBytes / 2 + 3 }, (_, at) => at % 1000);
    const [chunk, ...more] = chunker.push(samples);
    expect(more).toEqual([]);
    expect(chunk?.byteLength).toBe(chunkBytes);
    expect(new DataView(chunk as ArrayBuffer).getInt16(2, true)).toBe(1);
    const rest = chunker.rest() as ArrayBuffer;
    expect(rest.byteLength).toBe(6);
    expect(new DataView(rest).getInt16(0, true)).toBe((chunkBytes / 2) % 1000);
    expect(chunker.rest()).toBeNull();
  });
  it("holds three seconds", () => expect(bytesToMs(chunkBytes)).toBe(3000));
});

describe("loudness", () => {
  it("is nothing for silence and much for a shout", () => {
    expect(loudness(new Float32Array(64))).toBe(0);
    expect(loudness(new Float32Array(64).fill(0.9))).toBe(1);
  });
});
