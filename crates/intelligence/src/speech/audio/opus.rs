//! Opus, which the container library has no decoder for. It decodes to 16 kHz by itself.

use opus_decoder::OpusDecoder;

use crate::speech::error::Error;

pub(super) struct Opus {
    decoder: OpusDecoder,
    /// Samples at the beginning that only warm the decoder up.
    skip: usize,
    scratch: Vec<f32>,
}

impl Opus {
    /// `delay` in samples of 48 kHz, as containers count.
    pub(super) fn new(channels: usize, delay: u32) -> Result<Self, Error> {
        if channels > 2 {
            return Err(Error::Unsupported(format!("Opus with {channels} channels")));
        }
        let decoder = OpusDecoder::new(super::RATE, 1)
            .map_err(|error| Error::Unsupported(format!("this Opus: {error}")))?;
        let scratch = vec![0.0; decoder.max_frame_size_per_channel()];
        Ok(Self { decoder, skip: delay as usize / 3, scratch })
    }

    /// `None` for a broken packet.
    pub(super) fn decode(&mut self, packet: &[u8]) -> Option<Vec<f32>> {
        let count = self.decoder.decode_float(packet, &mut self.scratch, false).ok()?;
        let skipped = self.skip.min(count);
        self.skip -= skipped;
        Some(self.scratch.get(skipped..count)?.to_vec())
    }
}
