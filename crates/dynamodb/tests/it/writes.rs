use serde_json::{Value, json};

use crate::studio::Studio;

const TABLE: &str = "artguard-inference-records-dev";

fn key(id: &str) -> Value {
    json!({"request_id": {"S": id}, "created_at": {"N": "1"}})
}

fn put(id: &str) -> Value {
    json!({"Put": {"TableName": TABLE, "Item": key(id)}})
}

#[tokio::test]
async fn batches_write_read_and_keep_their_limits() {
    let studio = Studio::open();
    let puts: Vec<_> = (0..25).map(|at| json!({"PutRequest": {"Item": key(&at.to_string())}})).collect();
    studio.call("BatchWriteItem", &json!({"RequestItems": {TABLE: puts}})).await.ok();
    let keys: Vec<_> = ["3", "none", "4"].into_iter().map(key).collect();
    let body = json!({"RequestItems": {TABLE: {"Keys": keys, "ProjectionExpression": "request_id"}}});
    let read = studio.call("BatchGetItem", &body).await.ok();
    let found = json!([{"request_id": {"S": "3"}}, {"request_id": {"S": "4"}}]);
    assert_eq!(read, json!({"Responses": {TABLE: found}, "UnprocessedKeys": {}}));
    let many: Vec<_> = (0..26).map(|at| json!({"PutRequest": {"Item": key(&at.to_string())}})).collect();
    let twice = [json!({"DeleteRequest": {"Key": key("3")}}), json!({"DeleteRequest": {"Key": key("3")}})];
    for (body, word) in [
        (json!({TABLE: many}), "Too many items requested for the BatchWriteItem call"),
        (json!({TABLE: twice}), "Provided list of item keys contains duplicates"),
        (json!({}), "Member must have length greater than or equal to 1"),
    ] {
        let answer = studio.call("BatchWriteItem", &json!({"RequestItems": body})).await;
        assert!(answer.refused().1.contains(word), "{}", answer.1);
    }
}

#[tokio::test]
async fn a_transaction_is_all_or_nothing_and_says_why() {
    let studio = Studio::open();
    studio.call("TransactWriteItems", &json!({"TransactItems": [put("a")]})).await.ok();
    let check = json!({"ConditionCheck": {"TableName": TABLE, "Key": key("a"),
        "ConditionExpression": "attribute_not_exists(request_id)",
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}});
    let answer = studio.call("TransactWriteItems", &json!({"TransactItems": [put("b"), check]})).await;
    let text = "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]";
    assert_eq!(answer.refused(), ("TransactionCanceledException", text));
    let reasons = &answer.1["CancellationReasons"];
    assert_eq!(reasons[0], json!({"Code": "None"}));
    assert_eq!(reasons[1]["Item"]["request_id"], json!({"S": "a"}));
    let gets: Vec<_> =
        ["a", "b"].into_iter().map(|id| json!({"Get": {"TableName": TABLE, "Key": key(id)}})).collect();
    let read = studio.call("TransactGetItems", &json!({"TransactItems": gets})).await.ok();
    assert_eq!(read["Responses"][0]["Item"]["request_id"], json!({"S": "a"}));
    assert_eq!(read["Responses"][1], json!({}));
    let answer = studio.call("TransactWriteItems", &json!({"TransactItems": [put("c"), put("c")]})).await;
    assert_eq!(answer.refused().1, "Transaction request cannot include multiple operations on one item");
}

#[tokio::test]
async fn a_token_makes_a_transaction_happen_once() {
    let studio = Studio::open();
    let add = json!({"Update": {"TableName": TABLE, "Key": key("n"), "UpdateExpression": "ADD hits :one",
        "ExpressionAttributeValues": {":one": {"N": "1"}}}});
    let body = json!({"TransactItems": [add], "ClientRequestToken": "once"});
    for _ in 0..2 {
        studio.call("TransactWriteItems", &body).await.ok();
    }
    let read = studio.call("GetItem", &json!({"TableName": TABLE, "Key": key("n")})).await.ok();
    assert_eq!(read["Item"]["hits"], json!({"N": "1"}));
    let other = json!({"TransactItems": [put("x")], "ClientRequestToken": "once"});
    let answer = studio.call("TransactWriteItems", &other).await;
    assert_eq!(answer.refused().0, "IdempotentParameterMismatchException");
}
