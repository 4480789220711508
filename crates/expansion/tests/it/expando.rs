//! The rules of the `expando` syntax that the agreed cases leave out.

use atelier_expansion::{Request, expand};

use crate::order::{all, lookups, prompts, studio, warnings};

fn remarks(prompt: &str) -> Vec<(&'static str, Option<usize>)> {
    let lookups = studio();
    warnings(&Request::new(prompt, &lookups))
}

#[test]
fn worked_example_of_the_documents_has_288() {
    let lookups = lookups(&[("color", &["red", "pink", "blue", "green"])]);
    let prompt = "a [small,large] [color] hat, [color] scarf, [a,b,c,d] [x,y,z]";
    let expansion = expand(&Request::new(prompt, &lookups)).unwrap();
    assert_eq!(expansion.count(), 2 * 4 * 3 * 4 * 3);
}

#[test]
fn suffix_is_a_sample_only_at_the_end() {
    let lookups = studio();
    let request = Request::new("[portrait 16:9,square 1:1]", &lookups);
    assert_eq!(expand(&request).unwrap().count(), 1);
    assert_eq!(warnings(&request), [("ambiguous_sample", Some(0))]);
    assert_eq!(prompts("[portrait 16\\:9,square 1\\:1]"), ["portrait 16:9", "square 1:1"]);
    assert_eq!(prompts("[a:b,c]"), ["a:b", "c"]);
    assert_eq!(prompts("[a\\\\:1]"), ["a\\"]);
    assert_eq!(prompts("[1..100:2]").len(), 2);
    assert_eq!(prompts("[2::3]"), ["3"]);
}

#[test]
fn sample_of_all_is_remarked_on() {
    assert_eq!(remarks("[a,b:2]"), [("sample_exceeds_options", Some(0))]);
    assert_eq!(remarks("é [a,b:99999999999999999999999]"), [("sample_exceeds_options", Some(2))]);
    assert_eq!(remarks("[a,b,c:2]"), []);
}

#[test]
fn blanks_of_empty_options_go_and_own_ones_stay() {
    assert_eq!(prompts("a [big,] dog"), ["a big dog", "a dog"]);
    assert_eq!(prompts("a  [big,huge]  dog"), ["a  big  dog", "a  huge  dog"]);
    assert_eq!(prompts("[big,] dog [,now]"), ["big dog", "big dog now", "dog", "dog now"]);
    assert_eq!(prompts("a [x,]\nb"), ["a x\nb", "a\nb"]);
    assert_eq!(prompts(""), [""]);
    assert_eq!(prompts("  \n "), [""]);
}

#[test]
fn names_of_lookups() {
    assert_eq!(prompts("[color]"), ["white", "black", "pink", "maroon"]);
    assert_eq!(prompts("[color_1]"), prompts("[color]"));
    assert_eq!(prompts("[color_12345]"), prompts("[color]"));
    assert_eq!(prompts("[color_]"), ["color_"]);
    assert_eq!(prompts("[Color]"), ["Color"]);
    assert_eq!(prompts("[animals/cat]"), ["lynx", "puma"]);
    assert_eq!(prompts("[animals/*]"), ["lynx", "puma", "husky"]);
    assert_eq!(prompts("[\\color]"), ["color"]);
    assert_eq!(remarks("[nothing*]"), [("glob_without_match", Some(0))]);
    let exact = lookups(&[("color", &["white"]), ("color_1", &["gold"])]);
    assert_eq!(all(&expand(&Request::new("[color_1] [color_2]", &exact)).unwrap()), ["gold white"]);
}

#[test]
fn nested_lookups() {
    assert_eq!(prompts("[age]"), ["baby", "child"]);
    assert_eq!(prompts("[A]"), ["b1", "a1"]);
    assert_eq!(remarks("a [A]"), [("recursive_lookup", Some(2))]);
    // What would divide a prompt is plain text in a lookup.
    assert_eq!(prompts("[dashed]"), ["a||b", "has [two]"]);
    assert_eq!(remarks("[dashed]"), [("token_in_lookup", Some(4))]);
    assert_eq!(remarks("[color,white]"), [("duplicate_option", Some(0))]);
}

#[test]
fn no_repeat_is_by_the_name_as_written() {
    assert_eq!(prompts("[two] [two]"), ["x y", "y x"]);
    assert_eq!(prompts("[two] [two_1] [two_1]").len(), 4);
    // The green that is written here is not the lookup's.
    assert_eq!(prompts("[two,green] [two,green]").len(), 9 - 2);
    // A nested lookup does not block the one that it is in.
    assert_eq!(prompts("[reds] [color]").len(), 2 * 4);
    assert_eq!(prompts("[color:2] [color]").len(), 2 * 3);
}

