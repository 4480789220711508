//! Nothing is cut off silently, and counting is exact.

use atelier_expansion::{Count, Fault, Lookups, Request, Syntax, expand};

use crate::order::{all, lookups};

fn over(request: &Request<'_>) -> (Count, u64) {
    match expand(request).expect_err("too many").errors.remove(0).what {
        Fault::LimitExceeded { count, limit } => (count, limit),
        other => panic!("{other}"),
    }
}

fn tens(count: usize) -> String {
    let token = |at: usize| {
        let options: Vec<String> = (0..10).map(|option| format!("v{at}x{option}")).collect();
        format!("[{}]", options.join(","))
    };
    (0..count).map(token).collect::<Vec<_>>().join(" ")
}

#[test]
fn spaces_of_10_to_the_12_are_counted_numbered_and_sampled() {
    let none = Lookups::new();
    let text = tens(12);
    assert_eq!(over(&Request::new(&text, &none)), (Count::Exact(1_000_000_000_000), 1000));
    let request = Request { limit: u64::MAX, ..Request::new(&text, &none) };
    let whole = expand(&request).unwrap();
    assert_eq!(whole.item(999_999_999_999).unwrap().prompt.matches("x9").count(), 12);
    assert_eq!(whole.item(10).unwrap().prompt, text_of(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]));
    let sampled = expand(&Request { sample: Some(100), seed: 3, ..Request::new(&text, &none) }).unwrap();
    assert_eq!((sampled.count(), sampled.combinations()), (100, 1_000_000_000_000));
    let mut prompts = all(&sampled);
    for (place, item) in (0..).zip(sampled.items()) {
        assert_eq!(whole.item(item.index).unwrap(), item);
        assert_eq!(sampled.item(place).unwrap(), item);
    }
    prompts.sort_unstable();
    prompts.dedup();
    assert_eq!(prompts.len(), 100);
}

