use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId, Timestamp};
use atelier_tables::{Item, Value as Attribute, Write};
use serde_json::{Value, json};

use crate::studio::{INFERENCES, Studio};

const TABLE: &str = "artguard-inference-records-dev";

fn key(id: &str) -> Value {
    json!({"request_id": {"S": id}, "created_at": {"N": "1707504000000"}})
}

async fn put(studio: &Studio, id: &str) -> Value {
    let mut item = key(id);
    item["forgery_score"] = json!({"N": "0.25"});
    item["verdict"] = json!({"S": "authentic"});
    item["notes"] = json!({"L": [{"S": "a"}, {"M": {"deep": {"NULL": true}}}]});
    studio.call("PutItem", &json!({"TableName": TABLE, "Item": item})).await.ok();
    item["tenant_id"] = json!({"S": studio.tenant.to_string()});
    item
}

#[tokio::test]
async fn an_item_is_put_read_projected_and_deleted() {
    let studio = Studio::open();
    let item = put(&studio, "abc-123").await;
    for name in [TABLE, "artguard-inference-records", "other-inferences", "other-inferences-dev"] {
        let read = studio.call("GetItem", &json!({"TableName": name, "Key": key("abc-123")})).await.ok();
        assert_eq!(read, json!({"Item": item}));
    }
    let body = json!({"TableName": TABLE, "Key": key("abc-123"), "ProjectionExpression": "forgery_score, notes[1].deep"});
    let read = studio.call("GetItem", &body).await.ok();
    let wanted = json!({"forgery_score": {"N": "0.25"}, "notes": {"L": [{"M": {"deep": {"NULL": true}}}]}});
    assert_eq!(read["Item"], wanted);
    let body = json!({"TableName": TABLE, "Key": key("abc-123"), "ReturnValues": "ALL_OLD"});
    assert_eq!(studio.call("DeleteItem", &body).await.ok()["Attributes"], item);
    assert_eq!(studio.call("DeleteItem", &body).await.ok(), json!({}));
    assert_eq!(
        studio.call("GetItem", &json!({"TableName": TABLE, "Key": key("abc-123")})).await.ok(),
        json!({})
    );
}

#[tokio::test]
async fn a_condition_that_fails_says_so_and_shows_the_item_when_asked() {
    let studio = Studio::open();
    let item = put(&studio, "abc-123").await;
    let mut body = json!({"TableName": TABLE, "Item": key("abc-123"),
        "ConditionExpression": "attribute_not_exists(request_id)"});
    let answer = studio.call("PutItem", &body).await;
    assert_eq!(answer.refused(), ("ConditionalCheckFailedException", "The conditional request failed"));
    assert_eq!(answer.1.get("Item"), None);
    body["ReturnValuesOnConditionCheckFailure"] = json!("ALL_OLD");
    let answer = studio.call("PutItem", &body).await;
    assert_eq!(answer.1["Item"], item);
}

#[tokio::test]
async fn an_update_changes_and_returns_what_is_asked_for() {
    let studio = Studio::open();
    put(&studio, "abc-123").await;
    let body = |expression: &str, returned: &str| {
        json!({"TableName": TABLE, "Key": key("abc-123"), "UpdateExpression": expression,
            "ExpressionAttributeNames": {"#s": "status"}, "ExpressionAttributeValues": {":n": {"N": "1"}},
            "ReturnValues": returned})
    };
    let set = "SET #s = if_not_exists(#s, :n) + :n";
    let first = studio.call("UpdateItem", &body(set, "UPDATED_NEW")).await.ok();
    assert_eq!(first, json!({"Attributes": {"status": {"N": "2"}}}));
    let second = studio.call("UpdateItem", &body(set, "UPDATED_OLD")).await.ok();
    assert_eq!(second, json!({"Attributes": {"status": {"N": "2"}}}));
    let third = studio.call("UpdateItem", &body("ADD #s :n REMOVE notes", "ALL_NEW")).await.ok();
    assert_eq!(third["Attributes"]["status"], json!({"N": "4"}));
    assert_eq!(third["Attributes"].get("notes"), None);
    for (expression, text) in [
        (
            "SET #s = gone + :n",
            "The provided expression refers to an attribute that does not exist in the item",
        ),
        ("SET verdict.#s = :n", "The document path provided in the update expression is invalid for update"),
        ("SET #s = verdict + :n", "An operand in the update expression has an incorrect data type"),
        (
            "SET request_id = :n REMOVE #s",
            "One or more parameter values were invalid: Cannot update attribute request_id. This attribute is part of the key",
        ),
    ] {
        let answer = studio.call("UpdateItem", &body(expression, "NONE")).await;
        assert_eq!(answer.refused(), ("ValidationException", text), "{expression}");
    }
    let made = json!({"TableName": TABLE, "Key": key("new"), "ReturnValues": "ALL_NEW"});
    assert_eq!(studio.call("UpdateItem", &made).await.ok()["Attributes"]["request_id"], json!({"S": "new"}));
}

