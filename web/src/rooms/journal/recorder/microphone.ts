import { Chunker, loudness, Resampler } from "./pcm";

/** Why there is no sound, in words that say what to do. */
export type MicrophoneFault = "denied" | "none" | "busy" | "insecure" | "unsupported";

export class MicrophoneError extends Error {
  override readonly name = "MicrophoneError";
  constructor(readonly fault: MicrophoneFault) {
    super(fault);
  }
}

export interface Microphone {
  pause: () => void;
  resume: () => void;
  /** Ends it and gives what was not full yet. */
  stop: () => Promise<ArrayBuffer | null>;
}

interface Listener {
  /** How loud the next moment was, from 0 to 1, and how long it lasted. */
  onMoment: (level: number, ms: number) => void;
  onChunk: (bytes: ArrayBuffer) => void;
  /** The device went away, as when a headset is unplugged. */
  onEnd: () => void;
}

const worklet = "/recorder-worklet.js";

export async function openMicrophone(listener: Listener): Promise<Microphone> {
  if (!window.isSecureContext) throw new MicrophoneError("insecure");
  if (navigator.mediaDevices === undefined || typeof AudioWorkletNode === "undefined") {
    throw new MicrophoneError("unsupported");
  }
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true } })
    .catch((error: unknown) => {
      throw new MicrophoneError(faultOf(error));
    });
  const context = new AudioContext();
  const close = async () => {
    for (const track of stream.getTracks()) track.stop();
    await context.close();
  };
  try {
    await context.audioWorklet.addModule(worklet);
    await context.resume();
  } catch {
    await close();
    throw new MicrophoneError("unsupported");
  }
  const resampler = new Resampler(context.sampleRate);
  const chunker = new Chunker();
  const node = new AudioWorkletNode(context, "atelier-recorder", { numberOfOutputs: 0 });
  let paused = false;
  node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    if (paused) return;
    listener.onMoment(loudness(data), (data.length / context.sampleRate) * 1000);
    for (const chunk of chunker.push(resampler.push(data))) listener.onChunk(chunk);
  };
  context.createMediaStreamSource(stream).connect(node);
  for (const track of stream.getTracks()) track.addEventListener("ended", listener.onEnd);
  return {
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
    },
    stop: async () => {
      node.port.onmessage = null;
      await close();
      return chunker.rest();
    },
  };
}

function faultOf(error: unknown): MicrophoneFault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return "busy";
}
