use atelier_tables::{Attribute, Item, KeyRange, Source, Update, Value};
use proptest::prelude::*;
use serde_json::json;

use super::key::{KeyCondition, Keys, key_condition};
use super::*;
use crate::attribute::Attributes;

fn places(values: serde_json::Value) -> Placeholders {
    let names = [("#n".to_owned(), "name".to_owned())].into();
    let values: Attributes = serde_json::from_value(values).expect("attribute values");
    Placeholders::new(Some(names), Some(values), true, "ConditionExpression").expect("placeholders")
}

fn values() -> serde_json::Value {
    json!({":n": {"N": "5"}, ":m": {"N": "7"}, ":s": {"S": "five"}, ":l": {"L": []}, ":t": {"S": "SS"},
        ":ss": {"SS": ["a"]}})
}

fn judged(text: &str) -> Result<Cond, String> {
    condition(Kind::Condition, text, &mut places(values())).map_err(|fault| fault.message)
}

fn changes(text: &str) -> Result<Update, String> {
    update(text, &mut places(values())).map_err(|fault| fault.message)
}

#[test]
fn conditions_are_read_as_written() {
    let n = || Value::from(5);
    for (text, wanted) in [
        ("attribute_not_exists(request_id)", Cond::missing("request_id")),
        ("#n = :n", Cond::eq("name", n())),
        ("a.b[2].#n <> :n", Cond::ne(Path::from("a").name("b").at(2).name("name"), n())),
        (
            "a < :n AND b >= :n or not c = :s",
            Cond::Or(vec![
                Cond::And(vec![Cond::lt("a", n()), Cond::ge("b", n())]),
                Cond::eq("c", "five").negated(),
            ]),
        ),
        (
            "(a = :n OR b = :n) AND (c = :n)",
            Cond::And(vec![Cond::Or(vec![Cond::eq("a", n()), Cond::eq("b", n())]), Cond::eq("c", n())]),
        ),
        ("a between :n and :m and b = :n", Cond::And(vec![Cond::between("a", 5, 7), Cond::eq("b", n())])),
        ("a IN (:n, :m)", Cond::one_of("a", [5, 7])),
        (
            "size(a) > :n",
            Cond::Compare(
                atelier_tables::Operand::Size("a".into()),
                atelier_tables::Comparison::Gt,
                atelier_tables::Operand::Value(n()),
            ),
        ),
        ("begins_with(a, :s)", Cond::begins_with("a", "five")),
        ("contains(a, :s)", Cond::contains("a", "five")),
        ("attribute_type(a, :t)", Cond::has_type("a", atelier_tables::ValueType::Ss)),
    ] {
        assert_eq!(judged(text), Ok(wanted), "{text}");
    }
}

#[test]
fn wrong_conditions_are_refused_in_the_words_of_aws() {
    for (text, word) in [
        ("", "The expression can not be empty;"),
        ("a = ", "Syntax error; token: \"<EOF>\", near: \"=\""),
        ("a ! :n", "Syntax error; token: \"!\", near: \"a ! :n\""),
        ("status = :n", "Attribute name is a reserved keyword; reserved keyword: status"),
        (
            "#x = :n",
            "An expression attribute name used in the document path is not defined; attribute name: #x",
        ),
        ("a = :x", "An expression attribute value used in expression is not defined; attribute value: :x"),
        ("((a = :n))", "The expression has redundant parentheses;"),
        ("foo(a)", "Invalid function name; function: foo"),
        ("size(a)", "Syntax error; token: \"<EOF>\""),
        (
            "a = begins_with(b, :s)",
            "The function is not allowed to be used this way in an expression; function: begins_with",
        ),
        (
            "begins_with(a)",
            "Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1",
        ),
        (
            "begins_with(a, :n)",
            "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        ),
        ("a > :l", "Incorrect operand type for operator or function; operator: >, operand type: L"),
        (
            "a = a",
            "The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]",
        ),
        (
            "a BETWEEN :m AND :n",
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:7}, upper bound operand: AttributeValue: {N:5}",
        ),
        (
            "attribute_exists(:n)",
            "Operator or function requires a document path; operator or function: attribute_exists",
        ),
        ("attribute_type(a, :s)", "Invalid attribute type name found; type: five"),
        ("a[100000000] = :n", "List index is not within the allowable range; index: [100000000]"),
        ("a = :n b", "Syntax error; token: \"b\", near: \":n b\""),
    ] {
        let refused = judged(text).expect_err(text);
        assert!(
            refused.starts_with("Invalid ConditionExpression: ") && refused.contains(word),
            "{text}: {refused}"
        );
    }
}

