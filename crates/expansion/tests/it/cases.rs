//! The 44 cases that every implementation of the grammar has to agree on, bit for bit.

use atelier_expansion::{Given, Item, Lookups, Request, Scalar, expand};
use serde_json::{Map, Value, json};

const CASES: &str = include_str!("../data/expand_cases.json");

#[test]
fn every_case_is_as_agreed() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert_eq!(cases.len(), 44);
    let mut wrong = Vec::new();
    for (at, case) in cases.iter().enumerate() {
        let found = expanded(&case["order"]);
        if found != case["expect"] {
            wrong.push(format!(
                "case {at}: {}\n wanted {}\n  found {found}",
                case["order"]["prompt"], case["expect"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of 44 differ\n{}", wrong.len(), wrong.join("\n"));
}

/// An order in the form of the cases, to an answer in theirs.
fn expanded(order: &Value) -> Value {
    let lookups: Lookups = match order.get("lookups") {
        Some(lookups) => serde_json::from_value(lookups.clone()).expect("lists of texts"),
        None => Lookups::new(),
    };
    let parameters: Vec<(String, Given)> = match order.get("parameters") {
        Some(Value::Object(parameters)) => {
            parameters.iter().map(|(name, value)| (name.clone(), given(value))).collect()
        }
        _ => Vec::new(),
    };
    let request = Request {
        negative_prompt: order.get("negative_prompt").and_then(Value::as_str).unwrap_or_default(),
        parameters: &parameters,
        seed: order["seed"].as_u64().expect("a seed"),
        sample: order.get("sample").and_then(Value::as_u64),
        ..Request::new(order["prompt"].as_str().expect("a prompt"), &lookups)
    };
    match expand(&request) {
        Ok(expansion) => {
            let warnings: Vec<_> = expansion.warnings().iter().map(|warning| warning.what.code()).collect();
            let items: Vec<Value> = expansion.items().map(|item| written(&item)).collect();
            json!({
                "count": u64::try_from(expansion.count()).expect("a small count"),
                "combinations": u64::try_from(expansion.combinations()).expect("a small count"),
                "items": items,
                "warnings": warnings,
            })
        }
        Err(refused) => {
            let first = &refused.errors[0];
            json!({ "error": first.what.code().name, "pos": first.at.as_ref().map(|at| at.start) })
        }
    }
}

fn given(value: &Value) -> Given {
    match value {
        Value::String(text) => Given::Text(text.clone()),
        other => Given::Fixed(Scalar::Number(other.as_i64().expect("a whole number").into())),
    }
}

fn written(item: &Item<'_>) -> Value {
    let mut whole = Map::new();
    whole.insert("prompt".into(), item.prompt.clone().into());
    whole.insert("negative_prompt".into(), item.negative_prompt.clone().into());
    for parameter in &item.parameters {
        let value = match parameter.value {
            Scalar::Number(number) => serde_json::from_str(&number.to_string()).expect("a number of JSON"),
            Scalar::Boolean(value) => Value::Bool(*value),
            Scalar::Text(text) => Value::String(text.clone()),
        };
        whole.insert(parameter.name.into(), value);
    }
    Value::Object(whole)
}
