//! The `dynamicprompts` syntax: what that library gives, except where it fails.

use atelier_expansion::{Request, Syntax, expand};

use crate::order::{dynamic, lookups, studio, warnings};

#[test]
fn variants_multiply() {
    assert_eq!(dynamic("{a|b} {c|d}"), ["a c", "a d", "b c", "b d"]);
    assert_eq!(
        dynamic("a {red|{dark|light} blue} dog"),
        ["a red dog", "a dark blue dog", "a light blue dog"]
    );
    assert_eq!(dynamic("a { big | } dog"), ["a big dog", "a dog"]);
    assert_eq!(dynamic("{2::a|0.5::b}"), ["a", "b"]);
    assert_eq!(dynamic("{a|a|b}"), ["a", "b"]);
    assert_eq!(dynamic("plain, text: (x:1.2) [y] \\(z\\)"), ["plain, text: (x:1.2) [y] \\(z\\)"]);
    assert_eq!(dynamic(""), [""]);
}

#[test]
fn several_are_picked_in_every_order() {
    assert_eq!(dynamic("{2$$a|b|c}"), ["a,b", "a,c", "b,a", "b,c", "c,a", "c,b"]);
    assert_eq!(dynamic("{2$$ and $$a|b}"), ["a and b", "b and a"]);
    assert_eq!(dynamic("{1-2$$a|b}"), ["a", "b", "a,b", "b,a"]);
    assert_eq!(dynamic("{-2$$a|b}"), ["a", "b", "a,b", "b,a"]);
    assert_eq!(dynamic("{2-$$a|b}"), ["a,b", "b,a"]);
    assert_eq!(dynamic("{9$$a|b}"), ["a,b", "b,a"]);
    assert_eq!(dynamic("{2$$__two__}"), ["x,y", "y,x"]);
    assert_eq!(dynamic("{2$$__two__|z}"), ["x,z", "y,z", "z,x", "z,y"]);
    assert_eq!(dynamic("x {0-1$$a} y"), ["x y", "x a y"]);
}

#[test]
fn picks_of_many_are_counted_without_writing_them_out() {
    let values: Vec<String> = (0..1000).map(|at| format!("v{at}")).collect();
    let lookups = atelier_expansion::Lookups::from([("many".to_owned(), values)]);
    let syntax = Syntax::DynamicPrompts;
    let request =
        Request { syntax, limit: u64::MAX, sample: Some(5), ..Request::new("{4$$__many__}", &lookups) };
    let expansion = expand(&request).unwrap();
    assert_eq!(expansion.combinations(), 1000 * 999 * 998 * 997);
    for item in expansion.items() {
        let mut parts: Vec<_> = item.prompt.split(',').collect();
        parts.sort_unstable();
        parts.dedup();
        assert_eq!(parts.len(), 4);
    }
}

#[test]
fn wildcards_keep_their_order() {
    assert_eq!(dynamic("__color__"), ["white", "black", "reds"]);
    assert_eq!(dynamic("__two__ __two__"), ["x x", "x y", "y x", "y y"]);
    assert_eq!(dynamic("__animals/*__"), ["lynx", "puma", "husky"]);
    assert_eq!(dynamic("__ two __ snake__case"), ["x snake__case", "y snake__case"]);
    let lookups = lookups(&[("who", &["a {young|old} __kind__", "nobody"]), ("kind", &["cat", "${t:dog}"])]);
    let request = |text| Request { syntax: Syntax::DynamicPrompts, ..Request::new(text, &lookups) };
    let found = |text| crate::order::all(&expand(&request(text)).unwrap());
    assert_eq!(found("__who__"), ["a young cat", "a young dog", "a old cat", "a old dog", "nobody"]);
    assert_eq!(found("__kind(t={elk|hen})__"), ["cat", "elk", "hen"]);
}

#[test]
fn loops_are_dropped() {
    let lookups = lookups(&[("a", &["__b__", "1"]), ("b", &["__a__ x", "2"])]);
    let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new("__a__", &lookups) };
    assert_eq!(crate::order::all(&expand(&request).unwrap()), ["2", "1"]);
    assert_eq!(warnings(&request).len(), 1);
    assert_eq!(warnings(&request)[0].0, "recursive_lookup");
}

#[test]
fn immediate_variables_are_enumerated_and_lazy_ones_chosen_anew() {
    assert_eq!(dynamic("${x=!{a|b}}${x} and ${x}"), ["a and a", "b and b"]);
    assert_eq!(dynamic("${x={a|b}}${x} and ${x}"), ["a and a", "a and b", "b and a", "b and b"]);
    assert_eq!(dynamic("${x:none} ${x=a}${x} ${x?=b}${x} ${x=c}${x}"), ["none a a c"]);
    assert_eq!(dynamic("{${y:a|b}|c}"), ["a|b", "c"]);
    assert_eq!(dynamic("${my-var = a }${my-var}s"), ["as"]);
}

#[test]
fn wraps() {
    assert_eq!(
        dynamic("%{a photo of ..., 8k$$a {cat|dog}}"),
        ["a photo of a cat, 8k", "a photo of a dog, 8k"]
    );
    assert_eq!(dynamic("%{{old|new} …$$car}"), ["old car", "new car"]);
}

#[test]
fn signs_are_plain_where_they_mean_nothing() {
    assert_eq!(dynamic("cost $5, 100% sure, C# # not a comment"), ["cost $5, 100% sure, C# # not a comment"]);
    assert_eq!(dynamic("# a comment\na cat\n# another"), ["a cat"]);
    assert_eq!(dynamic("\\{a\\|b\\} \\$\\{x\\} \\__two\\__ \\\\"), ["{a|b} ${x} __two__ \\"]);
}

#[test]
fn samplers_draw_and_take_turns() {
    let lookups = studio();
    let found = |text: &str| {
        let request = Request { syntax: Syntax::DynamicPrompts, ..Request::new(text, &lookups) };
        crate::order::all(&expand(&request).unwrap())
    };
    assert_eq!(found("{1|2|3|4} {@a|b}"), ["1 a", "2 b", "3 a", "4 b"]);
    assert_eq!(found("{1|2|3} __@two__"), ["1 x", "2 y", "3 x"]);
    assert_eq!(found("{1|2} {!a|b}").len(), 4);
    let drawn = found("{1|2|3|4|5|6|7|8|9|10|11|12} {~a|b}");
    assert_eq!(drawn.len(), 12);
    assert!(drawn.iter().any(|text| text.ends_with('a')) && drawn.iter().any(|text| text.ends_with('b')));
}

#[test]
fn weights_go_to_variants_not_to_the_values_of_their_wildcards() {
    let values: Vec<String> = (0..100).map(|at| format!("v{at}")).collect();
    let mut lookups = studio();
    lookups.insert("many".into(), values);
    lookups.insert("n".into(), (0..1000).map(|at| at.to_string()).collect());
    let request =
        Request { syntax: Syntax::DynamicPrompts, ..Request::new("__n__ {~__many__|3::b}", &lookups) };
    let drawn = expand(&request).unwrap().items().filter(|item| item.prompt.ends_with('b')).count();
    assert!((690..810).contains(&drawn), "{drawn}");
}
