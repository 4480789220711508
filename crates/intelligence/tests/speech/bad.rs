//! What is not a recording, or not all of one.

use super::*;

fn tone(seconds: usize) -> Vec<i16> {
    (0..seconds * 16_000).map(|index| if index / 20 % 2 == 0 { 8_000 } else { -8_000 }).collect()
}

#[test]
fn nothing_is_empty() {
    let nothing = decode(&Source::Bytes(bytes::Bytes::new()), &limits());
    assert!(matches!(nothing, Err(Error::Empty)), "{nothing:?}");
}

#[test]
fn what_is_no_sound_is_named_so() {
    let text = "Two coats of gesso, then sand between them.\n".repeat(500).into_bytes();
    let picture = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[7; 4_000]].concat();
    let document = [&b"%PDF-1.7\n"[..], &b"1 0 obj << /Type /Catalog >> endobj\n".repeat(200)].concat();
    for file in [text, picture, document] {
        let outcome = decode(&Source::Bytes(file.into()), &limits());
        assert!(matches!(outcome, Err(Error::NotAudio(_))), "{outcome:?}");
    }
}

#[test]
fn file_that_is_not_there_is_unreadable() {
    let outcome = decode(&Source::File(path("nowhere.wav")), &limits());
    assert!(matches!(outcome, Err(Error::Unreadable(_))), "{outcome:?}");
}

#[test]
fn head_alone_is_truncated() -> Outcome {
    for (name, length) in [("note.flac", 20), ("note.opus", 30), ("note.webm", 40), ("note.wav", 30)] {
        let outcome = decode(&Source::Bytes(bytes(name)?[..length].to_vec().into()), &limits());
        assert!(matches!(outcome, Err(Error::Truncated)), "{name}: {outcome:?}");
    }
    Ok(())
}

#[test]
fn first_half_is_heard_and_said_to_be_a_part() -> Outcome {
    for name in ["note.wav", "note.flac"] {
        let whole = bytes(name)?;
        let half = whole[..whole.len() / 2].to_vec();
        let (samples, complete) = decode(&Source::Bytes(half.into()), &limits())?;
        assert!(!complete, "{name}");
        assert!(samples.len() > 12_000, "{name}: {}", samples.len());
    }
    Ok(())
}

#[test]
fn announced_length_is_not_believed() -> Outcome {
    let bytes = wav(&tone(1), u32::MAX - 100);
    let (samples, complete) = decode(&Source::Bytes(bytes.into()), &limits())?;
    assert_eq!(samples.len(), 16_000);
    assert!(complete, "whoever writes the largest number did not know the end");
    Ok(())
}

#[test]
fn too_long_is_refused_before_anything_is_decoded() {
    let sound = tone(90);
    let bytes = wav(&sound, u32::try_from(sound.len() * 2).unwrap_or(u32::MAX));
    let limits = Limits { longest: Duration::from_mins(1), ffmpeg: None };
    let outcome = Audio::open(&Source::Bytes(bytes.into()), &limits).map(|audio| audio.duration());
    let Err(Error::TooLong { lasts, limit }) = outcome else { panic!("{outcome:?}") };
    assert_eq!((lasts.as_secs(), limit.as_secs()), (90, 60));
}

/// Damage may cost sound, never the process.
#[test]
fn damaged_bytes_end_in_sound_or_in_an_error() -> Outcome {
    let mut state = 1_u32;
    let mut next = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    };
    for name in ["note.opus", "note.webm", "note.m4a", "note.mp3", "note.ogg", "note.flac", "note.wav"] {
        let whole = bytes(name)?;
        for _ in 0..20 {
            let mut damaged = whole.clone();
            for _ in 0..12 {
                let at = next() as usize % damaged.len();
                damaged[at] = u8::try_from(next() & 0xFF)?;
            }
            if let Ok((samples, _)) = decode(&Source::Bytes(damaged.into()), &limits()) {
                assert!(samples.iter().all(|sample| !sample.is_nan()), "{name}");
            }
        }
    }
    Ok(())
}