#[test]
fn no_repeat_spans_subprompts_and_the_negative() {
    let lookups = studio();
    let request = Request { negative_prompt: "[two]", ..Request::new("[two]", &lookups) };
    let expansion = expand(&request).unwrap();
    let pairs: Vec<_> = expansion.items().map(|item| (item.prompt, item.negative_prompt)).collect();
    assert_eq!(pairs, [("x".into(), "y".into()), ("y".into(), "x".into())]);
    let across = expand(&Request::new("[two] a || [two] b", &lookups)).unwrap();
    assert_eq!(all(&across), ["x a", "y b", "y a", "x b"]);
    assert_eq!((across.combinations(), across.duplicates_removed()), (4, 0));
}

#[test]
fn back_references() {
    assert_eq!(prompts("[two] [=two]"), ["x x", "y y"]);
    assert_eq!(prompts("[two] [two_1] [=two_1] [=two]").len(), 4);
    assert_eq!(prompts("[size=small,large] [= size ]"), ["small small", "large large"]);
    assert_eq!(prompts("[hat=two] [=hat] [=two]"), ["x x x", "y y y"]);
    // The nearest before it, in sub-prompts too.
    assert_eq!(prompts("[l=a] [l=b,c] || [=l] d"), ["a b", "b d", "a c", "c d"]);
    assert_eq!(remarks("[=l] [l=a,b]"), [("backref_before_definition", Some(0))]);
}

#[test]
fn subprompts_and_batches() {
    assert_eq!(prompts("a | b"), ["a | b"]);
    assert_eq!(prompts("a \\|| b"), ["a || b"]);
    assert_eq!(prompts("[a,b] dog (&) [a,b] cat"), ["a dog", "b dog", "a cat", "b cat"]);
    // Batches know nothing of each other.
    assert_eq!(prompts("[two] (&) [two]"), ["x", "y"]);
    assert_eq!(prompts("x \\(&) y"), ["x (&) y"]);
    let lookups = studio();
    let request = Request { negative_prompt: "no (&) not", ..Request::new("a (&) b", &lookups) };
    let negatives: Vec<_> = expand(&request).unwrap().items().map(|item| item.negative_prompt).collect();
    assert_eq!(negatives, ["no", "not"]);
}

#[test]
fn escapes() {
    assert_eq!(prompts("\\[a\\] \\, \\: \\= \\& \\\\ \\n"), ["[a] , : = & \\ \\n"]);
    assert_eq!(prompts("[a\\,b,c\\|d,e\\]]"), ["a,b", "c|d", "e]"]);
    assert_eq!(prompts("jinx \\(league\\)"), ["jinx (league\\)"]);
    assert_eq!(remarks("jinx \\(league\\)"), [("parenthesis_unescaped", Some(5))]);
    assert_eq!(prompts("[1\\..3]"), ["1\\..3"]);
}

#[test]
fn weights_change_no_enumeration() {
    assert_eq!(prompts("[3::a,b]"), ["a", "b"]);
    assert_eq!(remarks("x [3::a,b]"), [("weight_unused", Some(2))]);
    assert_eq!(remarks("[3::a,b,c:2]"), []);
    assert_eq!(remarks("[3::a|b]"), []);
}

#[test]
fn axes_are_named_for_grids() {
    let lookups = studio();
    let expansion =
        expand(&Request::new("[size=s,l] [two] [=size] [a,b] [p|q] || [two] x", &lookups)).unwrap();
    let axes: Vec<_> = expansion.axes().into_iter().map(|axis| (axis.name, axis.token, axis.drawn)).collect();
    let expected = [
        ("size", 0, false),
        ("two", 1, false),
        ("token 4", 3, false),
        ("token 5", 4, true),
        ("two", 5, false),
    ];
    assert_eq!(axes, expected.map(|(name, token, drawn)| (name.to_owned(), token, drawn)));
    assert_eq!(expansion.texts(0), ["s", "l"]);
    assert_eq!(expansion.texts(3), ["p", "q"]);
    assert!(expansion.texts(9).is_empty());
    let second = expansion.items().nth(1).unwrap();
    assert_eq!((second.subprompt, second.prompt.as_str()), (1, "y x"));
    // An item has the axes that its texts name.
    let values: Vec<_> = second.axes.iter().map(|value| (value.axis, value.text)).collect();
    assert_eq!(values, [(4, "y")]);
}
