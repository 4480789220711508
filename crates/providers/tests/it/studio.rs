//! Pictures of the studio, looked at from outside: the same for the same order, and what the words ask for.

use std::cell::Cell;

use atelier_providers::studio::{MODELS, Painting, StudioError, StudioModel, paint};
use serde_json::{Map, Value, json};

/// Prompts of which each is in another medium.
const MEDIA: &[&str] = &[
    "a hare",
    "a hare in oil",
    "impressionist hare",
    "cubist hare",
    "a hare in watercolour",
    "a hare in ink",
    "a hare in charcoal",
    "pencil hare",
    "a hare in chalk",
    "etching of a hare",
    "a hare in linocut",
    "risograph of a hare",
    "pixel art hare",
    "photograph of a hare",
];

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is no object"),
    }
}

fn order(prompt: &str, seed: u64) -> Map<String, Value> {
    object(json!({"prompt": prompt, "seed": seed, "width": 64, "height": 64}))
}

fn painted(model: &str, parameters: &Map<String, Value>) -> Painting {
    paint(model, parameters, &|| false).unwrap_or_else(|error| panic!("{model} with {parameters:?}: {error}"))
}

fn pixels(painting: &Painting) -> Vec<[u8; 3]> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(&painting.png)).read_info().expect("a header");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("pixels");
    assert_eq!((info.width, info.height), (painting.width, painting.height));
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    bytes.as_chunks::<3>().0.to_vec()
}

/// FNV-1a over the pixels: the encoder may change its bytes, the picture may not.
fn fingerprint(painting: &Painting) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    pixels(painting).as_flattened().iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

fn difference(one: &Painting, other: &Painting) -> f64 {
    let (one, other) = (pixels(one), pixels(other));
    let sum: u64 =
        one.as_flattened().iter().zip(other.as_flattened()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    f64::from(u32::try_from(sum).expect("a small picture"))
        / f64::from(u32::try_from(one.len() * 3).expect("few"))
}

/// Hue in degrees and saturation of a pixel.
fn hue([red, green, blue]: [u8; 3]) -> (f64, f64) {
    let [red, green, blue] = [red, green, blue].map(f64::from);
    let (high, low) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = (high - low).max(1e-9);
    let sector = if high <= red {
        ((green - blue) / spread).rem_euclid(6.0)
    } else if high <= green {
        (blue - red) / spread + 2.0
    } else {
        (red - green) / spread + 4.0
    };
    (sector * 60.0, (high - low) / high.max(1.0))
}

/// The mean direction of the hues of all colourful pixels, in degrees.
fn mean_hue(painting: &Painting) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    for (hue, saturation) in pixels(painting).into_iter().map(hue).filter(|it| 0.2 < it.1) {
        x += hue.to_radians().cos() * saturation;
        y += hue.to_radians().sin() * saturation;
    }
    y.atan2(x).to_degrees().rem_euclid(360.0)
}

#[test]
fn the_same_order_is_the_same_picture_on_every_machine() {
    const GOLDEN: &[(&str, u64)] = &[
        ("flow", 0x73c8_1322_af57_cd15),
        ("noise", 0xf763_f4bb_fa31_712c),
        ("shapes", 0x0e8c_14ce_7156_ace4),
        ("strata", 0x4efb_88c0_7992_cf40),
        ("mosaic", 0xc318_890d_87c3_4c7b),
        ("weave", 0x3460_0eca_7cf1_0efe),
        ("inkwash", 0x441b_ba7c_5187_275b),
        ("bloom", 0x5b08_62ea_bfdf_a8af),
    ];
    let parameters = order("a red fox and two birds under the moon at dusk", 42);
    let found: Vec<(&str, u64)> =
        MODELS.iter().map(|model| (model.id, fingerprint(&painted(model.id, &parameters)))).collect();
    assert_eq!(found, GOLDEN, "{found:#x?}");
}

