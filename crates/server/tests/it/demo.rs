//! The demo studio.

use atelier_server::demo;
use atelier_testkit::{Client, TestApp};
use serde_json::{Value, json};

async fn studio(test: &TestApp) -> Client {
    let mut client = test.guest();
    client.sign_in("demo", demo::PASSWORD).await;
    let me = client.graphql("{ me { memberships { tenant { id name } } } }", json!({})).await;
    let tenants = me.data()["me"]["memberships"].as_array().expect("a list").clone();
    let found = tenants.iter().find(|membership| membership["tenant"]["name"] == "Harbor Studio");
    client.in_tenant(found.expect("the studio")["tenant"]["id"].as_str().expect("an id"))
}

async fn projects(client: &Client) -> Vec<Value> {
    let query =
        "{ active: projects { nodes { name } } archived: projects(state: ARCHIVED) { nodes { name } } }";
    let answer = client.graphql(query, json!({})).await;
    let nodes = |list: &str| answer.data()[list]["nodes"].as_array().expect("a list").clone();
    [nodes("active"), nodes("archived")].concat()
}

#[tokio::test]
async fn it_is_made_once_and_reset_to_what_it_was() {
    let test = TestApp::start();
    demo::seed(&test.app).await.expect("seeded");
    let client = studio(&test).await;
    let fresh = projects(&client).await;
    assert_eq!((fresh.len(), &fresh[0]["name"]), (12, &json!("Harbor Triptych")));
    let change = json!({"current_password": demo::PASSWORD, "new_password": "burnt sienna glaze"});
    client.post("/api/v1/accounts/password", &change).await;
    client.graphql(r#"mutation { createProject(input: {name: "Graffiti"}) { id } }"#, json!({})).await.data();
    demo::seed(&test.app).await.expect("nothing to do");
    assert_eq!(projects(&client).await.len(), 13);
    demo::reset(&test.app).await.expect("reset");
    assert_eq!(projects(&studio(&test).await).await, fresh);
}
