//! Containers and codings that are read in this process.

use std::io::ErrorKind;
use std::time::Duration;

use symphonia::core::audio::Channels;
use symphonia::core::codecs::audio::well_known::CODEC_ID_OPUS;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error as Fault;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, Track, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::packet::Packet;
use symphonia::core::units::{TimeBase, Timestamp};

use super::opus::Opus;
use super::source::Source;
use crate::speech::error::Error;

/// Packets in a row that may be broken before the rest is given up.
const PATIENCE: u32 = 500;

/// An opened container and the decoder of its first audio track.
pub(super) struct Container {
    format: Box<dyn FormatReader>,
    track: u32,
    time_base: TimeBase,
    announced: Option<Duration>,
    codec: Codec,
    intact: bool,
    /// Interleaved samples of the last packet.
    scratch: Vec<f32>,
}

enum Codec {
    Known(Box<dyn AudioDecoder>),
    Opus(Box<Opus>),
}

/// What a container holds, by its packets.
pub(super) struct Extent {
    pub(super) duration: Duration,
    /// Whether that is what its header says.
    pub(super) complete: bool,
}

impl Container {
    pub(super) fn open(source: &Source) -> Result<Self, Error> {
        let stream = MediaSourceStream::new(source.open()?, MediaSourceStreamOptions::default());
        let probe = symphonia::default::get_probe();
        let opened = probe.probe(&Hint::new(), stream, FormatOptions::default(), MetadataOptions::default());
        let format = match opened {
            Ok(format) => format,
            Err(fault) => return Err(refusal(&fault, &source.head()?)),
        };
        let Some(track) = format.default_track(TrackType::Audio) else {
            return Err(Error::NotAudio("it has no sound".to_owned()));
        };
        let rate = sample_rate(track);
        let time_base = track.time_base.or_else(|| TimeBase::try_from_recip(rate?));
        let Some(time_base) = time_base else {
            return Err(Error::Unsupported("its times have no unit".to_owned()));
        };
        let announced = track.duration.and_then(|length| time_base.calc_duration(length));
        let announced = announced.and_then(|time| u64::try_from(time.as_millis()).ok());
        let (codec, track) = (codec(track)?, track.id);
        Ok(Self {
            format,
            track,
            time_base,
            announced: announced.map(Duration::from_millis),
            codec,
            intact: true,
            scratch: Vec::new(),
        })
    }

    /// Adds up the packets, which the container is spent by.
    pub(super) fn measure(mut self) -> Extent {
        let mut end = Duration::ZERO;
        let mut first: Option<Timestamp> = None;
        while let Some(packet) = self.next_packet() {
            let first = *first.get_or_insert(packet.pts);
            let reached = packet.pts.saturating_add(packet.dur).duration_from(first);
            let reached = reached.and_then(|length| self.time_base.calc_duration(length));
            let millis = reached.and_then(|time| u64::try_from(time.as_millis()).ok()).unwrap_or_default();
            end = end.max(Duration::from_millis(millis));
        }
        // Encoders count their padding in or out, so a tenth of a second is nobody's loss.
        let least = self.announced.unwrap_or_default().saturating_sub(Duration::from_millis(100));
        Extent { duration: end, complete: self.intact && (end >= least || self.is_open_ended()) }
    }

    /// Whether the header announces what no file can hold: the mark of a writer that did not know the end.
    fn is_open_ended(&self) -> bool {
        self.announced.is_some_and(|length| length > Duration::from_hours(6))
    }

    /// Whether every packet so far could be decoded.
    pub(super) fn is_intact(&self) -> bool {
        self.intact
    }

    /// The samples of the next packet that can be decoded, mixed to one channel, and their rate.
    pub(super) fn next_block(&mut self) -> Result<Option<(u32, Vec<f32>)>, Error> {
        let mut broken = 0;
        while let Some(packet) = self.next_packet() {
            match decode(&mut self.codec, &packet, &mut self.scratch) {
                Some(Ok((rate, mono))) if !mono.is_empty() => return Ok(Some((rate, mono))),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => {
                    self.intact = false;
                    broken += 1;
                    if broken > PATIENCE {
                        break;
                    }
                }
            }
        }
        Ok(None)
    }

    /// The next packet of the track. A container that breaks off has ended.
    fn next_packet(&mut self) -> Option<Packet> {
        loop {
            match self.format.next_packet() {
                Ok(Some(packet)) if packet.track_id == self.track => return Some(packet),
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(fault) => {
                    let ended =
                        matches!(&fault, Fault::IoError(error) if error.kind() == ErrorKind::UnexpectedEof);
                    self.intact &= ended && self.is_open_ended();
                    return None;
                }
            }
        }
    }
}

fn sample_rate(track: &Track) -> Option<u32> {
    track.codec_params.as_ref()?.audio()?.sample_rate
}

fn codec(track: &Track) -> Result<Codec, Error> {
    let parameters = track.codec_params.as_ref().and_then(|parameters| parameters.audio());
    let Some(parameters) = parameters else {
        return Err(Error::Unsupported("the coding of its sound".to_owned()));
    };
    if parameters.codec == CODEC_ID_OPUS {
        let channels = parameters.channels.as_ref().map_or(1, Channels::count);
        return Ok(Codec::Opus(Box::new(Opus::new(channels, track.delay.unwrap_or_default())?)));
    }
    let decoder =
        symphonia::default::get_codecs().make_audio_decoder(parameters, &AudioDecoderOptions::default());
    decoder.map(Codec::Known).map_err(|fault| Error::Unsupported(fault.to_string()))
}

/// `None` for a packet that can't be decoded.
fn decode(
    codec: &mut Codec,
    packet: &Packet,
    scratch: &mut Vec<f32>,
) -> Option<Result<(u32, Vec<f32>), Error>> {
    let decoder = match codec {
        Codec::Opus(opus) => return opus.decode(&packet.data).map(|mono| Ok((super::RATE, mono))),
        Codec::Known(decoder) => decoder,
    };
    let buffer = decoder.decode(packet).ok()?;
    let (rate, channels) = (buffer.spec().rate(), buffer.spec().channels().count());
    if !super::resample::RATES.contains(&rate) || channels == 0 {
        let odd = format!("{channels} channels of {rate} samples a second");
        return Some(Err(Error::Unsupported(odd)));
    }
    buffer.copy_to_vec_interleaved(scratch);
    Some(Ok((rate, mix(scratch, channels))))
}

/// The mean of the channels.
fn mix(interleaved: &[f32], channels: usize) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "there are few channels")]
    let share = 1.0 / channels as f32;
    interleaved.chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() * share).collect()
}

/// Why a file could not be opened. One that signs as audio was cut off; any other is something else.
fn refusal(fault: &Fault, head: &[u8; 12]) -> Error {
    let signs = head.starts_with(b"RIFF") && head.ends_with(b"WAVE")
        || [&b"OggS"[..], b"fLaC", b"ID3", b"\x1A\x45\xDF\xA3"].iter().any(|magic| head.starts_with(magic))
        || &head[4..8] == b"ftyp";
    match fault {
        Fault::IoError(error) if error.kind() != ErrorKind::UnexpectedEof => {
            Error::Unreadable(std::io::Error::new(error.kind(), error.to_string()))
        }
        Fault::Unsupported(what) if signs => Error::Unsupported((*what).to_owned()),
        _ if signs => Error::Truncated,
        other => Error::NotAudio(other.to_string()),
    }
}
