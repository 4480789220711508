//! Parameters and commands.

use atelier_expansion::{Given, Request, Scalar, expand};

use crate::order::{faults, prompts, studio, warnings};

/// The values of all parameters of all items, one item a line.
fn lines(prompt: &str, parameters: &[(&str, &str)]) -> Vec<String> {
    let lookups = studio();
    let parameters: Vec<_> =
        parameters.iter().map(|(name, text)| ((*name).to_owned(), Given::Text((*text).to_owned()))).collect();
    let request = Request { parameters: &parameters, ..Request::new(prompt, &lookups) };
    let expansion = expand(&request).expect("an order");
    let line = |item: atelier_expansion::Item<'_>| {
        let values = item.parameters.iter().map(|value| format!("{}={}", value.name, value.value));
        values.collect::<Vec<_>>().join(" ")
    };
    expansion.items().map(line).collect()
}

#[test]
fn lists_and_ranges_multiply_in_declared_order() {
    let found = lines("a", &[("steps", "8, 10"), ("cfg", "1.0..2.0..0.5")]);
    let expected = [
        "steps=8 cfg=1.0",
        "steps=8 cfg=1.5",
        "steps=8 cfg=2.0",
        "steps=10 cfg=1.0",
        "steps=10 cfg=1.5",
        "steps=10 cfg=2.0",
    ];
    assert_eq!(found, expected);
    assert_eq!(lines("a", &[("seed", "18446744073709551615,-1")]), ["seed=18446744073709551615", "seed=-1"]);
    assert_eq!(lines("a", &[("sampler", "Euler a,DPM\\, fast")]), ["sampler=Euler a", "sampler=DPM, fast"]);
    assert_eq!(lines("a", &[("style", "")]), ["style="]);
}

#[test]
fn fixed_values_are_not_read() {
    let lookups = studio();
    let parameters = [("style".to_owned(), Given::Fixed(Scalar::Text("a,b|c".into())))];
    let expansion = expand(&Request { parameters: &parameters, ..Request::new("x", &lookups) }).unwrap();
    assert_eq!(expansion.count(), 1);
    assert_eq!(expansion.item(0).unwrap().parameters[0].value, &Scalar::Text("a,b|c".into()));
}

#[test]
fn repeated_values_go() {
    let lookups = studio();
    let parameters = [("steps".to_owned(), Given::Text("8,1..9,8".into()))];
    let request = Request { parameters: &parameters, ..Request::new("x", &lookups) };
    assert_eq!(expand(&request).unwrap().count(), 9);
    assert_eq!(warnings(&request), [("duplicate_option", Some(0))]);
}

#[test]
fn faults_are_at_the_value() {
    let lookups = studio();
    for (text, code, place) in [
        ("8,,10", "bad_parameter", (2, 2)),
        ("8, 1..2..0", "bad_range", (3, 10)),
        ("8,1..1000000", "range_too_large", (2, 12)),
        ("8|", "bad_parameter", (0, 2)),
    ] {
        let parameters = [("steps".to_owned(), Given::Text(text.into()))];
        let request = Request { parameters: &parameters, ..Request::new("x", &lookups) };
        assert_eq!(faults(&request), [(code, Some(place))], "{text}");
    }
}

#[test]
fn commands_in_the_prompt() {
    assert_eq!(prompts("meta:sample:2 [1..9]").len(), 2);
    assert_eq!(prompts("[1..9] batch:sample:2 x (&) y").len(), 3);
    assert_eq!(prompts("a pipeline:steps:8,10 b"), ["a b", "a b"]);
    assert_eq!(lines("a meta:model:\"big one\" b", &[("steps", "8")]), ["steps=8 model=big one"]);
    // Only at the start or after a blank, and only whole.
    assert_eq!(prompts("xmeta:sample:2"), ["xmeta:sample:2"]);
    assert_eq!(prompts("batch: of cookies"), ["batch: of cookies"]);
    // A command of a batch is for that batch alone.
    assert_eq!(lines("a batch:cfg:1,2 (&) b", &[]), ["cfg=1", "cfg=2", ""]);
    assert_eq!(lines("a meta:cfg:1 (&) b", &[]), ["cfg=1", "cfg=1"]);
}

#[test]
fn wrong_commands() {
    let lookups = studio();
    assert_eq!(faults(&Request::new("a meta:sample:x", &lookups)), [("bad_command", Some((2, 15)))]);
    assert_eq!(faults(&Request::new("a meta:sample:0", &lookups)), [("bad_sample", Some((2, 15)))]);
    let parameters = [("steps".to_owned(), Given::Text("8".into()))];
    let request = Request { parameters: &parameters, ..Request::new("é meta:steps:9", &lookups) };
    assert_eq!(faults(&request), [("duplicate_parameter", Some((2, 14)))]);
}

#[test]
fn limits_in_the_prompt_only_lower() {
    let lookups = studio();
    for prompt in
        ["meta:maxgens:5 [1..9]", "[1..9] batch:maxbatchitems:5", "[1..9] meta:maxbatchitem:5 (&) x"]
    {
        assert_eq!(faults(&Request::new(prompt, &lookups)), [("limit_exceeded", None)], "{prompt}");
    }
    assert_eq!(faults(&Request::new("meta:maxgens:5000 [1..2000]", &lookups)), [("limit_exceeded", None)]);
    assert_eq!(prompts("meta:maxgens:9 [1..9]").len(), 9);
}
