//! Every format decodes to the same sound.

use std::path::Path;

use super::*;

const FORMATS: [&str; 7] =
    ["note.wav", "note.flac", "note.mp3", "note.ogg", "note.opus", "note.webm", "note.m4a"];

/// How loud each twentieth of a second is.
fn shape(samples: &[f32]) -> Vec<f32> {
    samples.chunks(800).map(|frame| frame.iter().map(|sample| sample * sample).sum::<f32>().sqrt()).collect()
}

/// From -1 to 1, at the best of some shifts: encoders put silence before the beginning.
fn likeness(one: &[f32], other: &[f32]) -> f32 {
    let at = |shift: usize| {
        let pairs: Vec<_> = one.iter().zip(&other[shift..]).collect();
        let product: f32 = pairs.iter().map(|(a, b)| *a * *b).sum();
        let powers: (f32, f32) =
            pairs.iter().fold((1e-9, 1e-9), |sum, (a, b)| (sum.0 + *a * *a, sum.1 + *b * *b));
        product / (powers.0 * powers.1).sqrt()
    };
    (0..3).map(at).fold(-1.0, f32::max)
}

#[test]
fn every_format_is_the_same_sound() -> Outcome {
    let (reference, _) = decode(&Source::File(path("note.wav")), &limits())?;
    for name in FORMATS {
        let (samples, complete) = decode(&Source::File(path(name)), &limits())?;
        let length = Duration::from_millis(samples.len() as u64 / 16);
        assert!(length.abs_diff(LENGTH) < Duration::from_millis(150), "{name}: {length:?}");
        assert!(complete, "{name} is whole");
        let likeness = likeness(&shape(&reference), &shape(&samples));
        assert!(likeness > 0.97, "{name}: {likeness}");
        assert!(samples.iter().all(|sample| sample.abs() <= 1.5), "{name}");
    }
    Ok(())
}

#[test]
fn bytes_in_memory_are_as_good_as_a_file() -> Outcome {
    let from_file = decode(&Source::File(path("note.webm")), &limits())?;
    let from_bytes = decode(&Source::Bytes(bytes("note.webm")?.into()), &limits())?;
    assert_eq!(from_file, from_bytes);
    Ok(())
}

#[test]
fn length_is_known_before_decoding() -> Outcome {
    for name in FORMATS {
        let audio = Audio::open(&Source::File(path(name)), &limits())?;
        let length = audio.duration().ok_or("not known")?;
        assert!(length.abs_diff(LENGTH) < Duration::from_millis(150), "{name}: {length:?}");
    }
    Ok(())
}

#[test]
fn ffmpeg_reads_what_is_not_known_here() -> Outcome {
    let source = Source::File(path("note.wma"));
    let refused = decode(&source, &limits());
    assert!(matches!(refused, Err(Error::NotAudio(_) | Error::Unsupported(_))), "{refused:?}");
    let ffmpeg = Path::new("/usr/bin/ffmpeg");
    if !ffmpeg.is_file() {
        eprintln!("left out: ffmpeg is not installed");
        return Ok(());
    }
    let limits = Limits { ffmpeg: Some(ffmpeg.to_owned()), ..limits() };
    for source in [source, Source::Bytes(bytes("note.wma")?.into())] {
        let (samples, _) = decode(&source, &limits)?;
        let length = Duration::from_millis(samples.len() as u64 / 16);
        assert!(length.abs_diff(LENGTH) < Duration::from_millis(250), "{length:?}");
    }
    let playlist = Source::Bytes(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n".to_vec().into());
    assert!(matches!(decode(&playlist, &limits), Err(Error::NotAudio(_))));
    Ok(())
}
