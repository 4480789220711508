//! What an order must be to be placed, and what it becomes.

use std::time::Duration;

use atelier_base::{Coded as _, PageRequest, ProjectId};
use atelier_factory::item;
use atelier_factory::lookup::{self, NewLookup};
use atelier_factory::order::{self, NewOrder, OrderFilter, OrderStatus};
use atelier_factory::permissions::{CancelOrder, EditLookup, PlaceOrder, ReadFactory};
use atelier_factory::prompt::{PromptInput, PromptSyntax, preview};
use atelier_factory::{Error, project};
use atelier_sql::Sql;
use serde_json::json;
use uuid::Uuid;

use crate::stage::{Floor, grant, on_both_floors, scope};

on_both_floors! {
    everything_is_checked_before_anything_is_laid_down
    the_same_key_is_the_same_order
    limits_tell_count_and_price
    lookups_that_are_missing_or_lead_in_a_circle_are_told
    budgets_hold
    nothing_of_another_tenant
    previews_order_nothing
    lists_are_paged_and_filtered
}

pub(crate) fn new_order(prompt: &str) -> NewOrder {
    NewOrder { prompt: input(prompt), priority: 0, budget: None, idempotency_key: None, template_id: None }
}

pub(crate) fn input(prompt: &str) -> PromptInput {
    PromptInput {
        provider: "studio".to_owned(),
        model: "flow".to_owned(),
        prompt: prompt.to_owned(),
        negative_prompt: String::new(),
        parameters: json!({"width": 64, "height": 64}),
        syntax: PromptSyntax::Expando,
        seed: "3".to_owned(),
        quantity: 1,
        sample: None,
        limit: None,
        project_id: None,
    }
}

async fn refused(floor: &Floor, new: NewOrder) -> Error {
    let before = "SELECT count(*) AS n FROM orders WHERE tenant_id = :tenant";
    let count = floor.number(before).await;
    let error = order::place(&floor.state, grant(1, PlaceOrder), new).await.expect_err("refused");
    assert_eq!(floor.number(before).await, count, "nothing is laid down");
    error
}

fn fields(error: &Error) -> Vec<(String, &'static str)> {
    error.fields().into_iter().map(|field| (field.path, field.code)).collect()
}

async fn everything_is_checked_before_anything_is_laid_down(floor: &Floor) {
    let mut new = new_order("");
    new.prompt.seed = "-1".into();
    new.prompt.quantity = 0;
    new.prompt.parameters = json!({"width": [1]});
    let paths: Vec<_> = fields(&refused(floor, new).await).into_iter().map(|field| field.0).collect();
    assert_eq!(paths, ["prompt.prompt", "prompt.seed", "prompt.quantity", "prompt.parameters.width"]);
    let side = json!({"type": "integer", "minimum": 64, "maximum": 2048});
    let schema = json!({"type": "object", "required": ["prompt"], "additionalProperties": false,
        "properties": {"prompt": {"type": "string", "minLength": 1}, "width": side, "height": side}});
    let sql = "UPDATE models SET parameter_schema = ? WHERE tenant_id = :tenant AND model_id = 'flow'";
    floor.run(Sql::new(sql).bind(schema)).await;
    let mut new = new_order("a [red,blue] fox");
    new.prompt.parameters = json!({"width": "64,99999", "steps": 4, "height": 64.5});
    new.prompt.negative_prompt = "owls".into();
    let mut found = fields(&refused(floor, new).await);
    found.sort();
    let expected = [
        ("prompt.negativePrompt", "unknown"),
        ("prompt.parameters.height", "wrong_type"),
        ("prompt.parameters.steps", "unknown"),
        ("prompt.parameters.width", "out_of_range"),
    ];
    assert_eq!(found, expected.map(|(path, code)| (path.to_owned(), code)));
    let error = refused(floor, new_order("a [red fox")).await;
    assert_eq!(
        (error.code().name, fields(&error)),
        ("unclosed_token", vec![("prompt.prompt".to_owned(), "unclosed_token")])
    );
    let mut new = new_order("a fox");
    new.prompt.model = "none".into();
    assert!(matches!(refused(floor, new).await, Error::NotFound { noun: "model", .. }));
    let mut new = new_order("a fox");
    new.prompt.provider = "replicate".into();
    new.prompt.model = "black-forest-labs/flux-schnell".into();
    assert!(matches!(refused(floor, new).await, Error::ProviderDisabled(_)));
    let mut new = new_order("a fox");
    new.prompt.project_id = Some(ProjectId::from_uuid(Uuid::from_u128(9)));
    assert!(matches!(refused(floor, new).await, Error::NotFound { noun: "project", .. }));
}