#[test]
fn every_texture_is_the_same_on_every_machine() {
    const GOLDEN: &[u64] = &[
        0x2ce8_c9d4_0e57_2543,
        0xf695_59c3_16c8_52f2,
        0x5b6b_f37e_22d7_014a,
        0x5440_cfcd_a41f_e74d,
        0xe4c4_db7b_1bd0_6341,
        0x3b59_c841_3061_a344,
        0x7d42_ef5c_dcfe_1d61,
        0x23ad_5fc3_0e0c_8caf,
        0x1a81_81a5_9b8f_9730,
        0x41f5_489b_da1d_7fa8,
        0x9052_eb57_2a2a_0c0e,
        0x8d92_37b5_7003_907f,
        0xf85c_28b9_a87a_69d5,
        0xd1e3_9421_6d51_fe0c,
    ];
    let found: Vec<u64> =
        MEDIA.iter().map(|prompt| fingerprint(&painted("strata", &order(prompt, 5)))).collect();
    assert_eq!(found, GOLDEN, "{found:#x?}");
}

#[test]
fn the_file_repeats_to_the_byte_and_holds_nothing_but_the_picture() {
    let parameters = order("gold and navy", 3);
    let first = painted("shapes", &parameters);
    assert_eq!(first, painted("shapes", &parameters));
    assert_eq!((first.seed, first.width, first.height), (3, 64, 64));
    let mut kinds = Vec::new();
    let mut rest = &first.png[8..];
    while let [a, b, c, d, kind @ ..] = rest {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).expect("a length");
        kinds.push(String::from_utf8_lossy(&kind[..4]).into_owned());
        rest = &kind[4 + length + 4..];
    }
    kinds.dedup();
    assert_eq!(kinds, ["IHDR", "IDAT", "IEND"]);
}

#[test]
fn another_seed_or_another_unknown_word_is_another_picture() {
    for model in MODELS {
        let first = painted(model.id, &order("grumbling quixotry", 1));
        let seed = difference(&first, &painted(model.id, &order("grumbling quixotry", 2)));
        let word = difference(&first, &painted(model.id, &order("grumbling serendipity", 1)));
        assert!(4.0 < seed, "{}: seeds differ by {seed}", model.id);
        assert!(4.0 < word, "{}: words differ by {word}", model.id);
    }
}

#[test]
fn every_medium_is_another_texture() {
    let plain = painted("bloom", &order(MEDIA[0], 8));
    for prompt in &MEDIA[1..] {
        let apart = difference(&plain, &painted("bloom", &order(prompt, 8)));
        assert!(2.0 < apart, "{prompt}: {apart}");
    }
}

#[test]
fn the_colour_that_is_named_is_the_colour_that_is_seen() {
    for model in MODELS {
        for (name, degrees) in
            [("red", 356.0), ("orange", 29.0), ("green", 138.0), ("blue", 217.0), ("purple", 282.0)]
        {
            for seed in [1, 2, 3] {
                let seen = mean_hue(&painted(model.id, &order(&format!("a {name} vase"), seed)));
                let apart = (seen - degrees + 180.0).rem_euclid(360.0) - 180.0;
                assert!(apart.abs() < 30.0, "{} painted {name} with a mean hue of {seen}", model.id);
            }
        }
    }
}

#[test]
fn a_colour_that_is_not_wanted_is_not_there() {
    let cases =
        [("sunset over the sea", "red, orange", 340.0, 45.0), ("summer meadow", "green", 100.0, 160.0)];
    for model in MODELS {
        for (prompt, negative, from, to) in cases {
            let mut parameters = order(prompt, 4);
            let wrong = |parameters: &Map<String, Value>| {
                let pixels = pixels(&painted(model.id, parameters));
                let inside =
                    |hue: f64| if from < to { from < hue && hue < to } else { from < hue || hue < to };
                let count = pixels.iter().filter(|pixel| 60 < pixel[0].max(pixel[1]).max(pixel[2]));
                count.map(|pixel| hue(*pixel)).filter(|(hue, strong)| 0.3 < *strong && inside(*hue)).count()
            };
            let before = wrong(&parameters);
            parameters.insert("negative_prompt".to_owned(), json!(negative));
            let after = wrong(&parameters);
            assert!(after <= 12, "{}: {after} pixels of {negative} in {prompt} ({before} before)", model.id);
        }
    }
    // The same question finds them where they are not kept out, or the above would prove nothing.
    let plain = pixels(&painted("weave", &order("red", 4)));
    assert!(
        1000 < plain
            .iter()
            .map(|pixel| hue(*pixel))
            .filter(|it| 0.3 < it.1 && (340.0 < it.0 || it.0 < 45.0))
            .count()
    );
}

