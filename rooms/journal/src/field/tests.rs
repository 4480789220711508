use serde_json::{Value, json};

use super::*;

fn field(key: &str, r#type: FieldType) -> CustomField {
    CustomField {
        key: key.into(),
        label: key.into(),
        r#type,
        choices: if r#type == FieldType::Choice { vec!["linen".into(), "panel".into()] } else { vec![] },
        unit: None,
        description: String::new(),
        position: 0,
        retired_at: None,
        created_at: Timestamp::from_millis(0),
        version: 1,
    }
}

fn library() -> Vec<CustomField> {
    let all = [
        ("note", FieldType::Text),
        ("width", FieldType::Number),
        ("sold", FieldType::Date),
        ("framed", FieldType::Boolean),
        ("ground", FieldType::Choice),
        ("shop", FieldType::Link),
    ];
    let mut fields: Vec<_> = all.map(|(key, r#type)| field(key, r#type)).into();
    fields.push(CustomField { retired_at: Some(Timestamp::from_millis(1)), ..field("old", FieldType::Text) });
    fields
}

fn faults(value: Value) -> Vec<(String, &'static str)> {
    match merged(json!({"old": "kept"}), Patch::Value(value), &library()) {
        Err(Error::Invalid(faults)) => {
            faults.fields.into_iter().map(|field| (field.path, field.code)).collect()
        }
        other => panic!("must be refused: {other:?}"),
    }
}

#[test]
fn each_type_takes_its_values_and_no_others() {
    let good = json!({"note": "wet", "width": 42.5, "sold": "2026-11-21", "framed": true, "ground": "linen",
        "shop": "https://example.test/a"});
    let after = merged(json!({}), Patch::Value(good.clone()), &library()).expect("valid");
    assert_eq!(after, good);
    for (key, wrong) in [
        ("note", json!(1)),
        ("width", json!("wide")),
        ("width", json!(1e300)),
        ("sold", json!("soon")),
        ("framed", json!("yes")),
        ("ground", json!("wall")),
        ("shop", json!("javascript:alert(1)")),
        ("shop", json!("https://a b")),
    ] {
        assert_eq!(faults(json!({key: wrong})), [(format!("customFields.{key}"), "wrong_type")]);
    }
}

#[test]
fn unknown_and_retired_fields_take_no_new_values() {
    assert_eq!(faults(json!({"novel": 1})), [("customFields.novel".to_owned(), "unknown")]);
    assert_eq!(faults(json!({"old": "new"})), [("customFields.old".to_owned(), "retired")]);
    assert_eq!(faults(json!([])), [("customFields".to_owned(), "wrong_type")]);
}

#[test]
fn only_named_keys_change_and_null_removes() {
    let current = json!({"old": "kept", "note": "wet", "width": 3});
    let patch = json!({"old": "kept", "note": null, "framed": false});
    let after = merged(current.clone(), Patch::Value(patch), &library()).expect("valid");
    assert_eq!(after, json!({"old": "kept", "width": 3, "framed": false}));
    assert_eq!(merged(current.clone(), Patch::Absent, &[]).expect("valid"), current);
    assert_eq!(merged(current, Patch::Null, &[]).expect("valid"), json!({}));
}

#[test]
fn keys_come_from_labels() {
    assert_eq!(key_of_label(" Edition Size "), "edition_size");
    assert_eq!(key_of_label("Größe"), "gr__e");
    let odd = CustomField { key: "1a".into(), ..field("x", FieldType::Choice) };
    let odd = CustomField { choices: vec![], unit: Some("cm".into()), ..odd };
    let Err(Error::Invalid(faults)) = odd.checked() else { panic!("must be refused") };
    let paths: Vec<_> = faults.fields.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["key", "choices", "unit"]);
}
