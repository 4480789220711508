//! API keys.

use std::time::Duration;

use atelier_testkit::{Cast, TestApp};
use serde_json::{Value, json};

const CREATE: &str = "mutation($input: NewApiKey!) {
    createApiKey(input: $input) { token apiKey { id name prefix role lastUsedAt } } }";

#[tokio::test]
async fn a_key_works_until_it_is_revoked_and_shows_its_use() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let made = cast.member.graphql(CREATE, json!({"input": {"name": "press", "role": "MEMBER"}})).await;
    let made = made.data()["createApiKey"].clone();
    let token = made["token"].as_str().expect("a token");
    assert!(token.starts_with(made["apiKey"]["prefix"].as_str().expect("a prefix")));
    let program = test.guest().with_api_key(token);
    let me = program.graphql("{ me { role tenant { id } user { username } } }", json!({})).await;
    assert_eq!(
        me.data()["me"],
        json!({"role": "MEMBER", "tenant": {"id": cast.tenant}, "user": {"username": "mia"}})
    );
    let keys = cast.member.graphql("{ apiKeys { name lastUsedAt } }", json!({})).await;
    assert_eq!(keys.data()["apiKeys"], json!([{"name": "press", "lastUsedAt": "2026-11-21T09:00:00.000Z"}]));
    assert!(!keys.body.to_string().contains(token));
    let revoke = "mutation($id: ApiKeyId!) { revokeApiKey(id: $id) }";
    assert_eq!(
        cast.owner.graphql(revoke, json!({"id": made["apiKey"]["id"]})).await.code(),
        "api_key_not_found"
    );
    cast.member.graphql(revoke, json!({"id": made["apiKey"]["id"]})).await.data();
    assert_eq!(program.graphql("{ me { role } }", json!({})).await.code(), "unknown_api_key");
}

#[tokio::test]
async fn a_key_has_bounds() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let refused = |input: Value| {
        let client = cast.member.clone();
        async move { client.graphql(CREATE, json!({"input": input})).await.code().to_owned() }
    };
    assert_eq!(refused(json!({"name": "x", "role": "OWNER"})).await, "role_too_high");
    assert_eq!(refused(json!({"name": "", "role": "VIEWER"})).await, "invalid_input");
    let past = json!({"name": "x", "role": "VIEWER", "expiresAt": "2020-01-01T00:00:00Z"});
    assert_eq!(refused(past).await, "invalid_input");
    let input = json!({"name": "x", "role": "VIEWER", "expiresAt": "2026-11-21T10:00:00Z"});
    let made = cast.member.graphql(CREATE, json!({"input": input})).await;
    let program = test.guest().with_api_key(made.data()["createApiKey"]["token"].as_str().expect("a token"));
    program.graphql("{ me { role } }", json!({})).await.data();
    // A key acts in its own tenant only.
    let elsewhere = program.in_tenant("usr_01h455vb4pex5vsknk084sn02q");
    assert_eq!(elsewhere.graphql("{ me { role } }", json!({})).await.code(), "tenant_not_found");
    test.clock.advance(Duration::from_hours(1));
    assert_eq!(program.graphql("{ me { role } }", json!({})).await.code(), "unknown_api_key");
}

#[tokio::test]
async fn a_key_sinks_with_its_makers_role_and_membership() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let made = cast.member.graphql(CREATE, json!({"input": {"name": "x", "role": "MEMBER"}})).await;
    let program = test.guest().with_api_key(made.data()["createApiKey"]["token"].as_str().expect("a token"));
    let user =
        cast.member.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone();
    let demote = "mutation($user: UserId!) { setMemberRole(user: $user, role: VIEWER) { role } }";
    cast.owner.graphql(demote, json!({"user": user})).await.data();
    let me = program.graphql("{ me { role } }", json!({})).await;
    assert_eq!(me.data()["me"]["role"], "VIEWER");
    let remove = "mutation($user: UserId!) { removeMember(user: $user) }";
    cast.owner.graphql(remove, json!({"user": user})).await.data();
    assert_eq!(program.graphql("{ me { role } }", json!({})).await.code(), "unknown_api_key");
}
