//! Signing in by way of an issuer.

use std::time::Duration;

use atelier_accounts::SignUp;
use atelier_server::OidcIssuer;
use atelier_testkit::{Answer, Client, PASSWORD, TestApp};
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::issuer::{CLIENT, Issuer, SECRET};

const START: &str = "/api/v1/accounts/oidc/local/start";
const LINK: &str = "/api/v1/accounts/oidc/link";

fn start(issuer: &Issuer, allowed: &[&str], sign_up: SignUp) -> TestApp {
    TestApp::start_with(|config| {
        config.accounts.sign_up = sign_up;
        let settings = OidcIssuer {
            issuer: issuer.address.clone(),
            client_id: CLIENT.into(),
            client_secret: SECRET.into(),
            name: "Studio account".into(),
            allowed_domains: allowed.iter().map(|name| (*name).to_owned()).collect(),
        };
        config.oidc.insert("local".into(), settings);
    })
}

fn claims(test: &TestApp, issuer: &Issuer, sub: &str, email: &str) -> Value {
    let now = test.clock.now().as_seconds();
    json!({"iss": issuer.address, "sub": sub, "aud": CLIENT, "exp": now + 300, "iat": now, "email": email,
        "email_verified": true, "name": "Ada Calder"})
}

fn location(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.headers["location"].to_str().expect("ascii").to_owned()
}

/// A browser that has been sent to the issuer; it, and the state.
async fn depart(test: &TestApp, issuer: &Issuer) -> (Client, String) {
    let mut browser = test.guest();
    let answer = browser.get(&format!("{START}?return_to=%2Fprojects")).await;
    browser.keep_cookie(&answer);
    (browser, issuer.visit(&location(&answer)))
}

async fn arrive(browser: &Client, state: &str) -> Answer {
    browser.get(&format!("/api/v1/accounts/oidc/local/callback?code=good&state={state}")).await
}

/// The whole way, with these claims.
async fn sign_in(test: &TestApp, issuer: &Issuer, claims: Value) -> (Client, Answer) {
    issuer.desk.lock().expect("a desk").claims = claims;
    let (mut browser, state) = depart(test, issuer).await;
    let answer = arrive(&browser, &state).await;
    browser.keep_cookie(&answer);
    (browser, answer)
}

async fn me(client: &Client) -> Value {
    let query = "{ me { user { email username name } role } }";
    client.graphql(query, json!({})).await.data()["me"].clone()
}

fn token_after(location: &str, name: &str) -> String {
    let (_, rest) = location.split_once(&format!("/sign-in#{name}=")).expect("a token");
    rest.split('&').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_newcomer_gets_an_account_and_signs_in_to_it_again() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    let options = test.guest().get("/api/v1/accounts/sign-in-options").await;
    let button = json!({"id": "local", "name": "Studio account", "start": START});
    assert_eq!(options.body["issuers"], json!([button]));

    let (browser, answer) = sign_in(&test, &issuer, claims(&test, &issuer, "7", "Ada.C@Example.test")).await;
    assert_eq!(location(&answer), "/projects");
    let user = json!({"email": "ada.c@example.test", "username": "ada-c", "name": "Ada Calder"});
    assert_eq!(me(&browser).await, json!({"user": user, "role": "OWNER"}));
    // Known by their subject: another email of the issuer changes nothing.
    let (again, _) = sign_in(&test, &issuer, claims(&test, &issuer, "7", "new@example.test")).await;
    assert_eq!(me(&again).await["user"]["email"], "ada.c@example.test");
    // No password signs in to it.
    let guess = json!({"login": "ada-c", "password": ""});
    assert_eq!(test.guest().post("/api/v1/accounts/sign-in", &guess).await.code(), "wrong_credentials");
    // A taken username is made another.
    let (other, _) = sign_in(&test, &issuer, claims(&test, &issuer, "8", "ada.c@other.test")).await;
    let username = me(&other).await["user"]["username"].as_str().expect("a name").to_owned();
    assert!(username.starts_with("ada-c-") && username.len() == 10, "{username}");
}

#[tokio::test]
async fn an_account_with_that_email_is_linked_by_its_password_only() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    test.user("ada").await;
    let claims = claims(&test, &issuer, "7", "ada@example.test");
    let (browser, answer) = sign_in(&test, &issuer, claims.clone()).await;
    let token = token_after(&location(&answer), "link");
    assert_eq!(browser.graphql("{ me { role } }", json!({})).await.code(), "unauthenticated");
    let link = |password: &str| json!({"token": token, "password": password});
    assert_eq!(browser.post(LINK, &link("wrong")).await.code(), "wrong_credentials");
    let done = browser.post(LINK, &link(PASSWORD)).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(browser.post(LINK, &link(PASSWORD)).await.code(), "link_expired");
    let (browser, answer) = sign_in(&test, &issuer, claims).await;
    assert_eq!(location(&answer), "/projects");
    assert_eq!(me(&browser).await["user"]["username"], "ada");
}

#[tokio::test]
async fn tokens_that_say_the_wrong_thing_are_refused() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    let good = claims(&test, &issuer, "7", "ada@example.test");
    let past = test.clock.now().as_seconds() - 61;
    for (name, value) in [
        ("aud", json!("another client")),
        ("iss", json!("http://127.0.0.1:1")),
        ("exp", json!(past)),
        ("nonce", json!("another sign-in's")),
    ] {
        let mut claims = good.clone();
        claims[name] = value;
        let (_, answer) = sign_in(&test, &issuer, claims).await;
        assert_eq!(location(&answer), "/sign-in#problem=issuer_refused", "{name}");
    }
    for header in
        [json!({"alg": "none"}), json!({"alg": "HS256"}), json!({"alg": "RS256"}), json!({"kid": "k9"})]
    {
        issuer.desk.lock().expect("a desk").header = header.clone();
        let (_, answer) = sign_in(&test, &issuer, good.clone()).await;
        assert_eq!(location(&answer), "/sign-in#problem=issuer_refused", "{header}");
    }
    issuer.desk.lock().expect("a desk").header = json!({});
    let (_, answer) = sign_in(&test, &issuer, good).await;
    assert_eq!(location(&answer), "/projects");
}