#[test]
fn every_model_paints_every_size() {
    for model in MODELS {
        for (width, height) in [(64, 64), (64, 2048), (2048, 64), (65, 127), (333, 100)] {
            let mut parameters = order("moon, city, birds and snow by the sea", 9);
            parameters.insert("width".to_owned(), json!(width));
            parameters.insert("height".to_owned(), json!(height));
            let painting = painted(model.id, &parameters);
            assert_eq!((painting.width, painting.height), (width, height));
            assert_eq!(pixels(&painting).len(), usize::try_from(width * height).expect("a size"));
        }
    }
}

#[test]
fn every_texture_fits_long_pictures() {
    for prompt in MEDIA {
        for (width, height) in [(64, 301), (301, 64)] {
            let mut parameters = order(prompt, 2);
            parameters.insert("width".to_owned(), json!(width));
            parameters.insert("height".to_owned(), json!(height));
            painted("shapes", &parameters);
        }
    }
}

#[test]
fn the_schema_says_what_is_accepted() {
    for model in MODELS {
        let schema = model.parameter_schema();
        assert_eq!(schema["required"], json!(["prompt"]));
        assert_eq!(schema["additionalProperties"], json!(false));
        let properties = schema["properties"].as_object().expect("properties");
        for (name, property) in properties {
            assert!(property["title"].is_string(), "{name}");
            for bound in ["minimum", "maximum", "default"] {
                let Some(value) = property.get(bound).filter(|_| name != "width" && name != "height") else {
                    continue;
                };
                let mut parameters = order("stars", 1);
                parameters.insert(name.clone(), value.clone());
                painted(model.id, &parameters);
            }
        }
        assert!(properties.values().any(|it| it["x-advanced"] == json!(true)), "{}", model.id);
        assert_eq!(properties["width"]["minimum"], json!(64));
        assert_eq!(properties["height"]["maximum"], json!(2048));
    }
    let number = |model: &str, name: &str, what: &str| {
        StudioModel::find(model).expect("a model").parameter_schema()["properties"][name][what].clone()
    };
    assert_eq!(number("flow", "density", "default"), json!(40));
    assert_eq!(number("noise", "octaves", "maximum"), json!(8));
    assert_eq!(number("shapes", "shapes", "default"), json!(60));
    assert_eq!(number("strata", "mist", "default"), json!(0.5));
}

#[test]
fn what_the_schema_forbids_is_refused_by_name() {
    let cases = [
        ("seed", json!(null)),
        ("seed", json!(-1)),
        ("seed", json!(1.5)),
        ("seed", json!("7")),
        ("prompt", json!(null)),
        ("prompt", json!("  ")),
        ("prompt", json!(["red"])),
        ("negative_prompt", json!(3)),
        ("width", json!(63)),
        ("width", json!(2049)),
        ("height", json!("tall")),
        ("height", json!(-64)),
        ("density", json!(0)),
        ("density", json!(101)),
        ("density", json!(4.5)),
        ("density", json!("many")),
        ("turbulence", json!(1.01)),
        ("octaves", json!(5)),
        ("steps", json!(20)),
    ];
    for (name, value) in cases {
        let mut parameters = order("a fox", 1);
        parameters.insert(name.to_owned(), value.clone());
        match paint("flow", &parameters, &|| false) {
            Err(StudioError::Parameter { name: named, reason }) => {
                assert_eq!(named, name, "{reason}");
                assert!(!reason.is_empty());
            }
            other => panic!("{name} = {value} gave {other:?}"),
        }
    }
    let unknown = paint("dreams", &order("a fox", 1), &|| false);
    assert!(matches!(unknown, Err(StudioError::Parameter { name, .. }) if name == "model"));
}

