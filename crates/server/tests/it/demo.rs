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

/// How much there is of everything in the journal.
async fn counts(client: &Client) -> Value {
    let query = "{ journal(first: 100) { nodes { attributionStatus day assets { id } } } reviewCount
        assets(first: 100) { nodes { state linkedLogId colours { name } } }
        inspirations(first: 100) { nodes { id } } artRecords(first: 100) { nodes { medium } } }";
    client.graphql(query, json!({})).await.data().clone()
}

fn nodes<'a>(counts: &'a Value, list: &str) -> &'a Vec<Value> {
    counts[list]["nodes"].as_array().expect("a list")
}

#[tokio::test]
async fn its_journal_is_lived_in_and_comes_back_with_a_reset() {
    let test = TestApp::start();
    demo::seed(&test.app).await.expect("seeded");
    let client = studio(&test).await;
    let fresh = counts(&client).await;
    let logs = nodes(&fresh, "journal");
    let with = |status: &str| logs.iter().filter(|log| log["attributionStatus"] == status).count();
    assert!(25 <= logs.len() && 10 <= with("CONFIRMED") && with("REJECTED") == 1, "{fresh}");
    let waiting = fresh["reviewCount"].as_u64().expect("a number");
    assert!((5..=14).contains(&waiting), "{waiting} logs wait for a review");
    let days: std::collections::BTreeSet<_> = logs.iter().filter_map(|log| log["day"].as_str()).collect();
    assert!(days.first() < Some(&"2026-10-01") && 20 <= days.len(), "{days:?}");
    assert_eq!((nodes(&fresh, "assets").len(), nodes(&fresh, "inspirations").len()), (10, 4));
    assert_eq!(logs.iter().filter(|log| log["assets"] != json!([])).count(), 8);
    assert!(5 <= nodes(&fresh, "artRecords").len());

    // They are pictures: the first job sees what is in one.
    atelier_server::workers(&test.app).run_one().await.expect("run").expect("a job");
    let seen = counts(&client).await;
    let ready: Vec<_> = nodes(&seen, "assets").iter().filter(|asset| asset["state"] == "READY").collect();
    assert_eq!(ready.len(), 1, "{seen}");
    assert_ne!(ready[0]["colours"], json!([]));

    demo::seed(&test.app).await.expect("nothing to do");
    assert_eq!(nodes(&counts(&client).await, "journal").len(), logs.len(), "once");
    let note = r#"mutation { createLog(input: {rawText: "Graffiti"}) { logId } }"#;
    client.graphql(note, json!({})).await.data();
    demo::reset(&test.app).await.expect("reset");
    let again = counts(&studio(&test).await).await;
    for list in ["journal", "assets", "inspirations"] {
        assert_eq!(nodes(&again, list).len(), nodes(&fresh, list).len(), "{list}");
    }
    assert_eq!(again["reviewCount"], fresh["reviewCount"]);
}
