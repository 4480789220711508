//! Words for a time, a season, a weather, a material, a mood or a school: what they do to the colours.

/// What a word brings: its colours, how light (−1 to 1) and how much more or less colourful.
#[derive(Debug)]
pub(in super::super) struct Mood {
    /// Words and phrases that mean it, apart by commas.
    pub(in super::super) names: &'static str,
    /// Six hexadecimal digits each, the most telling first.
    pub(in super::super) colours: &'static [&'static str],
    pub(in super::super) light: f32,
    pub(in super::super) strength: f32,
}

const fn mood(names: &'static str, colours: &'static [&'static str], light: f32, strength: f32) -> Mood {
    Mood { names, colours, light, strength }
}

pub(super) const MOODS: &[Mood] = &[
    // Times of day and light.
    mood("dawn,sunrise,daybreak", &["f4a28c", "f7cf9e", "8fa7cf", "c98fb0", "fbe6c8"], 0.5, 1.0),
    mood("morning,noon,midday,daylight", &["f5c95a", "7db9de", "f7ead0", "8fbf7a", "e8896a"], 0.7, 1.0),
    mood("afternoon,golden hour,magic hour", &["e8963a", "f6c667", "b5562f", "6a5a6e", "f8e3b4"], 0.4, 1.05),
    mood("dusk,sunset,twilight,evening", &["e2674a", "6a3f74", "f2a65a", "2f2f5f", "c44a6a"], -0.4, 1.05),
    mood("blue hour,gloaming", &["2f4a86", "5f7fb8", "e7a66b", "18244a", "96a9d2"], -0.6, 1.0),
    mood(
        "night,nocturne,nocturnal,midnight",
        &["1f2a5a", "3f4f8f", "e9d9a0", "0f1530", "6a6fae"],
        -1.0,
        0.95,
    ),
    mood("moonlight,moonlit,moon,lunar", &["8fa6cc", "2a3760", "dfe6ee", "55699a", "141b36"], -0.9, 0.75),
    mood(
        "candlelight,candlelit,lamplight,firelight,fireplace",
        &["e89a3c", "8a3f1c", "f6cf7f", "3a1c14", "bb5f24"],
        -0.8,
        1.0,
    ),
    mood(
        "fire,flame,blaze,burning,inferno,volcano,lava",
        &["e5431a", "f7931e", "7a130f", "fcd34a", "2a0d10"],
        -0.7,
        1.2,
    ),
    mood("aurora,northern lights", &["37d69a", "5a4fcf", "14233f", "9bf0c8", "b05fd0"], -0.9, 1.15),
    mood(
        "soft light,gentle,tender,delicate,dreamy,dream",
        &["e9c9c4", "c9d3e4", "f0e4cf", "b9c7b5", "d8b7d0"],
        0.7,
        0.75,
    ),
    mood(
        "hard light,dramatic,chiaroscuro,cinematic",
        &["b5371f", "e8b04a", "1c2733", "54697a", "efe0c2"],
        -0.8,
        1.0,
    ),
    mood(
        "backlight,backlit,glow,glowing,radiant,luminous",
        &["f8c25c", "e9783a", "fbe9c0", "7a3f5a", "4a3a6a"],
        -0.2,
        1.1,
    ),
    // Seasons and weather.
    mood("spring,april,may,blossom", &["f2a9c0", "9ccf7a", "f8e58a", "a9d4ec", "6aa85a"], 0.8, 1.0),
    mood("summer,june,july,august", &["f9b233", "2aa6c0", "ee6c4d", "f6e27a", "3f9a5f"], 0.7, 1.15),
    mood(
        "autumn,fall,october,november,harvest",
        &["c8551f", "e3a02f", "7a2f1d", "8a7a32", "f0d9a8"],
        0.1,
        1.0,
    ),
    mood(
        "winter,january,december,february,frost,frozen",
        &["a9c4da", "e6eef3", "5f7f9f", "c9cfdd", "33475f"],
        0.6,
        0.7,
    ),
    mood("snow,snowy,snowfall", &["dfe9f1", "a6bdd2", "6f88a6", "f2f1ee", "c7b8c9"], 0.8, 0.6),
    mood("sun,sunshine,sunlight,solar", &["f7c53a", "ef7f3a", "5fa8d3", "f9ead0", "c94f3a"], 0.5, 1.1),
    mood("clear,sunny,bright", &["57aee6", "f9d24a", "f7f1df", "ef8a4a", "4fb08a"], 0.8, 1.1),
    mood("cloud,cloudy,overcast", &["a9b3bd", "d9dcdd", "73808d", "c3c0ba", "8e9aa8"], 0.3, 0.5),
    mood("fog,mist,haze,foggy,misty,hazy", &["c3c9c9", "a3adb0", "e1e0da", "84919a", "cfc6bd"], 0.6, 0.45),
    mood("rain,rainy,drizzle,downpour", &["5d7486", "8fa5b0", "34495a", "b9c4c6", "6f7f6a"], -0.2, 0.65),
    mood(
        "storm,stormy,thunder,tempest,lightning",
        &["3a4654", "6c7d8c", "e3dca6", "20262f", "4f5f78"],
        -0.8,
        0.7,
    ),
    // Places and things with a colour of their own.
    mood(
        "sea,ocean,water,lake,river,marine,wave,underwater",
        &["1f6f96", "5ab3c4", "0f3f5f", "cfe6df", "e8cf9f"],
        0.0,
        1.0,
    ),
    mood("tropical,lagoon,caribbean,reef", &["12a5a0", "f7b83e", "ef5f6c", "7fd8c4", "175f7a"], 0.4, 1.15),
    mood("forest,wood,woodland,jungle", &["2f5f3a", "6f8f45", "a9b26a", "1c3527", "c99a4e"], 0.0, 0.95),
    mood("meadow,garden,field", &["7aa84a", "e9c84a", "e07a8f", "b9d58a", "5a86b8"], 0.6, 1.05),
    mood("desert,dune,sahara,canyon", &["d99a5c", "b4552f", "f1d8a6", "7a4a4a", "6fa3b5"], 0.4, 1.0),
    mood("mountain,alpine,glacier", &["5f7a99", "a9bccb", "38506b", "e4e4df", "8a7a72"], 0.0, 0.8),
    mood("city,urban,street,skyline", &["4a5568", "d98a4a", "8f9aa8", "252d3d", "e6d3a8"], -0.2, 0.9),
    mood(
        "space,galaxy,nebula,cosmos,cosmic,universe",
        &["3a2a7f", "c04fa0", "131433", "4f8fd6", "f2c6a0"],
        -1.0,
        1.15,
    ),
    mood("earth,soil,earthy,clay,pottery", &["9a5f3a", "c99a63", "5f4330", "8a7f52", "e6d3b0"], 0.0, 0.85),
    mood(
        "tropics,parrot,carnival,fiesta,festival",
        &["ef3f4a", "f9b52a", "1fa08a", "3f4fc0", "f07fb0"],
        0.4,
        1.2,
    ),
    mood("fox", &["c9602a", "f0e0c8", "6a2f1c", "e39a52", "3a3a34"], 0.0, 1.0),
    mood("owl", &["8a6f4e", "d9c6a0", "4a3a30", "e3a83a", "6f7a7f"], 0.0, 0.85),
    mood("whale,dolphin,shark", &["3f637f", "8fb0bf", "1d3348", "d9e4e2", "5f8f9f"], 0.0, 0.85),
    mood("bear,deer,stag,hare,horse", &["8a5a36", "c9a878", "47342a", "6f7f52", "ead9ba"], 0.0, 0.9),
    mood("sunflower,daisy,buttercup", &["f4be2a", "7a4a1c", "5f8f3a", "faeab0", "4f7fae"], 0.0, 1.1),
    mood("cherry blossom,sakura,peony", &["f3b6c6", "e0809f", "faece8", "7a4a50", "9ab58a"], 0.0, 0.95),
    // Materials.
    mood("gold,gilded,golden", &["d9a52f", "8a5f1c", "f6dd8f", "4a3014", "b5832a"], 0.0, 1.0),
    mood("silver,metal,steel,chrome,iron", &["a9b2bb", "5f6a75", "e3e7ea", "333b45", "7f8f9f"], 0.0, 0.4),
    mood("copper,rust,rusty,bronze", &["b5622f", "6fa392", "7a3a1f", "e2a878", "3f4f4a"], -0.1, 0.95),
    mood("glass,crystal,ice", &["8fd0dc", "dff1f2", "5f9fbf", "b9b5e0", "33687f"], 0.5, 0.85),
    mood("wooden,timber,oak", &["9a6a3f", "c99f6a", "5f3f26", "e3cba0", "7a5f4a"], 0.1, 0.85),
    mood("marble,stone,statue", &["d6d2cb", "a39d96", "efede8", "6f6c6a", "b8a993"], 0.6, 0.3),
    mood("velvet,silk,satin", &["7a1f3f", "b0476a", "3a1026", "d9a0a8", "4a2a5f"], -0.6, 1.05),
    mood("paper,parchment,manuscript", &["d9c49a", "8a6f4a", "f1e6cb", "b04a36", "4a4038"], 0.7, 0.7),
    // Moods.
    mood(
        "calm,serene,peaceful,quiet,tranquil,zen",
        &["8fb3b5", "dfe3d6", "b7c5a8", "6f8f9f", "e6d3b8"],
        0.5,
        0.65,
    ),
    mood("joyful,happy,cheerful,joy,festive", &["f9a825", "f2567a", "37b5a6", "ffd95a", "5f7fe0"], 0.7, 1.2),
    mood(
        "melancholy,sad,lonely,wistful,sorrow",
        &["5f6f8f", "8f93a8", "33405a", "b9b3b5", "7a6f86"],
        -0.3,
        0.6,
    ),
    mood(
        "mysterious,mystic,mystical,enigmatic,occult",
        &["4a2f6a", "1f4a54", "8f6fb0", "141626", "c9b26a"],
        -0.9,
        0.9,
    ),
    mood("playful,whimsical,childlike,toy", &["f45f4f", "f9c83a", "3fa7d6", "59c08a", "f7a8c8"], 0.8, 1.15),
    mood(
        "ominous,sinister,horror,dark,gloomy,gothic",
        &["3a1a20", "5f5a66", "7a1f22", "14131a", "a39a8a"],
        -1.0,
        0.7,
    ),
    mood("romantic,love,valentine", &["c9375a", "f2a6b0", "7a1f3a", "f9e0d8", "d96f6a"], 0.3, 1.0),
    mood("warm,cosy,cozy", &["d9713a", "e9b45a", "a33f2f", "f6e0b8", "6a3a34"], 0.3, 1.0),
    mood("cool,cold,icy,chilly", &["4f93b8", "a9d0de", "2a5f86", "dbeaf0", "6f8fb5"], 0.3, 0.85),
    mood("pastel,pastels,candy", &["f5bcc8", "bcdff0", "fae6b5", "c9e6c3", "d8c5ee"], 1.0, 0.7),
    mood(
        "neon,cyberpunk,synthwave,vaporwave,electric",
        &["ff2fa0", "1fe0ff", "7a2fff", "f4ff3a", "12102e"],
        -1.0,
        1.4,
    ),
    mood(
        "monochrome,monochromatic,black and white,greyscale,grayscale,noir",
        &["2a2a2c", "8f8f92", "d6d6d4", "555558", "b5b5b5"],
        0.3,
        0.0,
    ),
    mood(
        "muted,faded,subdued,desaturated,dusty",
        &["a3968a", "7f8f8f", "c9bda6", "8f7a7f", "5f6f6a"],
        0.3,
        0.55,
    ),
    mood(
        "vivid,vibrant,colourful,colorful,saturated,rainbow",
        &["ef3f3f", "f9b01f", "1fa86a", "2f6fe0", "a03fc0"],
        0.4,
        1.3,
    ),
    mood("vintage,retro,antique,nostalgic", &["c9583a", "e0a84a", "4a7f7a", "f2e2bf", "6a4a3a"], 0.5, 0.85),
    // Schools and manners.
    mood("bauhaus,constructivist,suprematist", &["d62f27", "f2b91d", "20549a", "1c1b1b", "f1e8d4"], 0.7, 1.1),
    mood("art deco,deco", &["c9a13f", "12383f", "0f0f14", "e9dfc4", "1f6f6a"], -0.8, 0.95),
    mood("art nouveau,nouveau,jugendstil", &["6f7f45", "c98a3a", "8f3f2f", "ecd9ae", "3f5a5a"], 0.4, 0.85),
    mood("ukiyo e,ukiyo,japanese,woodblock", &["26456e", "d9523a", "e9d9b0", "7fa3b0", "3a3a40"], 0.6, 0.95),
    mood("impressionist,impressionism,monet", &["7f9fd0", "a8c08a", "e6b5a8", "6f6fa8", "f2e0a8"], 0.5, 1.0),
    mood("surrealist,surreal,surrealism", &["d9823a", "2f6f8f", "e8d28a", "7a2f4a", "9fc4b0"], 0.1, 1.0),
    mood(
        "fauvist,fauvism,expressionist,expressionism",
        &["e2402a", "1f7f5f", "f2a52a", "3a3fa0", "e86f9f"],
        0.3,
        1.3,
    ),
    mood("pop art,comic,comics", &["f02f3f", "ffd21f", "1f8fe0", "16151a", "f56fb5"], 0.8, 1.3),
    mood("minimalist,minimalism,minimal", &["c9503a", "2f3a44", "d9cdb8", "8f9a94", "efe9de"], 0.8, 0.85),
    mood("gouache,poster", &["e0694a", "2f6f78", "f0b95a", "f3e3c8", "7f4a5f"], 0.6, 1.0),
    mood("risograph,riso,screenprint", &["ff5a5f", "2f5fd0", "ffd23f", "f4efe4", "3aa88a"], 0.8, 1.2),
];

/// Schemes for prompts that name no colour: ground first, then four colours and the ink.
pub(in super::super) const SCHEMES: &[[&str; 6]] = &[
    ["f3ead8", "d9502e", "f0a63c", "1f6f73", "8fb5a3", "1d2b33"],
    ["f1ece1", "2c4a78", "c9443a", "e8bd6a", "7f9fb5", "1a1f2e"],
    ["15202e", "e86a4a", "f2b65f", "3f8f8f", "8fb9c4", "f4ead6"],
    ["efe7d6", "4a6b4f", "c97b3d", "a9b37f", "7a3b2e", "26291f"],
    ["f5efe6", "e07a6a", "f3b8a0", "6a7fa8", "3d4a6b", "2a2433"],
    ["1b1730", "d8578f", "f29e6d", "5f5fc4", "9fb0e8", "f6e8dc"],
    ["f0eadd", "23635f", "e5a544", "ba3f36", "a3c1ad", "1b2326"],
    ["e9e4d6", "8a3b52", "d98b6b", "5c6f84", "bfa86f", "2b1f2a"],
    ["f6f0df", "e8b23a", "2f5d8c", "d4573f", "86b0a5", "22252c"],
    ["0f2a2e", "e3b15a", "d3654a", "4f9c8c", "a9cdb4", "f2ead4"],
    ["f4ebe4", "b04a6a", "e7a3a0", "6f5f94", "a5b5c9", "2b2238"],
    ["ece7dd", "3b4a5a", "d06a3c", "93a4a8", "e3c48a", "1e2227"],
    ["221a1c", "cf4b37", "e89a4c", "8c6f5a", "d9c29a", "f5ebd9"],
    ["f2efe4", "5a8f6f", "f0c04f", "e06b55", "9cc3c9", "23302c"],
    ["eaf0ea", "1f5b7a", "57a3a8", "e98f5a", "f0d28a", "15262f"],
    ["13203f", "4f86c6", "a9c7e4", "e9a35f", "c9566a", "f1ece0"],
    ["f7eedf", "c8412f", "1f3f5f", "e6a93f", "b5c2a8", "1c1a1d"],
    ["eee6da", "7a6a9f", "c9a0b0", "4f7f86", "e3b878", "27223a"],
    ["1d2a24", "a9b85a", "e0913f", "4f7f5f", "d6cfa4", "f3eedd"],
    ["f5f1ea", "ef6f53", "2b8a8c", "ffc15e", "57446b", "211f2b"],
];
