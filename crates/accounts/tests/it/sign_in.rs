//! Signing up and in.

use std::time::Duration;

use atelier_accounts::SignUp;
use atelier_testkit::{PASSWORD, TestApp};
use axum::http::StatusCode;
use serde_json::{Value, json};

const SIGN_UP: &str = "/api/v1/accounts/sign-up";
const SIGN_IN: &str = "/api/v1/accounts/sign-in";

fn newcomer(email: &str, username: &str) -> Value {
    json!({"email": email, "username": username, "name": "Ada", "password": PASSWORD})
}

#[tokio::test]
async fn a_newcomer_signs_up_and_owns_a_personal_tenant() {
    let test = TestApp::start();
    let mut client = test.guest();
    let answer = client.post(SIGN_UP, &newcomer("Ada@Example.test", "ada")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    let cookie = answer.headers["set-cookie"].to_str().expect("ascii");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    client.keep_cookie(&answer);
    let query =
        "{ me { user { email username } tenant { kind name } role memberships { role } permissions } }";
    let me = client.graphql(query, json!({})).await.data()["me"].clone();
    assert_eq!(me["user"], json!({"email": "ada@example.test", "username": "ada"}));
    assert_eq!(me["tenant"], json!({"kind": "PERSONAL", "name": "Ada"}));
    assert_eq!(me["role"], "OWNER");
    assert!(me["permissions"].as_array().expect("a list").contains(&json!("project.delete")));
}

#[tokio::test]
async fn the_cookie_is_secure_behind_https() {
    let test = TestApp::start_with(|config| config.server.public_url = "https://studio.test".into());
    let answer = test.guest().post(SIGN_UP, &newcomer("ada@example.test", "ada")).await;
    assert!(answer.headers["set-cookie"].to_str().expect("ascii").ends_with("; Secure"));
}

#[tokio::test]
async fn an_email_and_a_username_are_taken_once_even_at_the_same_moment() {
    let test = TestApp::start();
    let (one, two, three) = (test.guest(), test.guest(), test.guest());
    let (first, second, third) = (
        newcomer("ada@example.test", "ada"),
        newcomer("ADA@example.test", "ada2"),
        newcomer("other@example.test", "Ada"),
    );
    let (first, second) = tokio::join!(one.post(SIGN_UP, &first), two.post(SIGN_UP, &second));
    let third = three.post(SIGN_UP, &third).await;
    let mut codes = [first.code(), second.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "email_taken"]);
    if first.code().is_empty() {
        assert_eq!((third.code(), &third.body["fields"][0]["path"]), ("username_taken", &json!("username")));
    }
}

#[tokio::test]
async fn bad_input_names_its_fields() {
    let test = TestApp::start();
    let body = json!({"email": "ada", "username": "a", "name": "", "password": PASSWORD});
    let answer = test.guest().post(SIGN_UP, &body).await;
    assert_eq!(answer.code(), "invalid_input");
    let paths: Vec<_> =
        answer.body["fields"].as_array().expect("a list").iter().map(|field| &field["path"]).collect();
    assert_eq!(paths, ["email", "username", "name"]);
    let body = json!({"email": "a@b", "username": "ada", "name": "Ada", "password": "short"});
    let answer = test.guest().post(SIGN_UP, &body).await;
    assert_eq!((answer.code(), &answer.body["fields"][0]["path"]), ("weak_password", &json!("password")));
}

#[tokio::test]
async fn a_closed_house_takes_no_newcomers() {
    let test = TestApp::start_with(|config| config.accounts.sign_up = SignUp::Closed);
    let answer = test.guest().post(SIGN_UP, &newcomer("ada@example.test", "ada")).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::FORBIDDEN, "sign_up_closed"));
}

#[tokio::test]
async fn email_and_username_both_sign_in_and_nothing_tells_which_was_wrong() {
    let test = TestApp::start();
    test.user("ada").await;
    for login in ["ada", " ADA ", "Ada@Example.test"] {
        let answer = test.guest().post(SIGN_IN, &json!({"login": login, "password": PASSWORD})).await;
        assert_eq!(answer.status, StatusCode::OK, "{login}: {}", answer.body);
    }
    let wrong = test.guest().post(SIGN_IN, &json!({"login": "ada", "password": "wrong"})).await;
    let unknown = test.guest().post(SIGN_IN, &json!({"login": "bob", "password": "wrong"})).await;
    assert_eq!((wrong.code(), wrong.status), ("wrong_credentials", StatusCode::UNAUTHORIZED));
    assert_eq!((wrong.code(), &wrong.body["detail"]), (unknown.code(), &unknown.body["detail"]));
}

#[tokio::test]
async fn a_wrong_password_many_times_must_wait_and_then_the_right_one_works() {
    let test = TestApp::start();
    test.user("ada").await;
    let wrong = json!({"login": "ada", "password": "wrong"});
    for _ in 0..5 {
        assert_eq!(test.guest().post(SIGN_IN, &wrong).await.code(), "wrong_credentials");
    }
    let right = json!({"login": "ada", "password": PASSWORD});
    let blocked = test.guest().post(SIGN_IN, &right).await;
    assert_eq!((blocked.status, blocked.code()), (StatusCode::TOO_MANY_REQUESTS, "too_many_attempts"));
    assert_eq!(blocked.headers["retry-after"], "30");
    test.clock.advance(Duration::from_secs(30));
    assert_eq!(test.guest().post(SIGN_IN, &right).await.status, StatusCode::OK);
    // The success forgave the failures.
    assert_eq!(test.guest().post(SIGN_IN, &wrong).await.code(), "wrong_credentials");
}

#[tokio::test]
async fn many_guesses_at_once_do_not_slip_through() {
    let test = TestApp::start();
    test.user("ada").await;
    let guesses = (0..20).map(|i| {
        let client = test.guest();
        async move { client.post(SIGN_IN, &json!({"login": "ada", "password": i.to_string()})).await }
    });
    let answers = futures_util::future::join_all(guesses).await;
    let tried = answers.iter().filter(|answer| answer.code() == "wrong_credentials").count();
    assert!(tried <= 5, "{tried} guesses were tried");
}
