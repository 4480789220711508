//! Recipes go into whole files and come out again; nothing else in the files changes.

use atelier_media::generation::{Generation, Tool, Written, is_taken, read, write};
use atelier_media::{Error, FileKind, Limits, content_credentials, decode, exif, without_location};
use image::ImageFormat;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::files::{exif as block, jpeg_with, picture, png_with, webp_with};

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is no object"),
    }
}

fn recipe(prompt: &str, negative_prompt: &str) -> Written {
    let parameters = map(json!({
        "seed": "18446744073709551615", "steps": 20, "cfg_scale": 7.5, "sampler": "Euler a", "width": 64, "height": 32,
        "model": "flux: dev, new", "loras": [{ "name": "ink", "weight": 0.8 }], "order": "ord_1", "Ünïcode name": true,
    }));
    Written { prompt: prompt.into(), negative_prompt: negative_prompt.into(), parameters }
}

fn written(file: &[u8], recipe: &Written) -> Vec<u8> {
    write(file, recipe).unwrap_or_else(|error| panic!("{error}"))
}

fn contains(file: &[u8], part: &[u8]) -> bool {
    file.windows(part.len()).any(|window| window == part)
}

/// A lossy WebP picture of one pixel, as `cwebp` makes it.
const LOSSY: &[u8] = b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\x01\0\x01\0\x02\x00\x34\x25\xa4\0\x03\x70\0\xfe\xfb\x94\0\0";

fn files() -> Vec<Vec<u8>> {
    vec![
        picture(ImageFormat::Png, 64, 32),
        picture(ImageFormat::Jpeg, 64, 32),
        picture(ImageFormat::WebP, 64, 32),
        png_with(*b"eXIf", &block(6)),
        jpeg_with(&block(6), 64, 32),
        webp_with(&block(6)),
        LOSSY.to_vec(),
    ]
}

/// What is read from a file is what was put in, and the pixels are the same.
fn comes_back(file: &[u8], recipe: &Written) -> Vec<u8> {
    let out = written(file, recipe);
    let found = read(&out).unwrap_or_else(|| panic!("nothing was written"));
    assert_eq!(found.tool, Tool::Atelier);
    let back = Written {
        prompt: found.prompt,
        negative_prompt: found.negative_prompt,
        parameters: found.parameters,
    };
    assert_eq!(&back, recipe);
    out
}

#[test]
fn pixels_and_other_metadata_stay() {
    for file in files() {
        let out = comes_back(&file, &recipe("a red fox, (snow:1.2)\nin <lora:ink:0.8>", "blurry"));
        assert_eq!(decode(&out, &Limits::DEFAULT), decode(&file, &Limits::DEFAULT));
        let (before, after) = (exif(&file), exif(&out).unwrap_or_default());
        for (tag, value) in before.unwrap_or_default().all {
            assert_eq!(after.all.get(&tag), Some(&value), "{tag}");
        }
    }
}

#[test]
fn writing_again_replaces_and_does_not_grow() {
    for file in files() {
        let once = comes_back(&file, &recipe("a red fox", "blurry"));
        let twice = comes_back(&once, &recipe("a red cat", "blurry"));
        assert_eq!(twice.len(), once.len());
        assert!(!contains(&twice, b"fox"));
        assert_eq!(written(&twice, &recipe("a red fox", "blurry")), once);
    }
}

#[test]
fn others_find_the_text_of_the_web_ui() {
    let start = "a red fox\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7.5, \
        Seed: 18446744073709551615, Size: 64x32, Model: \"flux: dev, new\", ";
    for file in files() {
        let found = read(&written(&file, &recipe("a red fox", "blurry"))).unwrap();
        let text = found.raw.get("parameters").or_else(|| found.raw.get("UserComment")).unwrap();
        assert!(text.starts_with(start), "{text}");
        assert!(text.ends_with("order: ord_1, Ünïcode name: True, Version: Atelier"), "{text}");
    }
}

#[test]
fn extended_header_of_webp_is_right() {
    for (file, alpha) in [(picture(ImageFormat::WebP, 300, 200), true), (LOSSY.to_vec(), false)] {
        let out = written(&file, &recipe("a fox", ""));
        assert_eq!(&out[12..16], b"VP8X");
        assert_eq!(out[20], if alpha { 0x18 } else { 0x08 });
        let size = if alpha { [43, 1, 0, 199, 0, 0] } else { [0; 6] };
        assert_eq!(out[24..30], size);
        let stated = u32::from_le_bytes([out[4], out[5], out[6], out[7]]);
        assert_eq!(stated as usize + 8, out.len());
    }
}

#[test]
fn texts_of_other_programs_stay_and_earlier_ones_go() {
    let graph = png_with(*b"tEXt", b"prompt\0{}");
    assert!(contains(&written(&graph, &recipe("a fox", "")), b"prompt\0{}"));
    let earlier = png_with(*b"tEXt", b"parameters\0an owl\nSteps: 1, Seed: 2, Size: 8x8");
    assert_eq!(read(&earlier).unwrap().prompt, "an owl");
    assert!(!contains(&comes_back(&earlier, &recipe("a fox", "")), b"owl"));
}

