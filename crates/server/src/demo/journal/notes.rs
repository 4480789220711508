//! What was written in eight weeks, the oldest first.

/// What somebody did with a note after the rules had read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// It still waits, unless every fact was sure.
    Waits,
    /// They said yes.
    Right,
    /// They set the time, and said yes.
    Minutes(u32),
    /// They said no.
    Wrong,
}

/// A note.
pub(super) struct Note {
    pub(super) hours_ago: u32,
    /// Who of the studio wrote it.
    pub(super) by: usize,
    pub(super) text: &'static str,
    /// The project, where they named it; otherwise it is guessed.
    pub(super) project: Option<&'static str>,
    /// A picture that was taken of it, and in which project it belongs.
    pub(super) picture: Option<(&'static str, &'static str)>,
    pub(super) then: Then,
}

const fn note(hours_ago: u32, by: usize, text: &'static str, then: Then) -> Note {
    Note { hours_ago, by, text, project: None, picture: None, then }
}

impl Note {
    const fn of(self, project: &'static str) -> Self {
        Self { project: Some(project), ..self }
    }

    const fn with(self, picture: &'static str, project: &'static str) -> Self {
        Self { picture: Some((picture, project)), ..self }
    }
}

use Then::{Minutes, Right, Waits, Wrong};

const TRIPTYCH: &str = "Harbor Triptych";
const FERRY: &str = "Night Ferry";
const GARDEN: &str = "Cyanotype Garden";
const LEDGER: &str = "Ledger of Small Weather";
const MASTER: &str = "Portrait of the Harbour Master";

pub(super) const NOTES: &[Note] = &[
    note(1_330, 0, "Three hours on the harbor triptych, sized the three panels and two coats of gesso, sanded between them.", Right),
    note(1_284, 0, "Stretched the linen for Night Ferry, 120 by 160. Took an hour. Out of copper tacks.", Right),
    note(1_235, 1, "Coated 20 sheets for the cyanotype garden with ferric ammonium citrate, an hour and a half in the dark.", Minutes(90)),
    note(1_190, 0, "Two hours underpainting the left panel of the harbor triptych with raw umber and turpentine, very thin.", Right).with("underpainting.jpg", TRIPTYCH),
    note(1_115, 0, "Transferred the drawing for the night ferry with charcoal, 45 minutes.", Right),
    note(1_065, 0, "Twenty minutes on today's page of the ledger: a flat grey wash, Payne's grey only.", Right).of(LEDGER),
    note(1_010, 1, "Exposed the ferns at noon for the cyanotype garden, eleven minutes each, six prints. About two hours in all with the washing.", Right).with("ferns.jpg", GARDEN),
    note(960, 0, "Middle panel of the triptych: blocked in the basin with burnt sienna and a little yellow ochre, 2.5 hours.", Right),
    note(905, 0, "Spent the evening on it, maybe two hours. Lamp black and ultramarine for the water, scumbled.", Waits).of(FERRY).with("night-ferry-water.jpg", FERRY),
    note(850, 1, "Ran out of potassium ferricyanide. Order 250 g, and more cotton paper.", Waits),
    note(800, 0, "Ledger, 25 minutes. Cerulean wet in wet, lifted the clouds with a sponge.", Right).with("sky-214.jpg", LEDGER),
    note(742, 0, "First glaze on the middle panel of the harbor triptych, ultramarine over the burnt sienna, with a medium of stand oil and dammar. An hour and a quarter.", Right).with("first-glaze.jpg", TRIPTYCH),
    note(690, 0, "Cleaned brushes, answered letters, ordered nothing.", Wrong),
    note(640, 1, "Toned two test prints in green tea, one hour. The blue goes to slate, lovely.", Waits),
    note(575, 0, "Ferry again: repainted the sky from the horizon up, Prussian blue and ivory black, three hours, wet on wet.", Right),
    note(520, 0, "Yesterday I did 40 minutes on the ledger, two pages, burnt umber for the rain.", Right),
    note(470, 0, "Right panel of the harbor triptych has its ground now: cold wax and marble dust, put on with a palette knife. Two hours.", Right).with("cold-wax.jpg", TRIPTYCH),
    note(420, 1, "Pressed hydrangea and honesty for the garden, half an hour. Didn't coat any paper.", Waits),
    note(345, 0, "An hour and 10 minutes glazing the left panel, transparent oxide brown. Need more linseed oil.", Waits),
    note(290, 0, "Night ferry: the lamp. Cadmium orange straight from the tube, then half of it scraped off. 50 minutes.", Right).with("the-lamp.jpg", FERRY),
    note(240, 1, "Exposed honesty seed heads, overcast, 28 minutes each. Three prints, one is good.", Waits),
    note(170, 0, "Looked at it for an hour and did nothing. The cranes are too dark.", Waits).of(TRIPTYCH),
    note(118, 0, "Ledger page 302, quarter of an hour, manganese blue.", Right),
    note(74, 0, "First sitting with the harbour master, two hours. Charcoal and white chalk on grey paper, he talked all the time.", Right).of(MASTER).with("first-sitting.jpg", MASTER),
    note(49, 1, "Tea toning again, about an hour, not sure which prints to keep.", Waits),
    note(26, 0, "90 minutes on the cranes: lead white scumbled over the glaze, thinned with turpentine.", Waits),
    note(6, 0, "Mixed a grey for the uniform from ultramarine and burnt sienna, and primed a small panel with gesso. Half an hour or so.", Waits),
];
