//! Durations: the forms people use, and a thousand made from numbers and read back.

use atelier_extraction::{Context, extract};
use jiff::civil::date;
use proptest::prelude::*;

fn minutes(note: &str) -> Option<u32> {
    extract(note, &Context::on(date(2026, 5, 14))).minutes.map(|fact| fact.value)
}

#[test]
fn forms_of_speech() {
    let forms = [
        ("three quarters of an hour", 45),
        ("between ten and eleven thirty", 90),
        ("2 x 20 minutes plus forty", 80),
        ("an hour and forty", 100),
        ("four to half past five", 90),
        ("an hour, then another half hour", 90),
        ("a couple of hours", 120),
        ("1h20", 80),
        ("90min", 90),
        ("spent 1:30 on it", 90),
        ("from nine thirty until noon", 150),
        ("11 pm to half past one", 150),
        ("from 9 to 12 minus a 20 minute lunch", 160),
        ("hour and a half", 90),
        ("3.5 hours", 210),
        ("two 45 minute sessions", 90),
        ("2½ hours", 150),
        ("1 1/2 hours", 90),
        ("a hundred and ten minutes", 110),
        ("three sessions of 25 minutes", 75),
        ("started at nine, finished at 11:15", 135),
        ("half eight until one", 270),
        ("13:00-15:30", 150),
        ("10 a.m. to 1 p.m.", 180),
        ("forty minutes on the sky and twenty on the sea", 60),
        ("an hour, no, an hour and a half", 90),
        ("two hours of carving and 30 minutes of emails", 120),
        ("three sessions, 40 minutes each", 120),
        ("from nine to eleven, two hours", 120),
        ("an hour on the bowl and 20 minutes on the lid, 80 minutes total", 80),
        ("twenty five to four until four", 25),
        ("half past nine till ten to one", 200),
        ("from 7 o'clock in the evening to a quarter before 10", 165),
        ("from seven till nine no it was half nine", 150),
        ("11:50pm Friday to 1:20am", 90),
        ("from Tue night ten to Wed quarter past midnight", 135),
        ("1pm-3:40pm & 8pm-9pm", 220),
        ("at the easel 14h–17h30", 210),
        ("started at two and went on till half four", 150),
        ("8am start, down tools 10:50, take off 20", 150),
        ("from 2 until I lost the light at ten to six, minus 30 fighting the easel", 200),
        ("80' on the board, 10' pouncing", 90),
        ("3/4 of an hour on the hare", 45),
        ("2 h & 3/4 on the basket", 165),
        ("20+20+35 between loads", 75),
        ("painted it 20 min. Later scanned it, 15.", 35),
        ("three hours in the chair, lost an hour to the phone", 120),
        ("four hours but one hour of it I lose", 180),
        ("9:15–11:40, twenty mins out because of the lamp", 125),
        ("started 14:05 stopped 15:30, phone 10 out", 75),
        ("6h incl. 1h lunch", 300),
        ("8 till 8 minus everything = five and a half hours of real work", 330),
        ("jars 1–6 glazed, 55 min", 55),
        ("1h15 stretching 2m of linen", 75),
    ];
    for (form, wanted) in forms {
        assert_eq!(minutes(form), Some(wanted), "{form}");
    }
}

#[test]
fn fields_and_bare_numbers() {
    for (note, wanted) in [
        ("Hours: 2. Weaving.", 120),
        ("total time 1.5. Weaving.", 90),
        ("Duration 2:00 weaving", 120),
        ("three hr and a half", 210),
        ("an hour in the morning, then after lunch another two with the pencils", 180),
        ("30 mins printing then 50 of cutting", 80),
    ] {
        assert_eq!(minutes(note), Some(wanted), "{note}");
    }
}

