//! The counts in the guide are those that its readers get.

use atelier_expansion::{Given, Request, expand};

use crate::order::lookups;

const GUIDE: &str = include_str!("../../../../docs/guides/prompts.md");

#[test]
fn counts_in_the_guide_are_exact() {
    let lookups = lookups(&[
        ("color", &["white", "black", "reds"]),
        ("reds", &["pink", "maroon"]),
        ("two", &["x", "y"]),
    ]);
    let mut checked = 0;
    for row in GUIDE.lines().filter(|line| line.starts_with("| `")) {
        // A bar in a cell is escaped in a table.
        let row = row.replace("\\|", "\u{0}");
        let cells: Vec<String> =
            row.split('|').map(|cell| cell.trim().trim_matches('`').replace('\u{0}', "|")).collect();
        let (steps, count) = match (cells[2].parse::<u128>(), cells[3].parse::<u128>()) {
            (Ok(count), _) => (None, count),
            (_, Ok(count)) => (Some(cells[2].clone()), count),
            _ => continue,
        };
        let steps: Vec<_> = steps.into_iter().map(|text| ("steps".to_owned(), Given::Text(text))).collect();
        let request = Request { parameters: &steps, ..Request::new(&cells[1], &lookups) };
        let expansion = expand(&request).unwrap_or_else(|refused| panic!("{}: {refused}", cells[1]));
        assert_eq!(expansion.count(), count, "{}", cells[1]);
        checked += 1;
    }
    assert_eq!(checked, 25);
}
