//! What holds for every order.

use std::collections::HashSet;

use atelier_expansion::{
    Count, Expansion, Fault, Field, Given, Item, Lookups, Refused, Request, Syntax, expand,
};
use proptest::prelude::*;

fn lookups() -> Lookups {
    let lookup = |name: &str, values: &[&str]| {
        (name.to_owned(), values.iter().map(|value| (*value).to_owned()).collect())
    };
    Lookups::from([
        lookup("two", &["x", "y"]),
        lookup("color", &["white", "black", "reds"]),
        lookup("reds", &["pink", "maroon"]),
        lookup("animals/cat", &["lynx", "puma"]),
        lookup("animals/dog", &["husky", ""]),
        lookup("loop", &["loop", "two", "z"]),
    ])
}

/// Pieces that are alike enough to give equal texts often.
fn piece() -> impl Strategy<Value = String> {
    let fixed = proptest::sample::select(vec![
        "a",
        " ",
        "dog",
        " of ",
        "[a,b]",
        "[x, y ,z]",
        "[two]",
        "[two]",
        "[two_1]",
        "[color]",
        "[color]",
        "[color:2]",
        "[color,two]",
        "[reds,green]",
        "[big,]",
        "[,a,a b]",
        "[b c,c]",
        "[1,12]",
        "[3,23]",
        "[x|y]",
        "[a,b|c]",
        "[=two]",
        "[=color]",
        "[size=small,large]",
        "[=size]",
        "[1..3]",
        "[0.1..0.3..0.1]",
        "[animals/*]",
        "[3::day|night,noon:1]",
        "||",
        "||",
        "(&)",
        "\\[",
        "[loop]",
        " meta:cfg:1,2 ",
        "\n",
    ]);
    fixed.prop_map(str::to_owned)
}

fn text(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat())
}

fn wild_text() -> impl Strategy<Value = String> {
    let special = proptest::sample::select(vec![
        "[",
        "]",
        "{",
        "}",
        "|",
        "||",
        "(&)",
        ",",
        ":",
        "::",
        "..",
        "1",
        "3",
        "\\",
        "$",
        "${",
        "%{",
        "$$",
        "__",
        "a",
        "=",
        "!",
        "~",
        "@",
        "?",
        " ",
        "\n",
        "#",
        "*",
        "/",
        "color",
        "é",
        "🐕",
        "meta:sample:",
        "batch:",
        "...",
        "x",
        "-",
        "0",
    ]);
    proptest::collection::vec(special, 0..24).prop_map(|pieces| pieces.concat())
}

fn parameters() -> impl Strategy<Value = Vec<(String, Given)>> {
    let given = proptest::sample::select(vec!["8", "8,10", "1..3", "8,10|20", "8|10,10"]);
    proptest::option::of(given).prop_map(|given| {
        given.map(|text| ("steps".to_owned(), Given::Text(text.to_owned()))).into_iter().collect()
    })
}

/// What a provider is asked for.
fn asked(item: &Item<'_>) -> String {
    format!("{:?} {:?} {:?}", item.prompt, item.negative_prompt, values(item))
}

fn values(item: &Item<'_>) -> Vec<(String, String)> {
    item.parameters.iter().map(|parameter| (parameter.name.into(), parameter.value.to_string())).collect()
}

fn check_places(refused: &Refused, request: &Request<'_>) -> Result<(), TestCaseError> {
    prop_assert!(!refused.errors.is_empty());
    let errors = refused.errors.iter().filter_map(|error| error.at.as_ref());
    let warnings = refused.warnings.iter().filter_map(|warning| warning.at.as_ref());
    for at in errors.chain(warnings) {
        check_place(at, request)?;
    }
    Ok(())
}

fn check_place(at: &atelier_expansion::At, request: &Request<'_>) -> Result<(), TestCaseError> {
    prop_assert!(at.start <= at.end, "{at:?}");
    let length = match &at.field {
        Field::Prompt => request.prompt.chars().count(),
        Field::Negative => request.negative_prompt.chars().count(),
        Field::Parameter(name) => {
            let given = request.parameters.iter().find(|(known, _)| **known == **name);
            match given {
                Some((_, Given::Text(text))) => text.chars().count(),
                _ => usize::MAX,
            }
        }
        Field::Lookup(_) => usize::MAX,
    };
    prop_assert!(at.end <= length, "{at:?} in {request:?}");
    Ok(())
}

