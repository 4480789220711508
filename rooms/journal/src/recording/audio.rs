//! What a recorder sends, and the file that it becomes.

/// How the bytes of a recording are coded, as far as joining its pieces goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    /// Samples of 16 bits, the lower byte first, one channel, so many a second.
    Pcm(u32),
    /// A stream that its pieces make up as they are, such as `WebM`.
    Stream,
}

/// Samples a second that speech needs, and what a recorder sends when it does not say.
pub(crate) const RATE: u32 = 16_000;

impl Coding {
    /// The coding of a media type: `audio/L16;rate=16000` are samples, another type of audio a stream. None
    /// when it is no audio, or has a rate that no recorder has.
    pub(crate) fn of(content_type: &str, rate: Option<u32>) -> Option<Self> {
        let mut parts = content_type.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        if !essence.starts_with("audio/") && essence != "video/webm" {
            return None;
        }
        if essence != "audio/l16" {
            return Some(Self::Stream);
        }
        let named = parts.find_map(|part| part.strip_prefix("rate=").map(str::to_owned));
        let rate = match (rate, named) {
            (Some(rate), _) => Some(rate),
            (None, Some(text)) => text.parse().ok(),
            (None, None) => Some(RATE),
        };
        rate.filter(|rate| (8_000..=192_000).contains(rate)).map(Self::Pcm)
    }

    /// The media type of the joined file.
    pub(crate) fn joined(self, content_type: &str) -> String {
        match self {
            Self::Pcm(_) => "audio/wav".into(),
            Self::Stream => content_type.to_owned(),
        }
    }

    /// What stands before the joined pieces.
    pub(crate) fn header(self, bytes: u64) -> Vec<u8> {
        match self {
            Self::Pcm(rate) => wav_header(rate, bytes).to_vec(),
            Self::Stream => Vec::new(),
        }
    }

    /// How long so many bytes play, if that can be told from their number.
    pub(crate) fn duration_ms(self, bytes: u64) -> Option<u64> {
        match self {
            Self::Pcm(rate) => Some(bytes * 1_000 / (u64::from(rate) * 2)),
            Self::Stream => None,
        }
    }
}

/// The header of a WAV file with one channel of 16 bits. More than 4 GB, which are 37 hours, are beyond its
/// numbers; it then says the most that it can, as other programs do.
fn wav_header(rate: u32, bytes: u64) -> [u8; 44] {
    let size = |bytes: u64| u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes();
    let mut header = [0; 44];
    let mut at = 0;
    let mut add = |part: &[u8]| {
        header[at..at + part.len()].copy_from_slice(part);
        at += part.len();
    };
    add(b"RIFF");
    add(&size(bytes + 36));
    add(b"WAVEfmt ");
    add(&16_u32.to_le_bytes());
    // Plain samples, one channel.
    add(&1_u16.to_le_bytes());
    add(&1_u16.to_le_bytes());
    add(&rate.to_le_bytes());
    add(&(rate * 2).to_le_bytes());
    add(&2_u16.to_le_bytes());
    add(&16_u16.to_le_bytes());
    add(b"data");
    add(&size(bytes));
    header
}

/// The numbers that are missing before the last of those that came, or up to `count` when it is known. At most
/// a hundred, which is enough to say.
pub(crate) fn missing(received: &[u32], count: Option<u32>) -> Vec<u32> {
    let end = count.unwrap_or_else(|| received.iter().max().map_or(0, |last| last + 1));
    let there: std::collections::BTreeSet<_> = received.iter().copied().collect();
    (0..end).filter(|index| !there.contains(index)).take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recorder_says_what_it_sends() {
        for (text, rate, expected) in [
            ("audio/L16;rate=16000", None, Some(Coding::Pcm(16_000))),
            ("audio/l16; rate=48000; channels=1", None, Some(Coding::Pcm(48_000))),
            ("audio/L16", Some(44_100), Some(Coding::Pcm(44_100))),
            ("audio/L16", None, Some(Coding::Pcm(RATE))),
            ("audio/L16;rate=7", None, None),
            ("audio/L16;rate=fast", None, None),
            ("audio/webm;codecs=opus", None, Some(Coding::Stream)),
            ("image/png", None, None),
            ("", None, None),
        ] {
            assert_eq!(Coding::of(text, rate), expected, "{text}");
        }
    }

    #[test]
    fn samples_become_a_wav_file() {
        let header = Coding::Pcm(16_000).header(32_000);
        assert_eq!((&header[..4], &header[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
        assert_eq!(header[40..44], 32_000_u32.to_le_bytes());
        assert_eq!(header[24..28], 16_000_u32.to_le_bytes());
        assert_eq!(Coding::Pcm(16_000).duration_ms(32_000), Some(1_000));
        assert!(Coding::Stream.header(5).is_empty());
    }

    #[test]
    fn missing_pieces_are_named() {
        assert_eq!(missing(&[0, 2, 5], None), [1, 3, 4]);
        assert_eq!(missing(&[1, 0], Some(4)), [2, 3]);
        assert!(missing(&[], None).is_empty());
        assert_eq!(missing(&[1_000], None).len(), 100);
    }
}
