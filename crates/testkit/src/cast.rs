//! The people of a scenario.

use serde_json::json;

use crate::{Client, TestApp};

/// Everybody a permission rule tells apart, around one organisation.
pub struct Cast {
    /// Not signed in.
    pub guest: Client,
    /// A viewer of the organisation, acting in it.
    pub viewer: Client,
    /// A member of the organisation, acting in it.
    pub member: Client,
    /// An owner of the organisation, acting in it.
    pub owner: Client,
    /// Signed in, and owner of another organisation, acting in that.
    pub stranger: Client,
    /// The id of the organisation.
    pub tenant: String,
}

impl Cast {
    /// Makes the organisation and its people.
    pub async fn gather(test: &TestApp) -> Self {
        let (owner, tenant) = found(test, "olive").await;
        let (stranger, _) = found(test, "sam").await;
        let viewer = join(test, &owner, &tenant, "vera", "VIEWER").await;
        let member = join(test, &owner, &tenant, "mia", "MEMBER").await;
        Self { guest: test.guest(), viewer, member, owner, stranger, tenant }
    }

    /// The same client acting in the cast's organisation, which the stranger may not.
    pub fn trespasser(&self) -> Client {
        self.stranger.in_tenant(&self.tenant)
    }
}

async fn found(test: &TestApp, username: &str) -> (Client, String) {
    let client = test.user(username).await;
    let query = "mutation($name: String!) { createOrganisation(input: {name: $name}) { id } }";
    let answer = client.graphql(query, json!({"name": format!("{username}'s")})).await;
    let tenant = answer.data()["createOrganisation"]["id"].as_str().expect("an id").to_owned();
    (client.in_tenant(&tenant), tenant)
}

async fn join(test: &TestApp, owner: &Client, tenant: &str, username: &str, role: &str) -> Client {
    let client = test.user(username).await;
    let query = "mutation($login: String!, $role: Role!) {
        addMember(input: {login: $login, role: $role}) { role } }";
    owner.graphql(query, json!({"login": username, "role": role})).await.data();
    client.in_tenant(tenant)
}
