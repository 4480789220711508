//! Counting without enumeration against enumeration, where lookups must not repeat.

use std::collections::HashSet;

use atelier_expansion::{Lookups, Request, expand};
use proptest::prelude::*;

/// Lookups over the same few words, so that their options overlap in every way.
fn lookups() -> Lookups {
    let lookup = |name: &str, values: &str| (name.to_owned(), values.split(' ').map(str::to_owned).collect());
    Lookups::from([lookup("p", "a b c"), lookup("q", "d e f g"), lookup("r", "h i")])
}

/// A token's options: some of each lookup, and some of nobody's.
fn token() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "[p]", "[q]", "[r]", "[p:2]", "[p:1]", "[q:2]", "[p,q]", "[q,r]", "[p,x]", "[r,x,y]", "[x,y]",
        "[p,r:3]", "[q_1]",
    ])
    .prop_map(str::to_owned)
}

/// An unnamed token passes over what later ones will have; how many ways they have then is arithmetic.
#[test]
fn passed_values_are_owed() {
    let lookups = lookups();
    for (text, count) in [
        ("[q] . || [q] [q] !", 4 + 12),
        ("[q] . || [q] [q] [q] !", 4 + 24),
        ("[q] [q] . || [q] [q] !", 12 + 12),
        ("[q] . || [q] ! || [q] [q] ?", 4 + 4 + 12),
        ("[q] [x,y] . || [q] [q] !", 8 + 12),
    ] {
        let expansion = expand(&Request::new(text, &lookups)).unwrap();
        assert_eq!(expansion.count(), count, "{text}");
        let items: Vec<_> = expansion.items().collect();
        let numbered: Vec<_> = (0..count).filter_map(|place| expansion.item(place)).collect();
        assert_eq!(numbered, items, "{text}");
        let texts: HashSet<&str> = items.iter().map(|item| item.prompt.as_str()).collect();
        assert_eq!(texts.len() as u128, count);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn no_value_of_a_lookup_comes_twice(
        tokens in proptest::collection::vec(token(), 1..6), split in 0_usize..6, seed in 0_u64..4,
    ) {
        let (first, second) = tokens.split_at(split.min(tokens.len()));
        let text = format!("{} . || {} !", first.join("-"), second.join("-"));
        let lookups = lookups();
        let request = Request { limit: 100_000, seed, ..Request::new(&text, &lookups) };
        let Ok(expansion) = expand(&request) else { return Ok(()) };
        let items: Vec<_> = expansion.items().collect();
        prop_assert_eq!(items.len() as u128, expansion.count());
        let texts: HashSet<&str> = items.iter().map(|item| item.prompt.as_str()).collect();
        prop_assert_eq!(texts.len(), items.len());
        for (place, item) in (0..).zip(&items) {
            let numbered = expansion.item(place);
            prop_assert_eq!(numbered.as_ref(), Some(item));
        }
        let whole = expand(&Request { dedupe: false, ..request }).unwrap();
        prop_assert_eq!(whole.items().count() as u128, whole.combinations());
        let shared: HashSet<String> = whole.items().map(|item| item.prompt).collect();
        prop_assert_eq!(shared.len(), items.len());
    }
}
