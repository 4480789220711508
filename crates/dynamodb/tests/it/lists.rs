use serde_json::{Value, json};

use crate::studio::Studio;

const TABLE: &str = "artguard-inference-records-dev";

async fn fill(studio: &Studio, count: usize) {
    for first in (0..count).step_by(25) {
        let puts: Vec<_> = (first..count.min(first + 25))
            .map(|at| {
                let verdict = if at % 2 == 0 { "authentic" } else { "forged" };
                json!({"PutRequest": {"Item": {"request_id": {"S": format!("r{at:04}")},
                    "created_at": {"N": at.to_string()}, "user_id": {"S": "user123"},
                    "verdict": {"S": verdict}, "score": {"N": at.to_string()}}}})
            })
            .collect();
        let answer = studio.call("BatchWriteItem", &json!({"RequestItems": {TABLE: puts}})).await.ok();
        assert_eq!(answer, json!({"UnprocessedItems": {}}));
    }
}

fn of_user(more: &Value) -> Value {
    let mut body = json!({"TableName": TABLE, "IndexName": "user-index",
        "KeyConditionExpression": "user_id = :u", "ExpressionAttributeValues": {":u": {"S": "user123"}}});
    for (name, value) in more.as_object().expect("parameters") {
        match body[name].as_object_mut() {
            Some(known) => known.extend(value.as_object().expect("values").clone()),
            None => body[name] = value.clone(),
        }
    }
    body
}

fn ids(answer: &Value) -> Vec<&str> {
    let items = answer["Items"].as_array().expect("items");
    items.iter().map(|item| item["request_id"]["S"].as_str().expect("an id")).collect()
}

#[tokio::test]
async fn an_index_is_read_page_by_page() {
    let studio = Studio::open();
    fill(&studio, 50).await;
    let mut seen = Vec::new();
    let mut start = Value::Null;
    loop {
        let mut body = of_user(&json!({"Limit": 20}));
        if !start.is_null() {
            body["ExclusiveStartKey"] = start;
        }
        let answer = studio.call("Query", &body).await.ok();
        seen.extend(ids(&answer).into_iter().map(str::to_owned));
        start = answer["LastEvaluatedKey"].clone();
        if start.is_null() {
            break;
        }
        let names: Vec<_> = start.as_object().expect("a key").keys().cloned().collect();
        assert_eq!(names, ["created_at", "request_id", "user_id"]);
    }
    let wanted: Vec<_> = (0..50).map(|at| format!("r{at:04}")).collect();
    assert_eq!(seen, wanted);
    let last = studio.call("Query", &of_user(&json!({"Limit": 2, "ScanIndexForward": false}))).await.ok();
    assert_eq!(ids(&last), ["r0049", "r0048"]);
}

#[tokio::test]
async fn a_limit_counts_what_is_looked_at() {
    let studio = Studio::open();
    fill(&studio, 10).await;
    let body = of_user(
        &json!({"Limit": 5, "FilterExpression": "verdict = :v", "ProjectionExpression": "request_id",
        "ExpressionAttributeValues": {":v": {"S": "forged"}}}),
    );
    let answer = studio.call("Query", &body).await.ok();
    assert_eq!((&answer["Count"], &answer["ScannedCount"]), (&json!(2), &json!(5)));
    assert_eq!(answer["Items"][0], json!({"request_id": {"S": "r0001"}}));
    assert_eq!(answer["LastEvaluatedKey"]["request_id"], json!({"S": "r0004"}));
    let ranged = of_user(&json!({"KeyConditionExpression": null}));
    assert!(studio.call("Query", &ranged).await.0 == 400);
    let mut ranged = of_user(&json!({"ExpressionAttributeValues": {":a": {"N": "3"}, ":b": {"N": "4"}}}));
    ranged["KeyConditionExpression"] = json!("user_id = :u AND created_at BETWEEN :a AND :b");
    assert_eq!(ids(&studio.call("Query", &ranged).await.ok()), ["r0003", "r0004"]);
    let keys = json!({"TableName": TABLE, "IndexName": "verdict-index", "KeyConditionExpression": "verdict = :v",
        "ExpressionAttributeValues": {":v": {"S": "forged"}}, "Limit": 1});
    let answer = studio.call("Query", &keys).await.ok();
    assert_eq!(answer["Items"][0].get("score"), None);
}