#[test]
fn a_file_tells_whether_something_stands_there() {
    for file in files() {
        assert!(!is_taken(&file));
        assert!(is_taken(&written(&file, &recipe("a fox", ""))));
    }
    // A graph of another program stands elsewhere; whatever stands under this keyword is somebody's.
    assert!(!is_taken(&png_with(*b"tEXt", b"prompt\0{}")));
    assert!(is_taken(&png_with(*b"tEXt", b"parameters\0no recipe")));
}

#[test]
fn what_hangs_behind_the_end_stays() {
    for file in files() {
        let longer = [file.as_slice(), b"behind the end"].concat();
        let out = comes_back(&longer, &recipe("a fox", ""));
        assert!(out.ends_with(b"behind the end"));
    }
}

#[test]
fn damaged_files_are_refused_as_they_are() {
    let broken = jpeg_with(b"II*\0\xff\xff\0\0", 8, 8);
    for file in files().iter().map(|file| &file[..file.len() - 1]).chain([broken.as_slice()]) {
        let verdict = write(file, &recipe("a fox", ""));
        assert!(matches!(verdict, Err(Error::Damaged { .. })), "{verdict:?}");
    }
    let gif = picture(ImageFormat::Gif, 8, 8);
    assert_eq!(write(&gif, &Written::default()), Err(Error::Unsupported(FileKind::Gif)));
    assert_eq!(write(b"\0\x01", &Written::default()), Err(Error::Unknown));
}

#[test]
fn recipes_without_end_are_refused() {
    let long = recipe(&"a fox ".repeat(10_000), "");
    let verdict = write(&files()[1], &long);
    assert!(matches!(verdict, Err(Error::TooLarge { limit: 65_533, .. })), "{verdict:?}");
    comes_back(&files()[0], &long);
    comes_back(&files()[2], &long);
    let verdict = write(&files()[0], &recipe(&"a fox ".repeat(400_000), ""));
    assert!(matches!(verdict, Err(Error::TooLarge { limit: 2_097_152, .. })), "{verdict:?}");
}

/// Files with content credentials, as far as telling that they have them goes.
fn vouched_for() -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut packet =
        b"\0\0\0\x2ajumb\0\0\0\x22jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0".to_vec();
    packet.extend(b"claim");
    let png = png_with(*b"caBX", &packet);
    let mut jpeg = picture(ImageFormat::Jpeg, 8, 8);
    let mut segment = vec![0xff, 0xeb];
    segment.extend((packet.len() as u16 + 10).to_be_bytes());
    segment.extend(b"JP\0\x01\0\0\0\x01");
    segment.extend(&packet);
    jpeg.splice(2..2, segment.iter().copied());
    let mut webp = webp_with(&block(1));
    let mut chunk = b"C2PA".to_vec();
    chunk.extend((packet.len() as u32).to_le_bytes());
    chunk.extend(&packet);
    chunk.extend(vec![0; packet.len() % 2]);
    webp.extend(&chunk);
    let size = webp.len() as u32 - 8;
    webp[4..8].copy_from_slice(&size.to_le_bytes());
    vec![(png, packet), (jpeg, segment), (webp, chunk)]
}

#[test]
fn content_credentials_are_noticed_and_stay() {
    for (file, part) in vouched_for() {
        assert!(content_credentials(&file));
        let out = comes_back(&file, &recipe("a fox", ""));
        assert!(content_credentials(&out) && contains(&out, &part));
    }
    for file in files() {
        assert!(!content_credentials(&file));
    }
    let mut film = b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x1cuuid".to_vec();
    film.extend(b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81more");
    assert!(content_credentials(&film));
    film[30] = 0;
    assert!(!content_credentials(&film));
}

#[test]
fn recipe_survives_leaving_out_the_place() {
    for file in files().into_iter().skip(3).take(3) {
        let out = written(&file, &recipe("a fox", ""));
        let clean = without_location(&out, &Limits::DEFAULT).unwrap();
        assert_eq!(read(&clean).unwrap().prompt, "a fox");
        assert_eq!(exif(&clean).unwrap().gps, None);
    }
}

/// An EXIF block with one tag of its first directory, text of any length.
fn exif_text(tag: u16, text: &[u8]) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    block.extend(tag.to_be_bytes());
    block.extend(2_u16.to_be_bytes());
    block.extend((text.len() as u32).to_be_bytes());
    block.extend([0, 0, 0, 26, 0, 0, 0, 0]);
    block.extend(text);
    block
}

