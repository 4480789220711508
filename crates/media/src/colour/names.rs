//! Names of colours, with the paint box's before the web's. Values are usual sRGB renderings; real paint varies.

use super::oklab::Lab;

const NAMES: &[(&str, u32)] = &[
    ("white", 0x00ff_ffff),
    ("titanium white", 0x00f3_f4f0),
    ("ivory", 0x00f2_ead3),
    ("parchment", 0x00e4_d5b7),
    ("buff titanium", 0x00d2_c2a4),
    ("light grey", 0x00d0_d0d0),
    ("silver grey", 0x00b0_b2b4),
    ("grey", 0x0080_8080),
    ("slate grey", 0x0063_6b74),
    ("Payne's grey", 0x0040_4a57),
    ("dark grey", 0x0045_4545),
    ("ivory black", 0x0023_1f20),
    ("black", 0x0000_0000),
    ("lemon yellow", 0x00ff_f44f),
    ("cadmium yellow", 0x00ff_d000),
    ("Naples yellow", 0x00fa_da5e),
    ("yellow ochre", 0x00cb_9d3a),
    ("gold ochre", 0x00b8_7a1f),
    ("raw sienna", 0x00c6_8a4b),
    ("raw umber", 0x0073_5c3f),
    ("burnt umber", 0x004f_3527),
    ("Vandyke brown", 0x0035_2620),
    ("sepia", 0x0070_4a2e),
    ("burnt sienna", 0x00e9_7451),
    ("dark sienna", 0x009a_4a2b),
    ("terracotta", 0x00c8_6b4f),
    ("red ochre", 0x0091_3831),
    ("Venetian red", 0x00b3_3a2a),
    ("cadmium orange", 0x00f0_7c1c),
    ("orange", 0x00ff_a500),
    ("apricot", 0x00fb_ceb1),
    ("peach", 0x00ff_cba4),
    ("flesh tint", 0x00e0_ac92),
    ("cadmium red", 0x00e3_0022),
    ("vermilion", 0x00e3_4234),
    ("scarlet", 0x00ff_2400),
    ("alizarin crimson", 0x00a1_1c3a),
    ("madder lake", 0x00c0_3a4f),
    ("burgundy", 0x0069_1a2c),
    ("rose", 0x00e8_6a92),
    ("pink", 0x00f7_b6c5),
    ("quinacridone magenta", 0x00b0_2a6f),
    ("magenta", 0x00e5_2b9c),
    ("mauve", 0x00c3_9bd3),
    ("lavender", 0x00d4_cfea),
    ("dioxazine violet", 0x003f_1a5e),
    ("purple", 0x0080_2a8c),
    ("violet", 0x007a_4fc0),
    ("ultramarine", 0x0012_0a8f),
    ("ultramarine light", 0x0041_55c4),
    ("cobalt blue", 0x0000_47ab),
    ("cerulean", 0x002a_7fbf),
    ("sky blue", 0x0087_c5eb),
    ("pale blue", 0x00c4_dcec),
    ("Prussian blue", 0x0012_3250),
    ("indigo", 0x0025_2f5a),
    ("phthalo blue", 0x0000_0f89),
    ("steel blue", 0x0054_7a9c),
    ("turquoise", 0x0035_c5bd),
    ("teal", 0x0012_7475),
    ("viridian", 0x0040_826d),
    ("phthalo green", 0x0012_3524),
    ("emerald", 0x0028_a866),
    ("mint", 0x00b2_e3c6),
    ("sage", 0x009c_ab8b),
    ("terre verte", 0x0068_7a58),
    ("sap green", 0x0050_7d2a),
    ("hooker's green", 0x0032_5a3c),
    ("olive", 0x0070_702a),
    ("chartreuse", 0x00b5_d83a),
    ("green", 0x0030_9a30),
];

/// The nearest name for an sRGB colour.
pub fn colour_name(srgb: [u8; 3]) -> &'static str {
    let colour = Lab::from_srgb(srgb);
    let distance = |hex: u32| {
        let [_, r, g, b] = hex.to_be_bytes();
        colour.distance(Lab::from_srgb([r, g, b]))
    };
    let nearest = NAMES.iter().map(|(name, hex)| (name, distance(*hex))).min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.map_or("grey", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_names_itself() {
        for (name, hex) in NAMES {
            let [_, r, g, b] = hex.to_be_bytes();
            assert_eq!(colour_name([r, g, b]), *name);
        }
    }
}
