//! Sessions: their end, and the password.

use std::time::Duration;

use atelier_testkit::{PASSWORD, TestApp};
use axum::http::StatusCode;
use serde_json::json;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_session_ends_without_use_and_lives_on_with_it() {
    let test = TestApp::start();
    let used = test.user("ada").await;
    let unused = used.clone();
    for _ in 0..4 {
        test.clock.advance(DAY * 20);
        assert_eq!(used.get("/api/v1/accounts/session").await.status, StatusCode::OK);
    }
    test.clock.advance(DAY * 30);
    let ended = unused.get("/api/v1/accounts/session").await;
    assert_eq!((ended.status, ended.code()), (StatusCode::UNAUTHORIZED, "session_expired"));
    assert_eq!(used.graphql("{ me { role } }", json!({})).await.code(), "session_expired");
}

#[tokio::test]
async fn signing_out_ends_the_session_for_every_tab() {
    let test = TestApp::start();
    let client = test.user("ada").await;
    let answer = client.post("/api/v1/accounts/sign-out", &json!({})).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert!(answer.headers["set-cookie"].to_str().expect("ascii").contains("Max-Age=0"));
    assert_eq!(client.get("/api/v1/accounts/session").await.code(), "unauthenticated");
}

#[tokio::test]
async fn a_new_password_needs_the_old_one_and_ends_other_sessions() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let mut elsewhere = test.guest();
    elsewhere.sign_in("ada", PASSWORD).await;
    let path = "/api/v1/accounts/password";
    let change = |current: &str, new: &str| json!({"current_password": current, "new_password": new});
    let wrong = here.post(path, &change("wrong", "burnt sienna glaze")).await;
    assert_eq!(wrong.code(), "wrong_credentials");
    let weak = here.post(path, &change(PASSWORD, "short")).await;
    assert_eq!((weak.code(), &weak.body["fields"][0]["path"]), ("weak_password", &json!("new_password")));
    let done = here.post(path, &change(PASSWORD, "burnt sienna glaze")).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
    assert_eq!(here.get("/api/v1/accounts/session").await.status, StatusCode::OK);
    assert_eq!(elsewhere.get("/api/v1/accounts/session").await.code(), "unauthenticated");
    test.guest().sign_in("ada", "burnt sienna glaze").await;
}

#[tokio::test]
async fn a_forged_cookie_is_nobody() {
    let test = TestApp::start();
    let mut client = test.user("ada").await;
    let mut answer = client.post("/api/v1/accounts/sign-out", &json!({})).await;
    answer.headers.insert("set-cookie", "atelier_session=forged; Path=/".parse().expect("ascii"));
    client.keep_cookie(&answer);
    assert_eq!(client.graphql("{ me { role } }", json!({})).await.code(), "unauthenticated");
}

#[tokio::test]
async fn a_profile_keeps_preferences() {
    let test = TestApp::start();
    let client = test.user("ada").await;
    let query = "mutation($patch: ProfilePatch!) { updateProfile(patch: $patch) { name preferences } }";
    let patch = json!({"name": " Ada C. ", "preferences": {"theme": "dark", "rail": {"open": true}}});
    let saved = client.graphql(query, json!({"patch": patch})).await;
    let expected = json!({"name": "Ada C.", "preferences": {"theme": "dark", "rail": {"open": true}}});
    assert_eq!(saved.data()["updateProfile"], expected);
    let again = client.graphql("{ me { user { name preferences } } }", json!({})).await;
    assert_eq!(again.data()["me"]["user"], expected);
    let odd = client.graphql(query, json!({"patch": {"preferences": [1]}})).await;
    assert_eq!(odd.code(), "invalid_input");
}
