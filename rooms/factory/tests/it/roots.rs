//! Orders over GraphQL: who may, and what pages see.

use async_graphql::{Request, Schema, Value, Variables};
use atelier_api::Identity;
use atelier_base::Role;
use atelier_factory::graphql::{Mutation, Query, Subscription};
use atelier_factory::work;
use serde_json::{Value as Json, json};

use crate::stage::{Floor, caller, on_both_floors};

on_both_floors! {
    an_order_from_page_to_picture
    roles_hold
}

type Roots = Schema<Query, Mutation, Subscription>;

async fn ask(
    floor: &Floor,
    (tenant, role): (u128, Role),
    query: &str,
    variables: Json,
) -> Result<Json, String> {
    let schema: Roots =
        Schema::build(Query::default(), Mutation::default(), Subscription).data(floor.state.clone()).finish();
    let request = Request::new(query)
        .variables(Variables::from_json(variables))
        .data(Identity::Known(std::sync::Arc::new(caller(tenant, role))));
    let answer = schema.execute(request).await;
    match answer.errors.first() {
        Some(error) => Err(error.message.clone()),
        None => Ok(json_of(answer.data)),
    }
}

fn json_of(value: Value) -> Json {
    value.into_json().expect("JSON")
}

const PLACE: &str = "mutation($input: NewOrder!) { placeOrder(input: $input) {
    id status expandedCount estimatedCost reservedCost currency axes seed } }";

fn input() -> Json {
    json!({"input": {"prompt": {"provider": "studio", "model": "flow", "prompt": "a [red,blue] fox",
        "parameters": {"width": 64, "height": 64}}}})
}

async fn an_order_from_page_to_picture(floor: &Floor) {
    let member = (1, Role::Member);
    let seen = "query($input: PromptInput!) { expandPrompt(input: $input, first: 1) {
        count images limit estimatedCost currency items { prompt axes parameters } axes { name size field start end } errors { code } } }";
    let asked = json!({"input": input()["input"]["prompt"]});
    let preview = ask(floor, member, seen, asked).await.expect("seen")["expandPrompt"].clone();
    assert_eq!((&preview["count"], &preview["estimatedCost"]), (&json!("2"), &json!(0.0)));
    assert_eq!(preview["axes"][0]["start"], 2);
    let placed = ask(floor, member, PLACE, input()).await.expect("placed")["placeOrder"].clone();
    assert_eq!(
        (&placed["status"], &placed["expandedCount"], &placed["seed"]),
        (&json!("PENDING"), &json!(2), &json!("0"))
    );
    assert_eq!(placed["axes"][0]["values"], json!(["red", "blue"]));
    let lanes = "{ lanes { pending running paused failed waitsUntil provider { id } } queue(first: 5) { nodes { axes } } }";
    let waiting = ask(floor, member, lanes, json!({})).await.expect("lanes");
    let lane =
        waiting["lanes"].as_array().expect("lanes").iter().find(|lane| lane["provider"]["id"] == "studio");
    assert_eq!(lane.expect("the studio's")["pending"], 2);
    assert_eq!(waiting["queue"]["nodes"].as_array().expect("items").len(), 2);
    work::run_dry(floor.state.clone(), 2).await.expect("worked");
    let order =
        "query($id: OrderId!) { order(id: $id) { status completedCount items(status: COMPLETE) { nodes {
        sequenceNumber cost errorTitle products { width prompt } logs { level message } } } } }";
    let order = ask(floor, member, order, json!({"id": placed["id"]})).await.expect("there")["order"].clone();
    assert_eq!((&order["status"], &order["completedCount"]), (&json!("FULFILLED"), &json!(2)));
    let items = order["items"]["nodes"].as_array().expect("items");
    for item in items {
        assert_eq!((&item["products"][0]["width"], &item["logs"][0]["level"]), (&json!(64), &json!("INFO")));
    }
    let missing = ask(
        floor,
        (2, Role::Owner),
        "query($id: OrderId!) { order(id: $id) { id } }",
        json!({"id": placed["id"]}),
    );
    assert_eq!(missing.await.expect("an answer")["order"], Json::Null);
}

async fn roles_hold(floor: &Floor) {
    let refused = ask(floor, (1, Role::Viewer), PLACE, input()).await.expect_err("refused");
    assert!(refused.contains("role"), "{refused}");
    let id = ask(floor, (1, Role::Member), PLACE, input()).await.expect("placed")["placeOrder"]["id"].clone();
    for mutation in ["pauseOrder", "resumeOrder", "cancelOrder", "retryOrder", "deleteOrder", "restoreOrder"]
    {
        let query = format!("mutation($id: OrderId!) {{ {mutation}(id: $id) {{ id }} }}");
        assert!(ask(floor, (1, Role::Viewer), &query, json!({"id": id})).await.is_err(), "{mutation}");
        assert!(ask(floor, (2, Role::Owner), &query, json!({"id": id})).await.is_err(), "{mutation}");
        ask(floor, (1, Role::Member), &query, json!({"id": id})).await.expect(mutation);
    }
}