#[tokio::test]
async fn what_does_not_fit_the_table_is_refused() {
    let studio = Studio::open();
    let half = json!({"request_id": {"S": "a"}});
    let text = json!({"request_id": {"S": "a"}, "created_at": {"S": "b"}});
    let empty = json!({"request_id": {"S": ""}, "created_at": {"N": "1"}});
    let indexed = json!({"request_id": {"S": "a"}, "created_at": {"N": "1"}, "user_id": {"N": "1"}});
    for (operation, body, word) in [
        (
            "GetItem",
            json!({"TableName": TABLE, "Key": half}),
            "The provided key element does not match the schema",
        ),
        ("PutItem", json!({"TableName": TABLE, "Item": half}), "Missing the key created_at in the item"),
        (
            "PutItem",
            json!({"TableName": TABLE, "Item": text}),
            "Type mismatch for key created_at expected: N actual: S",
        ),
        (
            "PutItem",
            json!({"TableName": TABLE, "Item": empty}),
            "cannot contain an empty string value. Key: request_id",
        ),
        (
            "PutItem",
            json!({"TableName": TABLE, "Item": indexed}),
            "Type mismatch for Index Key user_id Expected: S Actual: N IndexName: user-index",
        ),
        (
            "PutItem",
            json!({"TableName": TABLE, "Item": key("a"), "Expected": {}}),
            "The legacy parameter Expected is not supported",
        ),
        (
            "PutItem",
            json!({"TableName": TABLE, "Item": key("a"), "ReturnValues": "ALL_NEW"}),
            "Value 'ALL_NEW' at 'returnValues'",
        ),
        ("PutItem", json!({"TableName": TABLE}), "Value null at 'item'"),
    ] {
        let answer = studio.call(operation, &body).await;
        let (kind, message) = answer.refused();
        assert_eq!(kind, "ValidationException");
        assert!(message.contains(word), "{body}: {message}");
    }
    let answer = studio.call("GetItem", &json!({"TableName": "none", "Key": {}})).await;
    assert_eq!(answer.refused(), ("ResourceNotFoundException", "Requested resource not found"));
    let answer = studio.call("PutItem", &json!({"TableName": "accounts", "Item": {"id": {"S": "a"}}})).await;
    assert_eq!(answer.refused().0, "AccessDeniedException");
}

#[tokio::test]
async fn another_tenants_item_is_not_there() {
    let studio = Studio::open();
    let at = Timestamp::from_millis(5);
    let clock = Clock::fixed(at);
    let stranger = TenantId::Organisation(OrganisationId::generate(clock.now(), &Randomness::seeded(9)));
    let item = Item::from([
        ("request_id".to_owned(), Attribute::from("theirs")),
        ("created_at".to_owned(), Attribute::from(1_707_504_000_000_u64)),
    ]);
    studio.tables.write(Scope::tenant(stranger), Write::put(&INFERENCES, item)).await.expect("a write");
    let read = studio.call("GetItem", &json!({"TableName": TABLE, "Key": key("theirs")})).await.ok();
    assert_eq!(read, json!({}));
    let found = studio.call("Scan", &json!({"TableName": TABLE, "Select": "COUNT"})).await.ok();
    assert_eq!(found, json!({"Count": 0, "ScannedCount": 0}));
    studio.call("DeleteItem", &json!({"TableName": TABLE, "Key": key("theirs")})).await;
    let key = atelier_tables::Key::new("theirs", 1_707_504_000_000_u64);
    let kept = studio.tables.get(Scope::tenant(stranger), &INFERENCES, &key).await.expect("a read");
    assert!(kept.is_some());
}