/// All items with the equal ones, and the first of each.
fn firsts(whole: &Expansion) -> Vec<(u128, String)> {
    let mut seen = HashSet::new();
    let all = whole.items().map(|item| (item.index, asked(&item)));
    all.filter(|(_, asked)| seen.insert(asked.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn counts_numbers_and_order_agree(
        prompt in text(9), negative in text(3), parameters in parameters(), seed in 0_u64..5,
    ) {
        let lookups = lookups();
        let request = Request {
            negative_prompt: &negative, parameters: &parameters, seed, limit: 3000,
            ..Request::new(&prompt, &lookups)
        };
        let whole = match expand(&Request { dedupe: false, ..request.clone() }) {
            Ok(whole) => whole,
            Err(refused) => {
                check_places(&refused, &request)?;
                return Ok(());
            }
        };
        // Without removing, every combination is an item, numbered in order.
        prop_assert_eq!(whole.count(), whole.combinations());
        let numbers: Vec<u128> = whole.items().map(|item| item.index).collect();
        prop_assert_eq!(numbers, (0..whole.combinations()).collect::<Vec<_>>());

        let expansion = expand(&request).unwrap();
        for warning in expansion.warnings() {
            if let Some(at) = &warning.at { check_place(at, &request)?; }
        }
        let items: Vec<Item<'_>> = expansion.items().collect();
        let found: Vec<(u128, String)> = items.iter().map(|item| (item.index, asked(item))).collect();
        prop_assert_eq!(&found, &firsts(&whole));
        prop_assert_eq!(expansion.count(), items.len() as u128);
        prop_assert_eq!(expansion.combinations(), whole.combinations());
        prop_assert_eq!(expansion.duplicates_removed(), whole.count() - expansion.count());
        for (place, item) in (0..).zip(&items) {
            let numbered = expansion.item(place);
            prop_assert_eq!(numbered.as_ref(), Some(item));
        }
        prop_assert_eq!(expansion.item(expansion.count()), None);
    }

    #[test]
    fn samples_are_subsets_without_repetition(
        prompt in text(8), parameters in parameters(), seed in 0_u64..9, asked_for in 1_u64..40,
    ) {
        let lookups = lookups();
        let request = Request { parameters: &parameters, seed, ..Request::new(&prompt, &lookups) };
        let Ok(whole) = expand(&request) else { return Ok(()) };
        let sampled = expand(&Request { sample: Some(asked_for), ..request }).unwrap();
        prop_assert_eq!(sampled.count(), whole.count().min(asked_for.into()));
        let all: HashSet<String> = whole.items().map(|item| asked(&item)).collect();
        let chosen: Vec<String> = sampled.items().map(|item| asked(&item)).collect();
        let distinct: HashSet<&String> = chosen.iter().collect();
        prop_assert_eq!(distinct.len(), chosen.len());
        prop_assert!(chosen.iter().all(|item| all.contains(item)));
        let indexes: Vec<u128> = sampled.items().map(|item| item.index).collect();
        prop_assert!(indexes.is_sorted());
        for (place, item) in (0..).zip(sampled.items()) {
            prop_assert_eq!(sampled.item(place), Some(item));
        }
    }

    #[test]
    fn no_text_is_too_strange(
        prompt in wild_text(), negative in wild_text(), parameter in wild_text(),
        syntax in proptest::sample::select(vec![Syntax::Expando, Syntax::DynamicPrompts, Syntax::Plain]),
    ) {
        let mut lookups = lookups();
        lookups.insert("a".into(), vec![negative.clone(), parameter.clone(), "__a__ {x|__color__}".into()]);
        let parameters = [("cfg".to_owned(), Given::Text(parameter.clone()))];
        let request = Request {
            negative_prompt: &negative, parameters: &parameters, syntax,
            ..Request::new(&prompt, &lookups)
        };
        match expand(&request) {
            Ok(expansion) => {
                prop_assert_eq!(expansion.items().count() as u128, expansion.count());
                prop_assert!(0 < expansion.count());
                for warning in expansion.warnings() {
                    if let Some(at) = &warning.at { check_place(at, &request)?; }
                }
            }
            Err(refused) => check_places(&refused, &request)?,
        }
    }

    #[test]
    fn any_characters_are_read(prompt in any::<String>()) {
        let lookups = lookups();
        for syntax in [Syntax::Expando, Syntax::DynamicPrompts, Syntax::Plain] {
            let request = Request { syntax, ..Request::new(&prompt, &lookups) };
            if let Err(refused) = expand(&request) {
                check_places(&refused, &request)?;
            }
        }
        let request = Request { syntax: Syntax::Plain, ..Request::new(&prompt, &lookups) };
        let plain = expand(&request).unwrap();
        prop_assert_eq!(&plain.item(0).unwrap().prompt, &prompt);
    }

    #[test]
    fn products_count_as_products(sizes in proptest::collection::vec(1_u128..9, 0..30)) {
        let token = |(at, size): (usize, &u128)| {
            let options: Vec<String> = (0..*size).map(|option| format!("v{at}x{option}")).collect();
            format!("[{}]", options.join(","))
        };
        let prompt: Vec<String> = sizes.iter().enumerate().map(token).collect();
        let lookups = Lookups::new();
        let prompt = prompt.join(" ");
        let product: u128 = sizes.iter().product();
        match expand(&Request::new(&prompt, &lookups)) {
            Ok(expansion) => prop_assert_eq!(expansion.count(), product),
            Err(refused) => prop_assert_eq!(
                &refused.errors[0].what, &Fault::LimitExceeded { count: Count::Exact(product), limit: 1000 }
            ),
        }
    }
}