#[tokio::test]
async fn a_state_works_once_in_its_own_browser_for_ten_minutes() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    issuer.desk.lock().expect("a desk").claims = claims(&test, &issuer, "7", "ada@example.test");
    let refused = "/sign-in#problem=issuer_refused";
    let (browser, state) = depart(&test, &issuer).await;
    assert_eq!(location(&arrive(&test.guest(), &state).await), refused, "without the cookie");
    let (other, _) = depart(&test, &issuer).await;
    assert_eq!(location(&arrive(&other, &state).await), refused, "another browser's cookie");
    issuer.desk.lock().expect("a desk").claims = claims(&test, &issuer, "7", "ada@example.test");
    let (fresh, fresh_state) = depart(&test, &issuer).await;
    assert_eq!(location(&arrive(&fresh, &fresh_state).await), "/projects");
    assert_eq!(location(&arrive(&fresh, &fresh_state).await), refused, "replayed");
    test.clock.advance(Duration::from_mins(10));
    assert_eq!(location(&arrive(&browser, &state).await), refused, "too late");
    assert_eq!(location(&arrive(&browser, "made-up").await), refused);
    let said = browser.get("/api/v1/accounts/oidc/local/callback?error=access_denied&state=x").await;
    assert_eq!(location(&said), refused);
}

#[tokio::test]
async fn a_new_key_of_the_issuer_is_fetched_once_a_minute_at_most() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    let fetches = || issuer.desk.lock().expect("a desk").key_fetches;
    let good = || claims(&test, &issuer, "7", "ada@example.test");
    sign_in(&test, &issuer, good()).await;
    sign_in(&test, &issuer, good()).await;
    assert_eq!(fetches(), 1, "keys are kept");
    issuer.rotate("k2");
    let (_, early) = sign_in(&test, &issuer, good()).await;
    assert_eq!((location(&early).as_str(), fetches()), ("/sign-in#problem=issuer_refused", 1));
    test.clock.advance(Duration::from_mins(1));
    let (_, later) = sign_in(&test, &issuer, good()).await;
    assert_eq!((location(&later).as_str(), fetches()), ("/projects", 2));
}

#[tokio::test]
async fn who_is_not_let_in_reads_why() {
    let issuer = Issuer::open().await;
    let closed = start(&issuer, &["example.test"], SignUp::Closed);
    let at = |test: &TestApp, email: &str, verified: Value| {
        let mut claims = claims(test, &issuer, "7", email);
        claims["email_verified"] = verified;
        claims
    };
    for (email, verified, code) in [
        ("ada@example.test", json!(true), "sign_up_closed"),
        ("ada@evil.test", json!(true), "domain_not_allowed"),
        ("ada@example.test", json!(false), "email_not_verified"),
    ] {
        let (_, answer) = sign_in(&closed, &issuer, at(&closed, email, verified)).await;
        assert_eq!(location(&answer), format!("/sign-in#problem={code}"));
    }
    let unknown = closed.guest().get("/api/v1/accounts/oidc/nobody/start").await;
    assert_eq!(location(&unknown), "/sign-in#problem=issuer_not_found");
    let away = TestApp::start_with(|config| {
        let settings = OidcIssuer {
            issuer: "http://127.0.0.1:9".into(),
            client_id: CLIENT.into(),
            client_secret: String::new(),
            name: "Away".into(),
            allowed_domains: Vec::new(),
        };
        config.oidc.insert("away".into(), settings);
    });
    let answer = away.guest().get("/api/v1/accounts/oidc/away/start").await;
    assert_eq!(location(&answer), "/sign-in#problem=issuer_unreachable");
}

#[tokio::test]
async fn two_steps_are_two_steps_by_way_of_an_issuer_too() {
    let issuer = Issuer::open().await;
    let test = start(&issuer, &[], SignUp::Open);
    let ada = test.user("ada").await;
    let claims = claims(&test, &issuer, "7", "ada@example.test");
    let (browser, answer) = sign_in(&test, &issuer, claims.clone()).await;
    let token = token_after(&location(&answer), "link");
    browser.post(LINK, &json!({"token": token, "password": PASSWORD})).await;
    let enrolment = ada.post("/api/v1/accounts/two-step/enrol", &json!({"password": PASSWORD})).await;
    let secret = totp_rs::Secret::try_from_base32(enrolment.body["secret"].as_str().expect("a secret"));
    let totp = totp_rs::Builder::new().with_secret(secret.expect("Base32")).build().expect("valid");
    let code = || totp.generate(u64::try_from(test.clock.now().as_seconds()).expect("a second")).to_string();
    let done = ada.post("/api/v1/accounts/two-step/confirm", &json!({"code": code()})).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    test.clock.advance(Duration::from_secs(30));
    let (browser, answer) = sign_in(&test, &issuer, claims).await;
    let token = token_after(&location(&answer), "second-step");
    assert!(location(&answer).ends_with("&return_to=%2Fprojects"));
    let body = json!({"token": token, "code": code()});
    let done = browser.post("/api/v1/accounts/sign-in/second-step", &body).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
}
