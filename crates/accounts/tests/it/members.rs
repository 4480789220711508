//! Organisations and their members.

use atelier_testkit::{Cast, Client, TestApp};
use serde_json::{Value, json};

async fn user_id(client: &Client) -> Value {
    client.graphql("{ me { user { id } } }", json!({})).await.data()["me"]["user"]["id"].clone()
}

async fn set_role(client: &Client, user: &Value, role: &str) -> String {
    let query = "mutation($user: UserId!, $role: Role!) { setMemberRole(user: $user, role: $role) { role } }";
    client.graphql(query, json!({"user": user, "role": role})).await.code().to_owned()
}

async fn remove(client: &Client, user: &Value) -> String {
    let query = "mutation($user: UserId!) { removeMember(user: $user) }";
    client.graphql(query, json!({"user": user})).await.code().to_owned()
}

#[tokio::test]
async fn members_are_listed_in_the_order_they_joined() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let query = "{ members { nodes { role user { username } } } }";
    let members = cast.viewer.graphql(query, json!({})).await.data()["members"]["nodes"].clone();
    let mut names: Vec<_> = members
        .as_array()
        .expect("a list")
        .iter()
        .map(|member| format!("{} {}", member["user"]["username"], member["role"]))
        .collect();
    // They joined in the same moment, as time stands still.
    names.sort();
    assert_eq!(names, [r#""mia" "MEMBER""#, r#""olive" "OWNER""#, r#""vera" "VIEWER""#]);
}

#[tokio::test]
async fn only_owners_manage_members() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let viewer = user_id(&cast.viewer).await;
    for (client, code) in [
        (&cast.guest, "unauthenticated"),
        (&cast.viewer, "forbidden"),
        (&cast.member, "forbidden"),
        (&cast.stranger, "member_not_found"),
    ] {
        assert_eq!(set_role(client, &viewer, "OWNER").await, code);
        assert_eq!(remove(client, &viewer).await, code);
    }
    assert_eq!(set_role(&cast.owner, &viewer, "MEMBER").await, "");
    assert_eq!(remove(&cast.owner, &viewer).await, "");
    assert_eq!(cast.viewer.graphql("{ me { role } }", json!({})).await.code(), "tenant_not_found");
}

#[tokio::test]
async fn an_organisation_keeps_an_owner_even_when_two_leave_at_once() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let (owner, member) = (user_id(&cast.owner).await, user_id(&cast.member).await);
    assert_eq!(remove(&cast.owner, &owner).await, "last_owner");
    assert_eq!(set_role(&cast.owner, &owner, "VIEWER").await, "last_owner");
    assert_eq!(set_role(&cast.owner, &member, "OWNER").await, "");
    let (one, two) =
        tokio::join!(set_role(&cast.owner, &member, "VIEWER"), set_role(&cast.member, &owner, "VIEWER"));
    let demoted = [&one, &two].iter().filter(|code| code.is_empty()).count();
    assert_eq!(demoted, 1, "{one:?} {two:?}");
}

#[tokio::test]
async fn adding_needs_an_account_once_and_an_organisation() {
    let test = TestApp::start();
    let cast = Cast::gather(&test).await;
    let query = "mutation($login: String!) { addMember(input: {login: $login, role: MEMBER}) { role } }";
    for (login, code) in [("nobody", "user_not_found"), ("mia", "already_member"), ("sam@example.test", "")] {
        assert_eq!(cast.owner.graphql(query, json!({"login": login})).await.code(), code, "{login}");
    }
    let personal = test.user("ada").await;
    assert_eq!(personal.graphql(query, json!({"login": "mia"})).await.code(), "personal_tenant");
}
