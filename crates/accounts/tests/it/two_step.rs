//! Two-step sign-in.

use std::time::Duration;

use atelier_testkit::{Answer, Client, PASSWORD, TestApp};
use axum::http::StatusCode;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

const SIGN_IN: &str = "/api/v1/accounts/sign-in";
const SECOND_STEP: &str = "/api/v1/accounts/sign-in/second-step";
const STEP: Duration = Duration::from_secs(30);

/// Somebody's authenticator app.
struct App(String);

impl App {
    /// The code at this moment of the test.
    fn code(&self, test: &TestApp) -> String {
        let secret = Secret::try_from_base32(&self.0).expect("Base32");
        let totp = Builder::new().with_secret(secret).build().expect("valid");
        totp.generate(u64::try_from(test.clock.now().as_seconds()).expect("a second")).to_string()
    }
}

async fn post(client: &Client, path: &str, body: Value) -> Answer {
    client.post(&format!("/api/v1/accounts/{path}"), &body).await
}

/// Turns it on; the app and the recovery codes. The code that did it is used up, so the clock moves on.
async fn set_up(test: &TestApp, client: &Client) -> (App, Vec<String>) {
    let enrolment = post(client, "two-step/enrol", json!({"password": PASSWORD})).await;
    assert_eq!(enrolment.status, StatusCode::OK, "{}", enrolment.body);
    let app = App(enrolment.body["secret"].as_str().expect("a secret").to_owned());
    let uri = enrolment.body["uri"].as_str().expect("an address");
    assert!(uri.contains(&app.0) && uri.contains("ada%40example.test"), "{uri}");
    assert!(enrolment.body["qr_svg"].as_str().expect("a picture").starts_with("<svg"));
    let done = post(client, "two-step/confirm", json!({"code": app.code(test)})).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    test.clock.advance(STEP);
    let codes = done.body["recovery_codes"].as_array().expect("codes").iter();
    (app, codes.map(|code| code.as_str().expect("text").to_owned()).collect())
}

/// The token after the right password.
async fn first_step(test: &TestApp) -> String {
    let answer = test.guest().post(SIGN_IN, &json!({"login": "ada", "password": PASSWORD})).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED, "{}", answer.body);
    assert!(answer.headers.get("set-cookie").is_none(), "the first step is no session");
    answer.body["token"].as_str().expect("a token").to_owned()
}

async fn second_step(test: &TestApp, token: &str, code: &str) -> Answer {
    test.guest().post(SECOND_STEP, &json!({"token": token, "code": code})).await
}

#[tokio::test]
async fn a_sign_in_takes_the_code_of_the_app_once() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, _) = set_up(&test, &here).await;
    let status = here.get("/api/v1/accounts/two-step").await;
    assert_eq!((&status.body["on"], &status.body["recovery_codes_left"]), (&json!(true), &json!(10)));

    let token = first_step(&test).await;
    assert_eq!(second_step(&test, &token, "000000").await.code(), "wrong_code");
    let done = second_step(&test, &token, &app.code(&test)).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let mut client = test.guest();
    client.keep_cookie(&done);
    assert_eq!(client.get("/api/v1/accounts/session").await.status, StatusCode::OK);

    // Neither the token nor the code works again.
    assert_eq!(second_step(&test, &token, &app.code(&test)).await.code(), "link_expired");
    let token = first_step(&test).await;
    assert_eq!(second_step(&test, &token, &app.code(&test)).await.code(), "wrong_code");
    test.clock.advance(STEP);
    assert_eq!(second_step(&test, &token, &app.code(&test)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn one_code_at_the_same_moment_signs_in_once() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, _) = set_up(&test, &here).await;
    let (first, second) = (first_step(&test).await, first_step(&test).await);
    let code = app.code(&test);
    let (first, second) = tokio::join!(second_step(&test, &first, &code), second_step(&test, &second, &code));
    let mut codes = [first.code(), second.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "wrong_code"]);
}

#[tokio::test]
async fn a_code_is_good_one_step_early_or_late_and_a_pending_sign_in_for_ten_minutes() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, _) = set_up(&test, &here).await;
    let (token, code) = (first_step(&test).await, app.code(&test));
    test.clock.advance(STEP * 2);
    assert_eq!(second_step(&test, &token, &code).await.code(), "wrong_code");
    let code = app.code(&test);
    test.clock.advance(STEP);
    assert_eq!(second_step(&test, &token, &code).await.status, StatusCode::OK);
    let token = first_step(&test).await;
    test.clock.advance(Duration::from_mins(10));
    assert_eq!(second_step(&test, &token, &app.code(&test)).await.code(), "link_expired");
}

