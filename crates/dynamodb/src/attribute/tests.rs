use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Result<Item, String> {
    let read = serde_json::from_str::<Attributes>(text);
    read.map(|Attributes(item)| item).map_err(|error| unreadable(&error).message)
}

fn shown(item: &Item) -> String {
    let mut out = Vec::new();
    put_item(&mut out, item);
    String::from_utf8(out).expect("JSON is text")
}

#[test]
fn every_type_passes_through() {
    let text = r#"{"b":{"B":"AAH/"},"bs":{"BS":["AA==","AQ=="]},"f":{"BOOL":false},"l":{"L":[{"N":"1"},{"S":"é\n\""}]},"m":{"M":{"x":{"NULL":true}}},"n":{"N":"-12.5"},"ns":{"NS":["-1","2"]},"s":{"S":""},"ss":{"SS":["a","b"]},"t":{"BOOL":true}}"#;
    assert_eq!(shown(&read(text).expect("values")), text);
    let digits = "9".repeat(38);
    assert_eq!(
        shown(&read(&format!(r#"{{"n":{{"N":"{digits}"}}}}"#)).expect("38 digits")),
        format!(r#"{{"n":{{"N":"{digits}"}}}}"#)
    );
}

#[test]
fn what_is_no_value_is_refused_in_the_words_of_aws() {
    for (value, word) in [
        ("{}", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"),
        (r#"{"S":"a","N":"1"}"#, "more than one datatypes set"),
        (r#"{"SS":[]}"#, "An string set  may not be empty"),
        (r#"{"NS":["1","1.0"]}"#, "Input collection [1, 1.0] contains duplicates."),
        (r#"{"N":"abc"}"#, "The parameter cannot be converted to a numeric value: abc"),
        (r#"{"N":""}"#, "The parameter cannot be converted to a numeric value"),
        (r#"{"N":"1e126"}"#, "Number overflow"),
        (r#"{"N":"1e-131"}"#, "Number underflow"),
        (r#"{"NULL":false}"#, "Null attribute value types must have the value of true"),
        (r#"{"B":"***"}"#, "a binary value is not Base64"),
        (r#"{"X":"1"}"#, "unknown variant"),
        (r#"{"N":1}"#, "invalid type"),
        (r#""plain""#, "invalid type"),
    ] {
        let refused = read(&format!(r#"{{"a":{value}}}"#)).expect_err(value);
        assert!(refused.contains(word), "{value}: {refused}");
    }
    let refused = read(&format!(r#"{{"n":{{"N":"{}"}}}}"#, "1".repeat(39))).expect_err("39 digits");
    assert_eq!(refused, "Attempting to store more than 38 significant digits in a Number");
}

#[test]
fn deep_values_do_not_reach_the_stack() {
    let deep = |levels: usize| {
        format!(r#"{{"a":{}{{"N":"1"}}{}}}"#, r#"{"L":["#.repeat(levels), "]}".repeat(levels))
    };
    assert!(read(&deep(32)).is_ok());
    assert_eq!(read(&deep(33)).expect_err("deep"), "Nesting Levels have exceeded supported limits");
    assert!(read(&deep(100_000)).is_err());
}

proptest! {
    #[test]
    fn any_text_is_an_item_or_a_fault(text in ".{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn texts_and_numbers_read_back(text in ".{0,40}", number: i64, bytes: Vec<u8>) {
        let item = Item::from([
            ("s".to_owned(), Value::from(text)),
            ("n".to_owned(), Value::from(number)),
            ("b".to_owned(), Value::from(bytes)),
        ]);
        prop_assert_eq!(read(&shown(&item)), Ok(item));
    }
}
