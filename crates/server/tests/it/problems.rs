//! Bad input: a clear problem with a stable code, and nothing lost.

use atelier_testkit::{Cast, TestApp};
use axum::http::{Method, StatusCode};
use serde_json::json;

#[tokio::test]
async fn every_failed_answer_is_a_problem() {
    let test = TestApp::start_with(|config| config.server.body_limit_bytes = 1_000);
    let client = test.guest();
    let sign_in = "/api/v1/accounts/sign-in";
    let large = json!({"login": "x".repeat(2_000), "password": ""}).to_string();
    for (method, path, media_type, body, status, code) in [
        (Method::POST, sign_in, "application/json", "{", 400, "malformed_json"),
        (Method::POST, sign_in, "application/json", "", 400, "malformed_json"),
        (Method::POST, sign_in, "application/json", r#"{"login": 1, "password": ""}"#, 422, "invalid_input"),
        (Method::POST, sign_in, "application/json", r#"{"login": "a"}"#, 422, "invalid_input"),
        (
            Method::POST,
            sign_in,
            "application/json",
            r#"{"login": "a", "password": "b", "c": 1}"#,
            422,
            "invalid_input",
        ),
        (Method::POST, sign_in, "text/plain", "{}", 415, "unsupported_media_type"),
        (Method::POST, sign_in, "application/json", &large, 413, "body_too_large"),
        (Method::POST, "/graphql", "application/json", &large, 413, "body_too_large"),
        (Method::POST, "/graphql", "application/json", "[", 400, "malformed_json"),
        (Method::POST, "/graphql", "text/plain", "{}", 415, "unsupported_media_type"),
        (Method::GET, "/graphql", "", "", 400, "method_not_allowed"),
        (Method::DELETE, sign_in, "", "", 405, "method_not_allowed"),
        (Method::POST, "/projects", "", "", 400, "method_not_allowed"),
        (Method::GET, "/api/v1/nothing", "", "", 404, "not_found"),
        (Method::GET, "/nothing", "", "", 404, "not_found"),
    ] {
        let answer = client.send(method.clone(), path, media_type, body.to_owned()).await;
        let label = format!("{method} {path} {body:.30}: {}", answer.body);
        assert_eq!(answer.code(), code, "{label}");
        assert!(
            answer.status.as_u16() == status || answer.body["status"] == answer.status.as_u16(),
            "{label}"
        );
        assert_eq!(answer.headers["content-type"], "application/problem+json", "{label}");
        assert_eq!(
            answer.body["request_id"],
            answer.headers["x-request-id"].to_str().expect("ascii"),
            "{label}"
        );
        assert_eq!(answer.body["type"], format!("/docs/errors/{code}"), "{label}");
    }
}

#[tokio::test]
async fn odd_graphql_documents_are_refused_with_a_code() {
    let test = TestApp::start();
    let client = test.user("ada").await;
    let deep = format!("{{ __schema {{ types {{ {} name {} }} }} }}", "ofType { ".repeat(20), "}".repeat(20));
    let wide: String =
        (0..60).map(|i| format!("a{i}: projects(first: 200) {{ nodes {{ id name }} }} ")).collect();
    for (document, code) in [
        ("{".to_owned(), "graphql_invalid"),
        ("{ nothing }".into(), "graphql_invalid"),
        ("{ me { password } }".into(), "graphql_invalid"),
        (r#"{ project(id: "usr_x") { id } }"#.into(), "graphql_invalid"),
        ("{ project(id: 7) { id } }".into(), "graphql_invalid"),
        (deep, "too_deep"),
        (format!("{{ {wide} }}"), "too_complex"),
        ("{ projects(first: 0) { nodes { id } } }".into(), "invalid_input"),
        ("{ projects(first: 201) { nodes { id } } }".into(), "invalid_input"),
        (r#"{ projects(after: "AAAA") { nodes { id } } }"#.into(), "invalid_cursor"),
        (r#"{ projects(after: "%%%") { nodes { id } } }"#.into(), "invalid_cursor"),
    ] {
        let answer = client.graphql(&document, json!({})).await;
        assert_eq!(answer.code(), code, "{document:.60}: {}", answer.body);
        assert!(answer.body["errors"][0]["extensions"]["requestId"].is_string(), "{}", answer.body);
    }
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    for name in ["One", "Two"] {
        let query = "mutation($name: String!) { createProject(input: {name: $name}) { id } }";
        cast.owner.graphql(query, json!({"name": name})).await.data();
    }
    let page = cast.owner.graphql("{ members(first: 1) { pageInfo { endCursor } } }", json!({})).await;
    let cursor = page.data()["members"]["pageInfo"]["endCursor"].clone();
    let query = "query($after: String) { projects(after: $after) { nodes { id } } }";
    assert_eq!(cast.owner.graphql(query, json!({"after": cursor})).await.code(), "invalid_cursor");
    let page = cast.owner.graphql("{ projects(first: 1) { pageInfo { endCursor } } }", json!({})).await;
    let cursor = page.data()["projects"]["pageInfo"]["endCursor"].clone();
    // The list of another tenant is another list.
    assert_eq!(cast.stranger.graphql(query, json!({"after": cursor})).await.code(), "invalid_cursor");
    let next = cast.owner.graphql(query, json!({"after": cursor})).await;
    assert_eq!(next.data()["projects"]["nodes"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_page_of_another_site_can_change_nothing() {
    let test = TestApp::start();
    let client = test.user("ada").await;
    let request = |origin: &'static str| {
        let client = client.clone();
        async move { client.post_from(origin, "/api/v1/accounts/sign-out", &json!({})).await }
    };
    let refused = request("https://evil.test").await;
    assert_eq!((refused.status, refused.code()), (StatusCode::FORBIDDEN, "cross_origin"));
    assert_eq!(request("http://studio.test").await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn answers_carry_the_headers_that_protect_browsers() {
    let test = TestApp::start();
    let answer = test.guest().get("/health/live").await;
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    assert_eq!(answer.headers["content-security-policy"], "default-src 'none'; frame-ancestors 'none'");
    let page = test.guest().get("/").await;
    let policy = page.headers["content-security-policy"].to_str().expect("ascii");
    assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe-eval"), "{policy}");
}