#[test]
fn null_says_as_little_as_nothing() {
    let mut parameters = order("a fox", 1);
    let plain = painted("flow", &parameters);
    for name in ["negative_prompt", "density", "turbulence"] {
        parameters.insert(name.to_owned(), Value::Null);
    }
    assert_eq!(plain, painted("flow", &parameters));
}

#[test]
fn work_that_nobody_waits_for_stops() {
    for model in MODELS {
        let parameters = object(json!({"prompt": "a hare in oil", "seed": 1, "width": 128, "height": 128}));
        let asked = Cell::new(0_u32);
        let count = || {
            asked.set(asked.get() + 1);
            false
        };
        paint(model.id, &parameters, &count).expect("nobody cancels");
        let all = asked.get();
        assert!(20 < all, "{} asks only {all} times", model.id);
        for limit in [1, all / 2, all] {
            asked.set(0);
            let result = paint(model.id, &parameters, &|| {
                asked.set(asked.get() + 1);
                asked.get() == limit
            });
            assert!(matches!(result, Err(StudioError::Cancelled)), "{} at {limit} of {all}", model.id);
            assert_eq!(asked.get(), limit, "{} went on", model.id);
        }
    }
}

#[test]
fn the_palette_is_told() {
    let painting = painted("shapes", &order("crimson", 1));
    assert!(3 <= painting.palette.len());
    assert!(painting.palette.contains(&"#b3162e".to_owned()), "{:?}", painting.palette);
    assert!(painting.palette.iter().all(|it| it.len() == 7 && it.starts_with('#')));
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).expect("a bound")).expect("below it")
    }

    /// A text of letters, signs and whatever else Unicode has.
    fn text(&mut self) -> String {
        let length = 1 + self.below(50);
        let letter = |numbers: &mut Self| match numbers.below(3) {
            0 => u32::try_from(0x20 + numbers.below(0x5f)).ok(),
            1 => u32::try_from(0xa0 + numbers.below(0x2f00)).ok(),
            _ => u32::try_from(numbers.below(0x0011_0000)).ok(),
        };
        (0..length).filter_map(|_| letter(self).and_then(char::from_u32)).collect()
    }
}

#[test]
fn whatever_the_schema_allows_is_painted() {
    let mut numbers = Numbers(20);
    for case in 0..40 {
        let model = &MODELS[case % MODELS.len()];
        let words = numbers.text();
        let prompt = format!("{words} {}", MEDIA[numbers.below(MEDIA.len())]);
        let (width, height) = (64 + numbers.below(90), 64 + numbers.below(90));
        let mut parameters =
            object(json!({"prompt": prompt, "negative_prompt": words, "seed": numbers.next(),
            "width": width, "height": height}));
        let schema = model.parameter_schema();
        for (name, property) in schema["properties"].as_object().expect("properties") {
            let bounds = (property["minimum"].as_f64(), property["maximum"].as_f64());
            let (Some(low), Some(high)) = bounds else { continue };
            if ["width", "height"].contains(&name.as_str()) {
                continue;
            }
            let value =
                low + (high - low) * f64::from(u8::try_from(numbers.below(101)).expect("a byte")) / 100.0;
            // Whole numbers only, where the schema asks for them: the text of a rounded number is one.
            let whole = property["type"] == json!("integer");
            let value =
                if whole { serde_json::from_str(&format!("{value:.0}")).expect("one") } else { json!(value) };
            parameters.insert(name.clone(), value);
        }
        let painting = painted(model.id, &parameters);
        assert_eq!(pixels(&painting).len(), width * height, "{parameters:?}");
        assert_eq!(painting, painted(model.id, &parameters), "{parameters:?}");
    }
}