#[test]
fn work_among_other_time() {
    let notes = [
        // Forms of other pens.
        ("At the press from 9:05a to 11:40a, inked the whole edition.", Some(155)),
        ("Carved the block 1:15p till 3p.", Some(105)),
        ("9h15 à 11h45, filed the bronze base.", Some(150)),
        ("2,25 h on the retouching.", Some(135)),
        ("Burnished the silver, 1,5 hours.", Some(90)),
        ("Scraped the plate, an hour and twenty instead.", Some(80)),
        ("Trimmed the hems twice. Two hours and ten minutes in all.", Some(130)),
        ("An hour on the lid, then another 25 sanding the base.", Some(85)),
        // Stretches that go on from one another.
        ("Printed from ten to half eleven, then carried on till one.", Some(180)),
        ("Started at the hall 9:00, primed until 10:30. Painted the heron until 12:15.", Some(195)),
        ("Painted 9 till 11, lunch till 12, then on till 2.", Some(240)),
        ("The paint was drying until 3 and I drew from 4 to 5.", Some(60)),
        // Guesses, counts and totals.
        ("I should guess an hour and three quarters on the frame.", Some(105)),
        ("I'd reckon 50 minutes at the bench.", Some(50)),
        ("Three coats of shellac, 20 minutes per coat.", Some(60)),
        ("Sanded both sides, half an hour a side.", Some(60)),
        ("It was four hours with lunch, so call it three without.", Some(180)),
        ("Had the press room booked for four hours, used three.", Some(180)),
        ("From six in the morning till ten, but I rest between coats, so I count two hours.", Some(120)),
        // Breaks.
        ("Carved for three hours minus tea 2 x 10.", Some(160)),
        ("14:00 - 16:30, cuppa 15 min.", Some(135)),
        ("Three hours less lunch (twenty minutes). Sore back.", Some(160)),
        (
            "Two hours of weaving on the clock but I was on the phone to the bank for twenty minutes of it.",
            Some(100),
        ),
        // What went by itself, and what others did.
        ("Glaze firing is on, eleven hours, nobody needed. I threw six bowls, 50 minutes.", Some(50)),
        ("Laid out cyanotypes, sun 3 hours. Washing them 25 minutes.", Some(25)),
        ("Fatou did the sanding on the hull for three hours. I then carved for 40 minutes.", Some(40)),
        ("Plumber here 2 hours. I stitched for 35 minutes.", Some(35)),
        ("Had the school group in for an hour and a half. Wove for 45 minutes.", Some(45)),
        ("They cast the base, not me, 2 h there and 1 h on the road. I filed for 20 minutes.", Some(20)),
        ("Hatched the wing with a 6H pencil for 40 minutes.", Some(40)),
        ("Wove for an hour. Ten minutes afterwards to answer a buyer.", Some(60)),
        ("Did not carve anything. Looked through old sketches, an hour.", None),
        ("No studio time today. Dropped frames off, 2 hours.", None),
    ];
    for (note, wanted) in notes {
        assert_eq!(minutes(note), wanted, "{note}");
    }
}

const UNITS: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 6] = ["", "", "twenty", "thirty", "forty", "fifty"];

fn spoken(number: u32) -> String {
    let (tens, units) = ((number / 10) as usize, (number % 10) as usize);
    match number {
        0..20 => UNITS[number as usize].to_owned(),
        _ if units == 0 => TENS[tens].to_owned(),
        _ => format!("{} {}", TENS[tens], UNITS[units]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn lengths_read_back(hours in 1_u32..12, rest in 1_u32..60, form in 0_usize..9) {
        let plural = if hours == 1 { "hour" } else { "hours" };
        let text = match form {
            0 => format!("{hours}h{rest:02}"),
            1 => format!("{hours} {plural} {rest} minutes"),
            2 => format!("{} {plural} and {} minutes", spoken(hours), spoken(rest)),
            3 => format!("{hours}h {rest}m"),
            4 => format!("{hours} hrs {rest} mins"),
            5 => format!("{hours}:{rest:02} hours"),
            6 => format!("spent {hours}:{rest:02} on the frame"),
            7 => format!("{} minutes and {} {plural}", spoken(rest), spoken(hours)),
            _ => format!("{} {plural}, then another {} minutes", spoken(hours), spoken(rest)),
        };
        prop_assert_eq!(minutes(&text), Some(hours * 60 + rest), "{}", text);
    }

    #[test]
    fn ranges_read_back(start in 0_u32..1440, length in 5_u32..700, form in 0_usize..4) {
        let clock = |at: u32| (at / 60 % 24, at % 60);
        let ((from, from_rest), (to, to_rest)) = (clock(start), clock(start + length));
        let half = |hour: u32| if hour < 12 { "am" } else { "pm" };
        let face = |hour: u32| if hour.is_multiple_of(12) { 12 } else { hour % 12 };
        let text = match form {
            0 => format!("from {from:02}:{from_rest:02} to {to:02}:{to_rest:02}"),
            1 => format!("{}:{from_rest:02} {} - {}:{to_rest:02} {}", face(from), half(from), face(to), half(to)),
            2 => format!("between {}:{from_rest:02}{} and {}:{to_rest:02}{}", face(from), half(from), face(to), half(to)),
            _ => format!("started at {}:{from_rest:02} {} and finished at {}:{to_rest:02} {}", face(from), half(from), face(to), half(to)),
        };
        let told = minutes(&text);
        // Without am and pm, hours up to twelve may be either half of the day.
        prop_assert!(told == Some(length) || (form == 0 && told == Some(length % 720)), "{}: {:?}, not {}", text, told, length);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let facts = extract(&text, &Context::on(date(2026, 5, 14)));
        for span in facts.materials.iter().flat_map(|fact| &fact.spans) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