#[tokio::test]
async fn guesses_must_wait_like_passwords() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, _) = set_up(&test, &here).await;
    let token = first_step(&test).await;
    for _ in 0..5 {
        assert_eq!(second_step(&test, &token, "000000").await.code(), "wrong_code");
    }
    // Not even another first step gives another five.
    let token = first_step(&test).await;
    let blocked = second_step(&test, &token, &app.code(&test)).await;
    assert_eq!((blocked.status, blocked.code()), (StatusCode::TOO_MANY_REQUESTS, "too_many_attempts"));
    test.clock.advance(STEP);
    assert_eq!(second_step(&test, &token, &app.code(&test)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_recovery_code_works_once_and_new_ones_end_the_old() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, codes) = set_up(&test, &here).await;
    assert_eq!(codes.len(), 10);
    let token = first_step(&test).await;
    assert_eq!(second_step(&test, &token, &codes[0].to_uppercase()).await.status, StatusCode::OK);
    let token = first_step(&test).await;
    assert_eq!(second_step(&test, &token, &codes[0]).await.code(), "wrong_code");
    let status = here.get("/api/v1/accounts/two-step").await;
    assert_eq!(status.body["recovery_codes_left"], json!(9));

    let proof = json!({"password": PASSWORD, "code": app.code(&test)});
    let renewed = post(&here, "two-step/recovery-codes", proof).await;
    assert_eq!(renewed.status, StatusCode::OK, "{}", renewed.body);
    assert_eq!(second_step(&test, &token, &codes[1]).await.code(), "wrong_code");
    let fresh = renewed.body["recovery_codes"][0].as_str().expect("a code");
    assert_eq!(second_step(&test, &token, fresh).await.status, StatusCode::OK);
}

#[tokio::test]
async fn turning_it_off_takes_both_proofs() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, _) = set_up(&test, &here).await;
    let proof = |password: &str, code: &str| json!({"password": password, "code": code});
    let wrong = post(&here, "two-step/disable", proof("wrong", &app.code(&test))).await;
    assert_eq!(wrong.code(), "wrong_credentials");
    assert_eq!(post(&here, "two-step/disable", proof(PASSWORD, "000000")).await.code(), "wrong_code");
    let done = post(&here, "two-step/disable", proof(PASSWORD, &app.code(&test))).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
    test.guest().sign_in("ada", PASSWORD).await;
    assert_eq!(post(&here, "two-step/disable", proof(PASSWORD, "000000")).await.code(), "two_step_off");
}

#[tokio::test]
async fn the_operator_turns_it_off_for_who_lost_everything() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    set_up(&test, &here).await;
    let ada =
        atelier_accounts::find_by_login(&test.app.accounts, "ada").await.expect("a store").expect("ada");
    atelier_accounts::reset_two_step(&test.app.accounts, ada.id).await.expect("off");
    test.guest().sign_in("ada", PASSWORD).await;
    assert!(atelier_accounts::reset_two_step(&test.app.accounts, ada.id).await.is_err());
}

#[tokio::test]
async fn nothing_is_asked_for_until_the_app_is_confirmed() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    assert_eq!(post(&here, "two-step/enrol", json!({"password": "wrong"})).await.code(), "wrong_credentials");
    assert_eq!(post(&here, "two-step/confirm", json!({"code": "000000"})).await.code(), "two_step_off");
    post(&here, "two-step/enrol", json!({"password": PASSWORD})).await;
    assert_eq!(post(&here, "two-step/confirm", json!({"code": "000000"})).await.code(), "wrong_code");
    test.guest().sign_in("ada", PASSWORD).await;
    // Who begins again gets another secret; once it is on, nobody can put another in its place.
    set_up(&test, &here).await;
    assert_eq!(post(&here, "two-step/enrol", json!({"password": PASSWORD})).await.code(), "two_step_on");
}

#[tokio::test]
async fn api_keys_need_no_code_and_change_nothing_of_it() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let made = r#"mutation { createApiKey(input: {name: "press", role: OWNER}) { token } }"#;
    let token = here.graphql(made, json!({})).await.data()["createApiKey"]["token"].clone();
    let program = test.guest().with_api_key(token.as_str().expect("a token"));
    set_up(&test, &here).await;
    assert_eq!(program.graphql("{ me { role } }", json!({})).await.data()["me"]["role"], "OWNER");
    let proof = json!({"password": PASSWORD, "code": "000000"});
    assert_eq!(post(&program, "two-step/disable", proof).await.code(), "session_needed");
}

#[tokio::test]
async fn the_secret_is_stored_sealed_and_opens_after_a_rotation() {
    let test = TestApp::start();
    let here = test.user("ada").await;
    let (app, codes) = set_up(&test, &here).await;
    let stored = test.stored_bytes().await;
    let holds = |text: &str| stored.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("enc:v1:k"), "the field is there");
    assert!(!holds(&app.0) && !holds(&codes[0]) && !holds(&codes[0].replace('-', "")));
}