#[test]
fn limits_hold() {
    let many = vec!["a = :n"; 151].join(" OR ");
    assert!(judged(&many).expect_err("301 operators").contains("too many operators"));
    assert!(judged(&vec!["a = :n"; 150].join(" OR ")).is_ok());
    let long = format!("a = :n OR {} = :n", "a".repeat(4_090));
    assert!(judged(&long).expect_err("too long").contains("maximum allowed size"));
    for open in ["(", "NOT ", "(NOT "] {
        let deep = format!("{}a = :n", open.repeat(4_000 / open.len()));
        assert!(judged(&deep).is_err(), "{open}");
    }
    assert!(changes(&format!("SET a = {}", "if_not_exists(b, ".repeat(200))).is_err());
    assert!(judged(&format!("a{} = :n", ".b".repeat(32))).expect_err("deep").contains("nesting levels: 33"));
}

#[test]
fn updates_are_read_as_written() {
    let n = || Box::new(Source::Value(5.into()));
    let a = || Box::new(Source::Path("a".into()));
    for (text, wanted) in [
        (
            "SET #n = :s, b = a REMOVE c, d[0]",
            Update::new().set("name", "five").set_to("b", *a()).remove("c").remove(Path::from("d").at(0)),
        ),
        ("set a = a + :n", Update::new().set_to("a", Source::Plus(a(), n()))),
        ("SET a = :n - a", Update::new().set_to("a", Source::Minus(n(), a()))),
        (
            "SET a = if_not_exists(a, :n) + :n",
            Update::new().set_to("a", Source::Plus(Box::new(Source::IfMissing("a".into(), n())), n())),
        ),
        (
            "SET a = list_append(a, :l)",
            Update::new().set_to("a", Source::Append(a(), Box::new(Source::Value(Value::L(vec![]))))),
        ),
        ("ADD a :n DELETE b :ss", Update::new().add("a", 5).delete("b", Value::Ss(["a".into()].into()))),
    ] {
        assert_eq!(changes(text), Ok(wanted), "{text}");
    }
}

#[test]
fn wrong_updates_are_refused_in_the_words_of_aws() {
    for (text, word) in [
        ("SET a = :n SET b = :n", "The \"SET\" section can only be used once in an update expression;"),
        (
            "SET a = :n, a.b = :n",
            "Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
        ),
        ("a = :n", "Syntax error; token: \"a\", near: \"a =\""),
        ("ADD a :s", "Incorrect operand type for operator or function; operator: ADD, operand type: STRING"),
        (
            "DELETE a :n",
            "Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER",
        ),
        (
            "SET a = a + :s",
            "Incorrect operand type for operator or function; operator or function: +, operand type: S",
        ),
        ("SET a = if_not_exists(:n, :n)", "requires a document path"),
        ("SET a = size(b)", "The function is not allowed to be used this way"),
    ] {
        let refused = changes(text).expect_err(text);
        assert!(
            refused.starts_with("Invalid UpdateExpression: ") && refused.contains(word),
            "{text}: {refused}"
        );
    }
}

#[test]
fn projections_and_what_was_not_used() {
    let mut all = places(values());
    let select = projection("forgery_score, verdict, a.b[0], #n", &mut all).expect("a projection");
    let paths: Vec<_> = select.paths().iter().map(ToString::to_string).collect();
    assert_eq!(paths, ["forgery_score", "verdict", "a.b[0]", "name"]);
    let refused = projection("a, a", &mut all).expect_err("twice").message;
    assert!(refused.contains("overlap"), "{refused}");
    let refused = all.end().expect_err("values are unused").message;
    let wanted =
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:l, :m, :n, :s, :ss, :t}";
    assert_eq!(refused, wanted);
}