fn text_of(digits: &[usize]) -> String {
    let words = digits.iter().enumerate().map(|(at, digit)| format!("v{at}x{digit}"));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn counts_that_don_t_fit_are_refused() {
    let none = Lookups::new();
    let most =
        expand(&Request { limit: u64::MAX, sample: Some(3), ..Request::new(&tens(38), &none) }).unwrap();
    assert_eq!(most.combinations(), 10_u128.pow(38));
    assert_eq!(most.items().count(), 3);
    let refused = expand(&Request::new(&tens(39), &none)).unwrap_err();
    assert_eq!(refused.errors[0].what, Fault::SpaceTooLarge);
}

#[test]
fn subprompts_that_name_few_axes_cost_no_more_than_their_items() {
    // 100 · 99 · 98 · 97 · 96 · 5 combinations hold 500 items.
    let values: Vec<String> = (0..100).map(|at| format!("c{at}")).collect();
    let lookups = Lookups::from([("color".to_owned(), values)]);
    let text = "[color] fox || [color] owl || [color] cat || [color] elk || [color] hen";
    let expansion = expand(&Request::new(text, &lookups)).unwrap();
    assert_eq!(expansion.combinations(), 100 * 99 * 98 * 97 * 96 * 5);
    assert_eq!((expansion.count(), expansion.items().count()), (500, 500));
    assert_eq!(expansion.item(499).as_ref(), expansion.items().last().as_ref());
    // Free axes likewise, with a hundred thousand options each.
    let text = "[1..100000] fox || [1..100000] owl";
    let request = Request { limit: 200_000, ..Request::new(text, &lookups) };
    let expansion = expand(&request).unwrap();
    assert_eq!(expansion.combinations(), 20_000_000_000);
    assert_eq!((expansion.count(), expansion.items().count()), (200_000, 200_000));
    assert_eq!(expansion.item(150_000).unwrap().prompt, "50001 fox");
}

#[test]
fn equal_texts_are_compared_before_the_limit_is_judged() {
    // 2^10 combinations of `a` and `a a` hold eleven texts.
    let none = Lookups::new();
    let text = ["[a,a a]"; 10].join(" ");
    let expansion = expand(&Request { limit: 11, ..Request::new(&text, &none) }).unwrap();
    assert_eq!(
        (expansion.count(), expansion.combinations(), expansion.duplicates_removed()),
        (11, 1024, 1013)
    );
    assert_eq!(expansion.item(10).unwrap().prompt, ["a"; 20].join(" "));
    assert_eq!(over(&Request { limit: 10, ..Request::new(&text, &none) }), (Count::Exact(11), 10));
    assert_eq!(over(&Request { dedupe: false, ..Request::new(&text, &none) }), (Count::Exact(1024), 1000));
    // Too many to compare: the count says that it is a bound.
    let text = ["[a,a a]"; 30].join(" ");
    assert_eq!(over(&Request::new(&text, &none)), (Count::AtMost(1 << 30), 1000));
    let refused = expand(&Request { limit: u64::MAX, ..Request::new(&text, &none) }).unwrap_err();
    assert_eq!(refused.errors[0].what, Fault::TooManyToCompare(1 << 30));
    // A sample has no equal items, though it finds fewer than asked where there are no more.
    let sampled = expand(&Request { sample: Some(20), ..Request::new(&text, &none) }).unwrap();
    let mut prompts = all(&sampled);
    prompts.dedup();
    assert_eq!(prompts.len() as u128, sampled.count());
    assert!(10 < sampled.count());
}

#[test]
fn samples_are_held_to_the_limit() {
    let none = Lookups::new();
    let text = tens(6);
    assert_eq!(
        over(&Request { sample: Some(1001), ..Request::new(&text, &none) }),
        (Count::Exact(1001), 1000)
    );
    let all = expand(&Request { sample: Some(1000), ..Request::new("[1..9]", &none) }).unwrap();
    assert_eq!((all.count(), all.warnings()[0].what.code()), (9, "sample_exceeds_space"));
}

#[test]
fn tangled_lookups_are_refused_not_tried() {
    let names: Vec<String> = (0..12).map(|at| format!("l{at}")).collect();
    let mut lookups = Lookups::new();
    for name in &names {
        lookups.insert(name.clone(), vec![format!("{name}a"), format!("{name}b")]);
    }
    let chain: Vec<String> = names.windows(2).map(|pair| format!("[{},{}]", pair[0], pair[1])).collect();
    let refused = expand(&Request::new(&chain.join(" "), &lookups)).unwrap_err();
    assert_eq!(refused.errors[0].what, Fault::TooTangled(11));
    // As many that lie within each other are no trouble.
    let lookups = self::lookups(&[("two", &["x", "y"])]);
    let text = vec!["[two,p,q]"; 16].join(" ");
    let (count, _) = over(&Request { dedupe: false, ..Request::new(&text, &lookups) });
    // Of 16 tokens none, one or two have a value of the lookup.
    assert_eq!(count, Count::Exact((1 << 16) + 2 * 16 * (1 << 15) + 16 * 15 * (1 << 14)));
}

#[test]
fn doubling_and_deep_nesting_end() {
    let none = Lookups::new();
    let mut text = "${v0={a|b}}".to_owned();
    for at in 0..40 {
        let next = at + 1;
        text = format!("{text}${{v{next}=${{v{at}}}${{v{at}}}}}");
    }
    text.push_str("${v40}");
    let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new(&text, &none) };
    assert!(expand(&request).is_err());
    let deep = "{".repeat(100_000);
    let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new(&deep, &none) };
    assert_eq!(expand(&request).unwrap_err().errors[0].what.code().name, "nested_too_deep");
    let mut lookups = Lookups::new();
    for at in 0..10_000 {
        lookups.insert(format!("l{at}"), vec![format!("l{}", at + 1)]);
    }
    let refused = expand(&Request::new("[l0]", &lookups)).unwrap_err();
    assert_eq!(refused.errors[0].what, Fault::NestedTooDeep);
}

#[test]
fn items_are_made_when_they_are_asked_for() {
    let none = Lookups::new();
    let text = tens(7);
    let expansion = expand(&Request { limit: u64::MAX, ..Request::new(&text, &none) }).unwrap();
    let items = expansion.items();
    assert_eq!(items.size_hint(), (10_000_000, Some(10_000_000)));
    assert_eq!(items.skip(99_999).map(|item| item.index).next(), Some(99_999));
}
