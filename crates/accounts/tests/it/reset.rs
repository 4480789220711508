//! A forgotten password.

use std::time::Duration;

use atelier_testkit::{Answer, PASSWORD, TestApp};
use axum::http::StatusCode;
use serde_json::json;

use crate::mail::Postbox;

const REQUEST: &str = "/api/v1/accounts/password-reset";
const COMPLETE: &str = "/api/v1/accounts/password-reset/complete";
const NEW: &str = "burnt sienna glaze";

/// The operator's link for a user; its token.
async fn operators_token(test: &TestApp) -> String {
    let user = atelier_accounts::find_by_login(&test.app.accounts, "ada").await.expect("a store");
    let link = atelier_accounts::reset_link(&test.app.accounts, &user.expect("ada")).await.expect("a link");
    token_of(&link)
}

fn token_of(text: &str) -> String {
    let (_, rest) = text.split_once("/reset-password#token=").expect("a link");
    rest.chars().take_while(|letter| !letter.is_whitespace()).collect()
}

async fn complete(test: &TestApp, token: &str, password: &str) -> Answer {
    test.guest().post(COMPLETE, &json!({"token": token, "new_password": password})).await
}

#[tokio::test]
async fn a_link_of_the_operator_works_once_and_ends_sessions_and_other_links() {
    let test = TestApp::start();
    let session = test.user("ada").await;
    let (token, other) = (operators_token(&test).await, operators_token(&test).await);
    // A refused password does not use the link up.
    let weak = complete(&test, &token, "short").await;
    assert_eq!((weak.code(), &weak.body["fields"][0]["path"]), ("weak_password", &json!("new_password")));
    let done = complete(&test, &token, NEW).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
    assert_eq!(session.get("/api/v1/accounts/session").await.code(), "unauthenticated");
    for used in [&token, &other] {
        assert_eq!(complete(&test, used, NEW).await.code(), "link_expired");
    }
    let old = json!({"login": "ada", "password": PASSWORD});
    let refused = test.guest().post("/api/v1/accounts/sign-in", &old).await;
    assert_eq!(refused.code(), "wrong_credentials");
    test.guest().sign_in("ada", NEW).await;
}

#[tokio::test]
async fn a_link_works_for_an_hour_and_for_nothing_else() {
    let test = TestApp::start();
    test.user("ada").await;
    let token = operators_token(&test).await;
    let step = json!({"token": token, "code": "000000"});
    assert_eq!(test.guest().post("/api/v1/accounts/sign-in/second-step", &step).await.code(), "link_expired");
    let link = json!({"token": token, "password": PASSWORD});
    assert_eq!(test.guest().post("/api/v1/accounts/oidc/link", &link).await.code(), "link_expired");
    test.clock.advance(Duration::from_hours(1));
    assert_eq!(complete(&test, &token, NEW).await.code(), "link_expired");
    assert_eq!(complete(&test, "made up", NEW).await.code(), "link_expired");
}

#[tokio::test]
async fn without_mail_the_page_is_told_so() {
    let test = TestApp::start();
    let answer = test.guest().post(REQUEST, &json!({"email": "ada@example.test"})).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::SERVICE_UNAVAILABLE, "mail_off"));
    let options = test.guest().get("/api/v1/accounts/sign-in-options").await;
    assert_eq!(options.body, json!({"sign_up": true, "password_reset_by_mail": false, "issuers": []}));
}

#[tokio::test]
async fn a_mail_brings_the_link_and_the_answer_tells_nobody_who_has_an_account() {
    let mut postbox = Postbox::open().await;
    let test = TestApp::start_with(|config| config.mail.smtp_url = postbox.address());
    test.user("ada").await;
    let known = test.guest().post(REQUEST, &json!({"email": " Ada@Example.test"})).await;
    let unknown = test.guest().post(REQUEST, &json!({"email": "bob@example.test"})).await;
    assert_eq!((known.status, &known.body), (StatusCode::ACCEPTED, &unknown.body));
    assert_eq!(unknown.status, known.status);
    let mail = postbox.next().await;
    assert!(mail.contains("To: ada <ada@example.test>") && mail.contains("Hello ada"), "{mail}");
    assert_eq!(complete(&test, &token_of(&mail), NEW).await.status, StatusCode::NO_CONTENT);
    test.guest().sign_in("ada", NEW).await;
    // Everything that was begun has ended, and there was one mail.
    test.app.accounts.tasks.close();
    test.app.accounts.tasks.wait().await;
    assert_eq!(postbox.waiting(), 0);
}

#[tokio::test]
async fn a_mailbox_is_not_flooded_whoever_it_belongs_to() {
    let postbox = Postbox::open().await;
    let test = TestApp::start_with(|config| config.mail.smtp_url = postbox.address());
    test.user("ada").await;
    for email in ["ada@example.test", "bob@example.test"] {
        for _ in 0..5 {
            assert_eq!(
                test.guest().post(REQUEST, &json!({"email": email})).await.status,
                StatusCode::ACCEPTED
            );
        }
        assert_eq!(test.guest().post(REQUEST, &json!({"email": email})).await.code(), "too_many_attempts");
    }
}