#[test]
fn placeholders_are_checked() {
    let refused = |names: Option<&[(&str, &str)]>, values: Option<Item>, any| {
        let names = names.map(|all| all.iter().map(|(key, name)| ((*key).into(), (*name).into())).collect());
        Placeholders::new(names, values.map(Attributes), any, "X").expect_err("refused").message
    };
    assert_eq!(refused(Some(&[]), None, true), "ExpressionAttributeNames must not be empty");
    let wanted = "ExpressionAttributeNames contains invalid key: Syntax error; key: \"n\"";
    assert_eq!(refused(Some(&[("n", "x")]), None, true), wanted);
    let wanted = "ExpressionAttributeNames can only be specified when using expressions";
    assert_eq!(refused(Some(&[("#n", "x")]), None, false), wanted);
    let wanted = "ExpressionAttributeValues can only be specified when using expressions: X is null";
    assert_eq!(refused(None, Some(Item::new()), false), wanted);
}

#[test]
fn key_conditions_name_the_partition_and_a_range() {
    let keys = Keys { hash: Attribute::S("user_id"), range: Some(Attribute::N("created")) };
    let read = |text: &str| key_condition(text, keys, &mut places(values())).map_err(|fault| fault.message);
    let wanted = |range| Ok(KeyCondition { hash: "five".into(), range });
    assert_eq!(read("user_id = :s"), wanted(KeyRange::All));
    assert_eq!(read("(created > :n) AND (user_id = :s)"), wanted(KeyRange::Above(5.into())));
    assert_eq!(read("user_id = :s AND :n >= created"), wanted(KeyRange::AtMost(5.into())));
    assert_eq!(
        read("user_id = :s AND created BETWEEN :n AND :m"),
        wanted(KeyRange::Between(5.into(), 7.into()))
    );
    for (text, word) in [
        ("created = :n", "Query condition missed key schema element: user_id"),
        ("user_id = :s AND verdict = :s", "Query condition missed key schema element: created"),
        ("user_id > :s", "Query key condition not supported"),
        ("user_id = :n", "Condition parameter type does not match schema type"),
        ("user_id = :s OR created = :n", "Invalid operator used in KeyConditionExpression: OR"),
        ("user_id = :s AND created <> :n", "Unsupported operator on KeyCondition"),
        ("user_id = :s AND created = :n AND created = :m", "one condition per key"),
    ] {
        let refused = read(text).expect_err(text);
        assert!(refused.contains(word), "{text}: {refused}");
    }
}

fn token() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b.c",
        "#n",
        ":n",
        ":s",
        "=",
        "<>",
        "(",
        ")",
        ",",
        "AND",
        "OR",
        "NOT",
        "BETWEEN",
        "IN",
        "size(",
        "begins_with(",
        "SET",
        "REMOVE",
        "ADD",
        "DELETE",
        "+",
        "-",
        "[1]",
        "if_not_exists(",
        "list_append(",
        ".",
        "attribute_exists(",
        "é",
        "status",
    ])
}

proptest! {
    #[test]
    fn any_text_is_an_expression_or_a_fault(text in ".{0,300}") {
        let _ = (judged(&text), changes(&text), projection(&text, &mut places(values())));
    }

    #[test]
    fn any_tokens_are_an_expression_or_a_fault(tokens in prop::collection::vec(token(), 0..400)) {
        let text = tokens.join(" ");
        let _ = (judged(&text), changes(&text), projection(&text, &mut places(values())));
    }

    #[test]
    fn brackets_that_are_needed_keep_the_meaning(depth in 0_usize..60) {
        let text = format!("{}a = :n{}", "(NOT ".repeat(depth), ")".repeat(depth));
        let read = judged(&text);
        prop_assert_eq!(read.is_ok(), depth <= 32, "{:?}", read.err());
        let item = Item::from([("a".to_owned(), Value::from(5))]);
        if let Ok(condition) = read {
            prop_assert_eq!(condition.holds(Some(&item)), depth % 2 == 0);
        }
    }
}