async fn the_same_key_is_the_same_order(floor: &Floor) {
    let keyed = || NewOrder { idempotency_key: Some("once".to_owned()), ..new_order("a [red,blue] fox") };
    let place =
        async |tenant| order::place(&floor.state, grant(tenant, PlaceOrder), keyed()).await.expect("placed");
    let (first, again, other) = (place(1).await, place(1).await, place(2).await);
    assert_eq!(first, again);
    assert_ne!(first.id, other.id);
    assert_eq!(floor.number("SELECT count(*) AS n FROM order_items WHERE tenant_id = :tenant").await, 2);
    // Many at once are one order, too.
    let keyed = || NewOrder { idempotency_key: Some("race".to_owned()), ..new_order("a fox") };
    let race = (0..8).map(|_| order::place(&floor.state, grant(1, PlaceOrder), keyed()));
    let placed = futures_util::future::join_all(race).await;
    let ids: std::collections::BTreeSet<_> =
        placed.into_iter().map(|order| order.expect("placed").id).collect();
    assert_eq!(ids.len(), 1);
}

async fn limits_tell_count_and_price(floor: &Floor) {
    price(floor, 30_000).await;
    let error = refused(floor, new_order("[1..40] x [1..40]")).await;
    assert_eq!(error.code().name, "limit_exceeded");
    let field = error.fields().remove(0);
    assert_eq!(field.path, "prompt.limit");
    assert!(field.message.contains("1600 items") && field.message.contains("48.00 USD"), "{}", field.message);
    let mut new = new_order("[1..40] x [1..40]");
    new.prompt.limit = Some(1_600);
    new.prompt.quantity = 2;
    let order = order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
    assert_eq!(order.expanded_count, 1_600);
    let reserved =
        "SELECT CAST(sum(reserved_cost_micros) AS BIGINT) AS n FROM order_items WHERE tenant_id = :tenant";
    assert_eq!(floor.number(reserved).await, 96_000_000);
    let mut new = new_order("[1..40] x [1..40]");
    new.prompt.sample = Some(5);
    let order = order::place(&floor.state, grant(1, PlaceOrder), new).await.expect("placed");
    assert_eq!(order.expanded_count, 5);
}

async fn lookups_that_are_missing_or_lead_in_a_circle_are_told(floor: &Floor) {
    let mut missing = new_order("a __nonesuch__ fox");
    missing.prompt.syntax = PromptSyntax::DynamicPrompts;
    let error = refused(floor, missing).await;
    assert_eq!(fields(&error), [("prompt.prompt".to_owned(), "unknown_lookup")]);
    assert!(error.to_string().contains("nonesuch"), "{error}");
    for (key, value) in [("ring", "chain"), ("chain", "ring")] {
        let values = vec![value.to_owned(), format!("a {key}")];
        let new = NewLookup {
            key: key.to_owned(),
            values,
            description: String::new(),
            category: None,
            project_id: None,
        };
        lookup::create(&floor.state, grant(1, EditLookup), new).await.expect("a lookup");
    }
    let seen = preview(&floor.state, grant(1, ReadFactory), input("[ring] of iron"), 9).await.expect("seen");
    assert!(seen.warnings.iter().any(|warning| warning.code == "recursive_lookup"), "{:?}", seen.warnings);
    let prompts: Vec<_> = seen.items.iter().map(|item| item.prompt.as_str()).collect();
    assert_eq!((seen.count.as_str(), prompts), ("2", vec!["a chain of iron", "a ring of iron"]));
    // Of another tenant there is none of that name.
    let theirs =
        preview(&floor.state, grant(2, ReadFactory), input("[ring] of iron"), 9).await.expect("seen");
    assert_eq!((theirs.count.as_str(), theirs.items[0].prompt.as_str()), ("1", "ring of iron"));
}

/// The studio's flow costs so much an image.
async fn price(floor: &Floor, micros: i64) {
    let sql = "UPDATE models SET pricing = ? WHERE tenant_id = :tenant AND model_id = 'flow'";
    let pricing = json!({"per_image_micros": micros, "currency": "USD", "as_of": "2026-11-01"});
    floor.run(Sql::new(sql).bind(pricing)).await;
}

