use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use crate::studio::{SECRET, Studio, signed};

#[tokio::test]
async fn only_the_key_opens_the_door() {
    let studio = Studio::open();
    studio.call("ListTables", &json!({})).await.ok();
    let unsigned = Request::post("/dynamodb").body(Body::from("{}")).expect("a request");
    assert_eq!(studio.send(unsigned).await.refused().0, "MissingAuthenticationTokenException");
    let wrong = signed("ListTables", "{}", "another secret of the same length, nearly");
    assert_eq!(studio.send(wrong).await.refused().0, "InvalidSignatureException");
    // Neither the body nor the operation can be exchanged under a good signature.
    let mut other = signed("ListTables", "{}", SECRET);
    *other.body_mut() = Body::from(r#"{"Limit":1}"#);
    assert_eq!(studio.send(other).await.refused().0, "InvalidSignatureException");
    let mut other = signed("ListTables", "{}", SECRET);
    other.headers_mut().insert("x-amz-target", "DynamoDB_20120810.Scan".parse().expect("a value"));
    assert_eq!(studio.send(other).await.refused().0, "InvalidSignatureException");
    let (status, kind) = (400, "UnknownOperationException");
    let answer = studio.call("RestoreTableFromBackup", &json!({})).await;
    assert_eq!((answer.0, answer.refused().0), (status, kind));
}

#[tokio::test]
async fn who_guesses_is_slowed_down_and_the_key_is_not() {
    let studio = Studio::open();
    for _ in 0..30 {
        let answer = studio.send(signed("ListTables", "{}", "wrong")).await;
        assert_eq!(answer.refused().0, "InvalidSignatureException");
    }
    let answer = studio.send(signed("ListTables", "{}", "wrong")).await;
    assert_eq!(answer.refused().0, "ThrottlingException");
    studio.call("ListTables", &json!({})).await.ok();
}
