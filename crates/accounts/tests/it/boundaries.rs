//! The tenant is checked from the token on every call.

use atelier_testkit::{Cast, Client, TestApp};
use axum::http::StatusCode;
use serde_json::{Value, json};

async fn code(client: &Client) -> String {
    client.graphql("{ members { nodes { role } } }", json!({})).await.code().to_owned()
}

async fn id(client: &Client) -> Value {
    client.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone()
}

async fn key(client: &Client) -> String {
    let made = r#"mutation { createApiKey(input: {name: "press", role: MEMBER}) { token } }"#;
    let answer = client.graphql(made, json!({})).await;
    answer.data()["createApiKey"]["token"].as_str().expect("a token").to_owned()
}

#[tokio::test]
async fn who_is_removed_has_no_access_at_the_next_call() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let program = test.guest().with_api_key(&key(&cast.member).await);
    assert_eq!((code(&cast.member).await, code(&program).await), (String::new(), String::new()));
    let removal = "mutation($user: UserId!) { removeMember(user: $user) }";
    cast.owner.graphql(removal, json!({"user": id(&cast.member).await})).await.data();
    assert_eq!(code(&cast.member).await, "tenant_not_found");
    // Their key is as good as none: it has no other tenant to act in.
    assert_eq!(code(&program).await, "unknown_api_key");
    // The session itself lives on, in their own tenant.
    let session = cast.member.get("/api/v1/accounts/session").await;
    assert_eq!(session.status, StatusCode::OK);
}

#[tokio::test]
async fn another_role_holds_at_the_next_call() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let program = test.guest().with_api_key(&key(&cast.member).await);
    let making = r#"mutation { createProject(input: {name: "Harbor Triptych"}) { id } }"#;
    for client in [&cast.member, &program] {
        client.graphql(making, json!({})).await.data();
    }
    let change = "mutation($user: UserId!) { setMemberRole(user: $user, role: VIEWER) { role } }";
    cast.owner.graphql(change, json!({"user": id(&cast.member).await})).await.data();
    for client in [&cast.member, &program] {
        assert_eq!(client.graphql(making, json!({})).await.code(), "forbidden");
    }
    // An owner who is none any more can't take it back.
    let back = "mutation($user: UserId!) { setMemberRole(user: $user, role: OWNER) { role } }";
    let refused = cast.member.graphql(back, json!({"user": id(&cast.member).await})).await;
    assert_eq!(refused.code(), "forbidden");
}

#[tokio::test]
async fn a_key_or_a_session_of_one_tenant_finds_no_other() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let program = test.guest().with_api_key(&key(&cast.stranger).await);
    assert_eq!(code(&program).await, "");
    for other in [cast.tenant.as_str(), "org_01h455vb4pex5vsknk084sn02q", "not-a-tenant", ""] {
        assert_eq!(code(&program.in_tenant(other)).await, "tenant_not_found", "{other:?} by key");
        assert_eq!(code(&cast.stranger.in_tenant(other)).await, "tenant_not_found", "{other:?} by session");
    }
    // Over REST it is a 404, the same for a tenant of others and for none.
    let path = "/api/v1/accounts/two-step";
    for client in [cast.trespasser(), program.in_tenant(&cast.tenant)] {
        let answer = client.get(path).await;
        assert_eq!((answer.status, answer.code()), (StatusCode::NOT_FOUND, "tenant_not_found"));
    }
}
