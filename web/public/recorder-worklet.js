// Runs on the browser's audio thread: gathers what the microphone gives into blocks and hands
// them to the page, where they become the recording.
const blockFrames = 2048;

class Recorder extends AudioWorkletProcessor {
  block = new Float32Array(blockFrames);
  filled = 0;

  process([input]) {
    const channel = input?.[0];
    if (channel === undefined) return true;
    for (const sample of channel) {
      this.block[this.filled++] = sample;
      if (this.filled === blockFrames) {
        this.port.postMessage(this.block, [this.block.buffer]);
        this.block = new Float32Array(blockFrames);
        this.filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("atelier-recorder", Recorder);