async fn budgets_hold(floor: &Floor) {
    price(floor, 1_000_000).await;
    let place = async |new| order::place(&floor.state, grant(1, PlaceOrder), new).await;
    let over = NewOrder { budget: Some(1.99), ..new_order("a [red,blue] fox") };
    assert!(matches!(place(over).await, Err(Error::BudgetExceeded(_))));
    let within = NewOrder { budget: Some(2.0), ..new_order("a [red,blue] fox") };
    place(within).await.expect("placed");
    // The project's.
    let one = floor.project(1, "Foxes").await;
    project::ensure(&floor.state, scope(1), one.id).await.expect("a row");
    floor.run(Sql::new("UPDATE projects SET budget_micros = 3000000 WHERE tenant_id = :tenant")).await;
    let mut of_project = new_order("a [red,blue] fox");
    of_project.prompt.project_id = Some(one.id);
    place(of_project.clone()).await.expect("two of three");
    let refused = place(of_project.clone()).await.expect_err("four of three").to_string();
    assert!(refused.contains("1.00 USD are left"), "{refused}");
    // The month's: four are spoken for.
    let sql = "UPDATE system_settings SET value = ? WHERE tenant_id = :tenant AND key = 'orders.month_budget_micros'";
    floor.run(Sql::new(sql).bind(json!(5_000_000))).await;
    place(new_order("a fox")).await.expect("the fifth");
    assert!(matches!(place(new_order("a fox")).await, Err(Error::BudgetExceeded(_))));
    floor.advance(Duration::from_hours(24 * 30));
    let order = place(new_order("a fox")).await.expect("of the next month");
    // What is called off is free again.
    floor.run(Sql::new(sql).bind(json!(1_000_000))).await;
    assert!(place(new_order("a fox")).await.is_err());
    order::cancel(&floor.state, grant(1, CancelOrder), order.id).await.expect("cancelled");
    place(new_order("a fox")).await.expect("placed");
    let at_once = (0..4).map(|_| place(NewOrder { ..new_order("an owl") }));
    assert!(futures_util::future::join_all(at_once).await.iter().all(Result::is_err));
    // A budget that can't be kept is refused.
    floor.run(Sql::new("UPDATE models SET pricing = NULL WHERE tenant_id = :tenant")).await;
    floor.run(Sql::new("UPDATE providers SET is_enabled = TRUE WHERE tenant_id = :tenant")).await;
    let mut blind = NewOrder { budget: Some(1.0), ..new_order("a fox") };
    blind.prompt.provider = "replicate".into();
    blind.prompt.model = "black-forest-labs/flux-schnell".into();
    blind.prompt.parameters = json!({});
    let error = place(blind).await.expect_err("refused");
    assert_eq!(fields(&error), [("budget".to_owned(), "price_unknown")]);
}

async fn nothing_of_another_tenant(floor: &Floor) {
    let order = order::place(&floor.state, grant(1, PlaceOrder), new_order("a fox")).await.expect("placed");
    let page = PageRequest::first(5);
    let items = item::list(&floor.state, grant(1, ReadFactory), (order.id, None), page.clone()).await;
    let item = items.expect("items").into_nodes().next().expect("one").id;
    let (read, cancel, place) = (grant(2, ReadFactory), grant(2, CancelOrder), grant(2, PlaceOrder));
    let state = &floor.state;
    for missing in [
        order::get(state, read, order.id).await.map(drop),
        order::pause(state, cancel, order.id).await.map(drop),
        order::resume(state, place, order.id).await.map(drop),
        order::cancel(state, cancel, order.id).await.map(drop),
        order::retry(state, place, order.id).await.map(drop),
        order::set_priority(state, place, order.id, 1).await.map(drop),
        order::delete(state, cancel, order.id).await.map(drop),
        order::restore(state, cancel, order.id).await.map(drop),
        item::get(state, read, item).await.map(drop),
        item::cancel(state, cancel, item).await.map(drop),
        item::retry(state, place, item).await.map(drop),
    ] {
        assert!(matches!(missing, Err(Error::NotFound { .. })), "{missing:?}");
    }
    let items = item::list(state, read, (order.id, None), page.clone()).await.expect("a page");
    assert!(items.edges.is_empty());
    assert!(item::queue(state, read, None, page.clone()).await.expect("a page").edges.is_empty());
    assert!(item::logs(state, read, item).await.expect("logs").is_empty());
    assert_eq!(order::cancel_all(state, cancel).await.expect("none"), 0);
    let mut of_project = new_order("a fox");
    of_project.prompt.project_id = Some(floor.project(1, "Foxes").await.id);
    let foreign = order::place(state, place, of_project).await;
    assert!(matches!(foreign, Err(Error::NotFound { noun: "project", .. })), "{foreign:?}");
    let found = order::get(state, grant(1, ReadFactory), order.id).await.expect("there");
    assert_eq!((found.status, found.priority), (OrderStatus::Pending, 0));
}