#[tokio::test]
async fn a_scan_counts_all_and_splits_into_segments() {
    let studio = Studio::open();
    fill(&studio, 1_100).await;
    let answer = studio.call("Scan", &json!({"TableName": TABLE, "Select": "COUNT"})).await.ok();
    assert_eq!(answer, json!({"Count": 1_100, "ScannedCount": 1_100}));
    let mut total = 0;
    for segment in 0..3 {
        let body = json!({"TableName": TABLE, "Select": "COUNT", "Segment": segment, "TotalSegments": 3});
        total += studio.call("Scan", &body).await.ok()["Count"].as_u64().expect("a count");
    }
    assert_eq!(total, 1_100);
    let body = json!({"TableName": TABLE, "FilterExpression": "score < :n", "ExpressionAttributeValues": {":n": {"N": "7"}}});
    assert_eq!(studio.call("Scan", &body).await.ok()["Count"], json!(7));
    let described = studio.call("DescribeTable", &json!({"TableName": TABLE})).await.ok();
    assert_eq!(described["Table"]["ItemCount"], json!(1_100));
}

#[tokio::test]
async fn wrong_lists_are_refused() {
    let studio = Studio::open();
    for (more, word) in [
        (json!({"IndexName": "none"}), "The table does not have the specified index: none"),
        (json!({"Limit": 0}), "Value '0' at 'limit'"),
        (json!({"Select": "SPECIFIC_ATTRIBUTES"}), "Must specify the ProjectionExpression"),
        (json!({"ConsistentRead": true}), "Consistent reads are not supported on global secondary indexes"),
        (
            json!({"FilterExpression": "user_id = :u"}),
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: user_id",
        ),
        (json!({"ExclusiveStartKey": {"request_id": {"S": "a"}}}), "The provided starting key is invalid"),
        (json!({"KeyConditions": {}}), "The legacy parameter KeyConditions is not supported"),
    ] {
        let mut body = of_user(&json!({}));
        for (name, value) in more.as_object().expect("parameters") {
            body[name] = value.clone();
        }
        let answer = studio.call("Query", &body).await;
        let (kind, message) = answer.refused();
        assert!(kind == "ValidationException" && message.contains(word), "{body}: {message}");
    }
}

#[tokio::test]
async fn tables_are_listed_and_described_and_never_made() {
    let studio = Studio::open();
    let listed = studio.call("ListTables", &json!({"Limit": 2})).await.ok();
    assert_eq!(listed, json!({"TableNames": ["accounts-dev", TABLE], "LastEvaluatedTableName": TABLE}));
    let rest = studio.call("ListTables", &json!({"ExclusiveStartTableName": TABLE})).await.ok();
    assert_eq!(rest, json!({"TableNames": ["other-inferences-dev"]}));
    let table = studio.call("DescribeTable", &json!({"TableName": TABLE})).await.ok()["Table"].clone();
    assert_eq!(table["TableStatus"], "ACTIVE");
    assert_eq!(table["TableArn"], format!("arn:aws:dynamodb:ca-central-1:000000000000:table/{TABLE}"));
    assert_eq!(table["KeySchema"][1], json!({"AttributeName": "created_at", "KeyType": "RANGE"}));
    assert_eq!(table["GlobalSecondaryIndexes"][1]["Projection"], json!({"ProjectionType": "KEYS_ONLY"}));
    let ttl = studio.call("DescribeTimeToLive", &json!({"TableName": TABLE})).await.ok();
    assert_eq!(ttl["TimeToLiveDescription"]["AttributeName"], "expires_at");
    for (operation, name, kind) in [
        ("CreateTable", TABLE, "ResourceInUseException"),
        ("CreateTable", "novel", "AccessDeniedException"),
        ("DeleteTable", TABLE, "AccessDeniedException"),
        ("DescribeTable", "novel", "ResourceNotFoundException"),
    ] {
        assert_eq!(studio.call(operation, &json!({"TableName": name})).await.refused().0, kind);
    }
}
