//! What is refused, and where it stands.

use atelier_base::Coded;
use atelier_expansion::{Request, Syntax, codes, expand};

use crate::order::{faults, studio};

#[test]
fn faults_have_places() {
    let lookups = studio();
    for (prompt, code, place) in [
        ("é [a:0]", "bad_sample", Some((2, 7))),
        ("a [b", "unclosed_token", Some((2, 4))),
        ("a [b\\]", "unclosed_token", Some((2, 6))),
        ("🐕 ] b", "unopened_token", Some((2, 3))),
        ("[a [b] c]", "nested_token", Some((3, 4))),
        ("x [=nope]", "unknown_backref", Some((2, 9))),
        ("[two] (&) [=two]", "unknown_backref", Some((10, 16))),
        ("[1..3..0]", "bad_range", Some((1, 8))),
        ("[a, 1..200000 ]", "range_too_large", Some((4, 13))),
        ("[0::a|b]", "bad_weight", Some((1, 2))),
        ("a [empty] b", "no_options", Some((2, 9))),
        ("[two] [two] [two]", "lookup_exhausted", Some((12, 17))),
        ("[1..99999,x,y]", "too_many_options", Some((0, 14))),
    ] {
        let found = faults(&Request::new(prompt, &lookups));
        let found: Vec<_> = found.into_iter().take(1).collect();
        assert_eq!(found, [(code, place)], "{prompt}");
    }
}

#[test]
fn all_faults_come_at_once() {
    let lookups = studio();
    let request = Request { negative_prompt: "]", ..Request::new("] [=nope] [1..2..0] [a", &lookups) };
    let codes: Vec<_> = faults(&request).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["unopened_token", "unclosed_token", "unopened_token", "bad_range", "unknown_backref"]);
}

#[test]
fn mismatches_have_no_place() {
    let lookups = studio();
    let request = |prompt, negative| Request { negative_prompt: negative, ..Request::new(prompt, &lookups) };
    assert_eq!(faults(&request("a||b||c", "x||y")), [("negative_subprompt_mismatch", None)]);
    assert_eq!(faults(&request("a(&)b(&)c", "x(&)y")), [("negative_batch_mismatch", None)]);
    assert_eq!(faults(&request("a", "x(&)y")), [("negative_batch_mismatch", None)]);
}

#[test]
fn faults_of_dynamicprompts() {
    let lookups = studio();
    for (prompt, code, place) in [
        ("a __missing__", "unknown_lookup", Some((2, 13))),
        ("a {b", "unclosed_token", Some((2, 4))),
        ("a } b", "unopened_token", Some((2, 3))),
        ("${x}", "unknown_variable", Some((0, 4))),
        ("${x=${x}}${x}", "recursive_variable", Some((4, 8))),
        ("%{a$$b}", "bad_wrap", Some((0, 7))),
        ("${x=!{a|b}}{${x}|c}", "nested_variable", Some((12, 16))),
        ("{~a|{@b|c}}", "mixed_samplers", Some((0, 11))),
        ("{0::a|b}", "bad_weight", Some((1, 2))),
        ("__empty__", "no_options", Some((0, 9))),
        ("{2-9$$1|2|3|4|5|6|7|8|9|10}", "too_many_options", Some((0, 27))),
    ] {
        let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new(prompt, &lookups) };
        let found: Vec<_> = faults(&request).into_iter().take(1).collect();
        assert_eq!(found, [(code, place)], "{prompt}");
    }
}

#[test]
fn refusals_have_catalogued_codes() {
    let lookups = studio();
    let refused = expand(&Request::new("[1..2000]", &lookups)).unwrap_err();
    assert_eq!(refused.code(), codes::EXPANSION_LIMIT_EXCEEDED);
    assert_eq!(refused.to_string(), "2000 items are more than the limit of 1000");
    let names: std::collections::HashSet<_> = codes::ALL.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), codes::ALL.len());
}
