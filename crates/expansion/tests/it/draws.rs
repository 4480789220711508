//! Chance: seeded, labelled, and the same in a sample as in the whole.

use std::collections::HashMap;

use atelier_expansion::{Given, Lookups, Request, Scalar, expand};

use crate::order::{all, studio};

#[test]
fn draws_are_by_item_and_don_t_multiply() {
    let lookups = studio();
    let request = Request { limit: 2000, ..Request::new("[1..1000] [a|b]", &lookups) };
    let expansion = expand(&request).unwrap();
    assert_eq!(expansion.count(), 1000);
    let drawn = expansion.items().filter(|item| item.prompt.ends_with('a')).count();
    assert!((420..580).contains(&drawn), "{drawn}");
    let other = expand(&Request { seed: 1, ..request.clone() }).unwrap();
    assert_ne!(all(&expansion), all(&other));
    assert_eq!(all(&expansion), all(&expand(&request).unwrap()));
}

#[test]
fn weights_are_heeded_in_draws() {
    let lookups = Lookups::new();
    let request = Request { limit: 2000, ..Request::new("[1..1000] [9::a|b]", &lookups) };
    let drawn = expand(&request).unwrap().items().filter(|item| item.prompt.ends_with('a')).count();
    assert!((860..940).contains(&drawn), "{drawn}");
}

#[test]
fn a_token_draws_once_for_an_item() {
    let lookups = studio();
    let request = Request { limit: 2000, ..Request::new("[1..200] [l=a|b|c] [=l]", &lookups) };
    for item in expand(&request).unwrap().items() {
        let (rest, last) = item.prompt.rsplit_once(' ').unwrap();
        assert!(rest.ends_with(last), "{}", item.prompt);
    }
}

#[test]
fn sampled_items_are_those_of_the_whole() {
    let lookups = Lookups::new();
    let parameters = [("steps".to_owned(), Given::Text("8|10|20".into()))];
    let request = Request {
        parameters: &parameters,
        limit: 10_000,
        ..Request::new("[1..10] [1..20] [a|b|c] || x [1..5]", &lookups)
    };
    // With equal items kept: of two that are drawn equal a sample may have taken the later.
    let whole = expand(&Request { dedupe: false, ..request.clone() }).unwrap();
    let by_index: HashMap<u128, _> = whole.items().map(|item| (item.index, item)).collect();
    let sampled = expand(&Request { sample: Some(200), ..request }).unwrap();
    assert_eq!(sampled.count(), 200);
    for item in sampled.items() {
        let same = &by_index[&item.index];
        assert_eq!((&same.prompt, &same.parameters), (&item.prompt, &item.parameters));
    }
}

#[test]
fn seeds_are_recorded_and_derived() {
    let lookups = Lookups::new();
    let expansion = expand(&Request { seed: 42, ..Request::new("[a|b] [c,d]", &lookups) }).unwrap();
    let item = expansion.item(0).unwrap();
    // FNV-1a of "42:item0:token0".
    assert_eq!(item.axes[0].seed, Some(fnv("42:item0:token0")));
    assert_eq!(item.axes[1].seed, None);
    let next = expansion.item(1).unwrap();
    assert_ne!(expansion.derived_seed(&item, "seed"), expansion.derived_seed(&next, "seed"));
    assert_ne!(expansion.derived_seed(&item, "seed"), expansion.derived_seed(&item, "subseed"));
}

fn fnv(label: &str) -> u64 {
    label.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn samples_are_uniform() {
    let lookups = Lookups::new();
    let mut times: HashMap<String, u32> = HashMap::new();
    for seed in 0..4000 {
        let request = Request { seed, sample: Some(2), ..Request::new("[a,b] [c,d,e] || x [a,b]", &lookups) };
        for prompt in all(&expand(&request).unwrap()) {
            *times.entry(prompt).or_default() += 1;
        }
    }
    // Eight items share 8000 places; a standard deviation is about 27.
    assert_eq!(times.len(), 8);
    assert!(times.values().all(|times| (860..1140).contains(times)), "{times:?}");
}

#[test]
fn removing_equal_items_minds_draws() {
    // A combination that is chosen the same may still be drawn another way.
    let lookups = Lookups::new();
    let parameters = [("steps".to_owned(), Given::Text("8,10|20".into()))];
    let request = Request { parameters: &parameters, seed: 4, ..Request::new("[a,b]||", &lookups) };
    let expansion = expand(&request).unwrap();
    let asked: Vec<_> =
        expansion.items().map(|item| (item.index, item.prompt, item.parameters[0].value.clone())).collect();
    let mut distinct = asked.clone();
    distinct.dedup_by(|one, other| (&one.1, &one.2) == (&other.1, &other.2));
    assert_eq!(asked, distinct);
    assert_eq!(
        asked.last().map(|(index, prompt, value)| (*index, prompt.as_str(), value.clone())),
        Some((7, "", Scalar::Number(20.into())))
    );
}
