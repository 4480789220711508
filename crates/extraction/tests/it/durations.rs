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
    ];
    for (form, wanted) in forms {
        assert_eq!(minutes(form), Some(wanted), "{form}");
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