#[test]
fn tools_are_known_by_what_they_write() {
    let swarm = r#"{"sui_image_params": {"prompt": "a fox", "seed": 1}}"#;
    let graph = r#"{"1": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 2, "positive": ["2", 0]}},
        "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "a fox"}}}"#;
    let infotext = "a fox\nSteps: 2, Seed: 1, Size: 8x8";
    let fooocus = r#"{"prompt": "a fox", "base_model": "b", "seed": "1"}"#;
    let invoke = r#"{"positive_prompt": "a fox", "seed": 1}"#;
    let png = |keyword: &str, text: &str| png_with(*b"tEXt", format!("{keyword}\0{text}").as_bytes());
    let cases = [
        (png("parameters", infotext), Tool::Automatic1111),
        (png("parameters", swarm), Tool::SwarmUi),
        (png("parameters", fooocus), Tool::Fooocus),
        (png("prompt", graph), Tool::ComfyUi),
        (png("invokeai_metadata", invoke), Tool::InvokeAi),
        (jpeg_with(&exif_text(0x9286, fooocus.as_bytes()), 8, 8), Tool::Fooocus),
        (webp_with(&exif_text(0x9286, swarm.as_bytes())), Tool::SwarmUi),
        (webp_with(&exif_text(0x0110, format!("prompt:{graph}\0").as_bytes())), Tool::ComfyUi),
        (jpeg_with(&exif_text(0x9286, infotext.as_bytes()), 8, 8), Tool::Automatic1111),
    ];
    for (file, tool) in cases {
        let found = read(&file).unwrap_or_else(|| panic!("{tool:?}"));
        assert_eq!((found.tool, found.prompt.as_str()), (tool, "a fox"));
        assert_eq!(found.parameters["seed"], json!(1));
    }
}

#[test]
fn pictures_without_a_recipe_have_none() {
    for file in files() {
        assert_eq!(read(&file), None);
    }
    assert_eq!(read(&jpeg_with(&exif_text(0x9286, b"holiday in Rome"), 8, 8)), None);
    assert_eq!(read(b""), None);
}

/// Everything that looks for recipes, on bytes that may be anything.
fn look(file: &[u8]) -> Option<Generation> {
    content_credentials(file);
    write(file, &recipe("a fox", "")).map(|_| ()).unwrap_or_default();
    read(file)
}

fn samples() -> Vec<Vec<u8>> {
    let written = files().into_iter().map(|file| written(&file, &recipe("a fox\nin snow", "ü: 狐")));
    written.chain(vouched_for().into_iter().map(|(file, _)| file)).collect()
}

#[test]
fn files_cut_at_any_byte_are_survived() {
    for sample in samples() {
        for length in 0..sample.len() {
            look(&sample[..length]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_come_back(
        prompt in any::<String>(),
        negative_prompt in "(\\PC|\n|\0){0,60}",
        name in any::<String>(),
        value in any::<String>(),
        number in any::<u64>(),
        which in 0_usize..7,
    ) {
        let mut recipe = recipe(&prompt, &negative_prompt);
        recipe.parameters.insert("number".into(), number.into());
        recipe.parameters.insert(name, value.into());
        let file = &files()[which];
        let out = comes_back(file, &recipe);
        prop_assert_eq!(decode(&out, &Limits::DEFAULT), decode(file, &Limits::DEFAULT));
    }

    #[test]
    fn changed_bytes_are_survived(
        which in 0_usize..10,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut file = samples().swap_remove(which);
        for (place, value) in changes {
            let at = place.index(file.len());
            file[at] = value;
        }
        look(&file);
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,200}", which in 0_usize..6) {
        let keywords = ["parameters", "prompt", "workflow", "Comment", "invokeai_metadata", "atelier"];
        look(&png_with(*b"iTXt", format!("{}\0\0\0\0\0{text}", keywords[which]).as_bytes()));
        look(&jpeg_with(&exif_text(0x9286, text.as_bytes()), 8, 8));
    }

    #[test]
    fn changed_texts_are_survived(
        which in 0_usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let (keyword, text) = [
            ("parameters", "a\nNegative prompt: b\nSteps: 2, Size: 8x8, Seed: 1, H: {\"a\": [1]}, N: \"b, \\\"c\""),
            ("parameters", "{\"sui_image_params\": {\"prompt\": \"a\", \"loras\": [\"b\"], \"loraweights\": [\"1\"]}}"),
            ("prompt", "{\"1\": {\"class_type\": \"KSampler\", \"inputs\": {\"steps\": 2, \"positive\": [\"2\", 0], \
                \"latent_image\": [\"1\", 0]}}, \"2\": {\"class_type\": \"Concat\", \"inputs\": {\"a\": [\"2\", 0]}}}"),
        ][which];
        let mut text = text.as_bytes().to_vec();
        for (place, value) in changes {
            let at = place.index(text.len());
            text[at] = value;
        }
        look(&png_with(*b"tEXt", &[keyword.as_bytes(), b"\0", &text].concat()));
    }
}