async fn previews_order_nothing(floor: &Floor) {
    price(floor, 30_000).await;
    let see = async |input| preview(&floor.state, grant(1, ReadFactory), input, 3).await.expect("seen");
    let seen = see(PromptInput { quantity: 2, ..input("a [red,green,blue,red] fox in [season]") }).await;
    assert_eq!((seen.count.as_str(), seen.images.as_str(), seen.items.len()), ("12", "24", 3));
    assert_eq!((seen.estimated_cost, seen.priced_at.as_deref()), (Some(0.72), Some("2026-11-01")));
    assert_eq!((seen.axes.len(), seen.axes[0].size, seen.axes[1].name.as_str()), (2, 3, "season"));
    assert_eq!(seen.items[0].axes, ["red", "spring"]);
    assert_eq!(
        (seen.items[0].parameters["width"].as_i64(), seen.warnings[0].code.as_str()),
        (Some(64), "duplicate_option")
    );
    let text = ["[0..9]"; 12].join(" ");
    let seen = see(input(&text)).await;
    assert_eq!((seen.count.as_str(), seen.errors[0].code.as_str()), ("1000000000000", "limit_exceeded"));
    assert!(seen.items.is_empty());
    let seen = see(input("a [red fox")).await;
    let error = &seen.errors[0];
    assert_eq!((error.field.as_deref(), error.start, seen.count.as_str()), (Some("prompt"), Some(2), "0"));
    let mut unfit = input("a fox");
    unfit.parameters = json!({"width": 1});
    let seen = see(unfit).await;
    assert_eq!(
        (seen.errors[0].code.as_str(), seen.errors[0].field.as_deref()),
        ("out_of_range", Some("width"))
    );
    assert_eq!(floor.number("SELECT count(*) AS n FROM orders WHERE tenant_id = :tenant").await, 0);
}

async fn lists_are_paged_and_filtered(floor: &Floor) {
    let mut ids = Vec::new();
    for prompt in ["a red fox", "a blue owl", "a red owl"] {
        ids.push(
            order::place(&floor.state, grant(1, PlaceOrder), new_order(prompt)).await.expect("placed").id,
        );
        floor.advance(Duration::from_secs(1));
    }
    order::pause(&floor.state, grant(1, CancelOrder), ids[1]).await.expect("paused");
    let list = async |filter, request| {
        order::list(&floor.state, grant(1, ReadFactory), filter, request).await.expect("a page")
    };
    let first = list(OrderFilter::default(), PageRequest::first(2)).await;
    let end = first.end().cloned();
    assert!(first.has_next);
    assert_eq!(first.into_nodes().map(|order| order.id).collect::<Vec<_>>(), [ids[2], ids[1]]);
    let rest = list(OrderFilter::default(), PageRequest { limit: 2, after: end }).await;
    assert_eq!(
        (rest.has_next, rest.into_nodes().map(|order| order.id).collect::<Vec<_>>()),
        (false, vec![ids[0]])
    );
    let find = async |filter| {
        let page = list(filter, PageRequest::first(9)).await;
        page.into_nodes().map(|order| order.id).collect::<Vec<_>>()
    };
    let search = Some("red".to_owned());
    assert_eq!(find(OrderFilter { search, ..OrderFilter::default() }).await, [ids[2], ids[0]]);
    let status = Some(vec![OrderStatus::Paused, OrderStatus::Failed]);
    assert_eq!(find(OrderFilter { status, ..OrderFilter::default() }).await, [ids[1]]);
    let project = Some(ProjectId::from_uuid(Uuid::from_u128(9)));
    assert!(find(OrderFilter { project, ..OrderFilter::default() }).await.is_empty());
}
