//! News of providers: who is believed, what follows, and that nothing is lost or done twice by them.

use atelier_factory::item::OrderItemStatus;
use atelier_factory::work;
use atelier_secrets::{Place, Secret};
use atelier_sql::Sql;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::callbacks::{Ear, post, signed, tell};
use crate::contract::{Contract, Mood, SECRET};
use crate::providing::{only, place, until};
use crate::stage::{Floor, on_both_floors, scope};

on_both_floors! {
    news_bring_an_item_forward
    news_before_the_ticket_is_known_lose_nothing
    only_the_provider_is_believed
    the_same_news_are_heard_once
    news_of_another_tenant_change_nothing
    a_provider_without_a_secret_is_only_asked
}

/// Workers, until they are told to stop.
struct Crew {
    stop: CancellationToken,
    workers: JoinSet<()>,
}

impl Crew {
    fn of(ear: &Ear) -> Self {
        let (stop, mut workers) = (CancellationToken::new(), JoinSet::new());
        workers.spawn(work::run(ear.state.clone(), 2, stop.clone()));
        Self { stop, workers }
    }

    async fn stop(self) {
        self.stop.cancel();
        self.workers.join_all().await;
    }
}

const UNTOLD: &str =
    "SELECT count(*) AS n FROM order_items WHERE tenant_id = :tenant AND heard_at IS NOT NULL";

fn done(id: &str) -> Value {
    json!({"id": id, "status": "succeeded", "output": ["https://elsewhere.example/forged.png"]})
}

async fn complete(floor: &Floor, order: &atelier_factory::order::Order) {
    while only(floor, order).await.status != OrderItemStatus::Complete {
        tokio::task::yield_now().await;
    }
}

async fn news_bring_an_item_forward(floor: &Floor) {
    let (ear, contract) = (Ear::open(floor).await, Contract::start(floor, Mood::Stalls).await);
    let order = place(floor, "a fox").await;
    let crew = Crew::of(&ear);
    until(&contract, 1).await;
    // It is not asked after again for an hour, unless the news arrive.
    contract.mood(Mood::Works(0));
    let url = contract.webhook().expect("an address");
    let tenant = scope(1).tenant_id().expect("a tenant");
    assert_eq!(url, format!("{}/api/v1/factory/webhooks/{tenant}/replicate", ear.address));
    assert_eq!(tell(&url, "msg_1", &done("p1")).await, 204);
    complete(floor, &order).await;
    assert_eq!(contract.counts(), (1, 2, 0));
    // What it made is what it said when it was asked.
    assert_eq!(floor.number("SELECT count(*) AS n FROM products WHERE tenant_id = :tenant").await, 1);
    // Of what has ended, there is nothing new; the secret is kept for the next ones.
    assert_eq!(tell(&url, "msg_1", &done("p1")).await, 204);
    assert_eq!(tell(&url, "msg_2", &done("p1")).await, 204);
    assert_eq!((floor.number(UNTOLD).await, contract.counts()), (0, (1, 2, 0)));
    let second = place(floor, "an owl").await;
    complete(floor, &second).await;
    assert_eq!(contract.secrets(), 1);
    let sealed = "SELECT count(*) AS n FROM providers WHERE tenant_id = :tenant \
        AND webhook_secret_encrypted LIKE 'enc:v1:%' AND webhook_secret_encrypted NOT LIKE '%MfKQ9r8G%'";
    assert_eq!(floor.number(sealed).await, 1);
    crew.stop().await;
}

async fn news_before_the_ticket_is_known_lose_nothing(floor: &Floor) {
    let (ear, contract) = (Ear::open(floor).await, Contract::start(floor, Mood::TellsFirst).await);
    let order = place(floor, "a fox").await;
    assert_eq!(work::run_dry(ear.state.clone(), 1).await.expect("worked"), 1);
    assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    assert_eq!(contract.counts(), (1, 1, 0));
}

/// An item that its provider works on, and the address for its news.
async fn waiting(floor: &Floor, ear: &Ear) -> (Contract, String) {
    let contract = Contract::start(floor, Mood::Stalls).await;
    place(floor, "a fox").await;
    let crew = Crew::of(ear);
    until(&contract, 1).await;
    crew.stop().await;
    let url = contract.webhook().expect("an address");
    (contract, url)
}

async fn only_the_provider_is_believed(floor: &Floor) {
    let ear = Ear::open(floor).await;
    let (_contract, url) = waiting(floor, &ear).await;
    let body = done("p1").to_string();
    let body = body.as_bytes();
    let right = signed(SECRET, "msg_1", body, 0);
    let stranger = signed("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "msg_1", body, 0);
    let other_body = done("p2").to_string();
    for (what, headers, body) in [
        ("nothing", &Vec::new(), body),
        ("another secret", &stranger, body),
        ("another body", &right, other_body.as_bytes()),
        ("an old instant", &signed(SECRET, "msg_1", body, -301), body),
        ("an instant to come", &signed(SECRET, "msg_1", body, 301), body),
        ("no request", &signed(SECRET, "msg_1", b"{}", 0), b"{}"),
    ] {
        let (status, answer) = post(&url, headers, body).await;
        assert_eq!(status, 401, "{what}: {answer}");
        assert!(answer.contains("\"webhook_refused\"") && !answer.contains("p1"), "{what}: {answer}");
    }
    let tenant = scope(1).tenant_id().expect("a tenant").to_string();
    for (part, other) in [
        ("/replicate", "/nobody"),
        // They send none.
        ("/replicate", "/openai"),
        ("/replicate", "/studio"),
        // It was never asked for any.
        ("/replicate", "/civitai"),
        (tenant.as_str(), "org_01h455vb4pex5vsknk084sn02q"),
        (tenant.as_str(), "x"),
    ] {
        let (status, answer) = post(&url.replace(part, other), &right, body).await;
        assert_eq!(status, 404, "{other}: {answer}");
        assert!(answer.contains("\"factory_not_found\""), "{other}: {answer}");
    }
    // The house and the two tenants: who asks for another one leaves nothing behind.
    let others = "SELECT count(DISTINCT tenant_id) AS n FROM providers WHERE tenant_id <> :tenant";
    assert_eq!(floor.number(others).await, 2);
    let long = vec![b' '; 2 * 1024 * 1024 + 1];
    assert_eq!(post(&url, &signed(SECRET, "msg_1", &long, 0), &long).await.0, 413);
    assert_eq!(floor.number(UNTOLD).await, 0);
    // A tenant may be more patient.
    let sql = "UPDATE system_settings SET value = '600' WHERE tenant_id = :tenant AND key = 'webhooks.tolerance_seconds'";
    floor.run(Sql::new(sql)).await;
    assert_eq!(post(&url, &signed(SECRET, "msg_1", body, -301), body).await.0, 204);
    assert_eq!(floor.number(UNTOLD).await, 1);
}

async fn the_same_news_are_heard_once(floor: &Floor) {
    let ear = Ear::open(floor).await;
    let (contract, url) = waiting(floor, &ear).await;
    assert_eq!(tell(&url, "msg_1", &done("p1")).await, 204);
    assert_eq!(floor.number(UNTOLD).await, 1);
    // Whoever goes on with the item takes them in once, and asks once more than without them.
    floor.run(Sql::new("UPDATE order_items SET heard_at = NULL WHERE tenant_id = :tenant")).await;
    // Another process, over the same store.
    let neighbour = Ear::over(floor.neighbour().await).await;
    for at in [&ear, &neighbour] {
        let url = url.replace(&ear.address, &at.address);
        assert_eq!(tell(&url, "msg_1", &done("p1")).await, 204);
        assert_eq!(floor.number(UNTOLD).await, 0, "it was heard before");
    }
    let url = url.replace(&ear.address, &neighbour.address);
    assert_eq!(tell(&url, "msg_2", &done("p1")).await, 204);
    assert_eq!((floor.number(UNTOLD).await, contract.counts().0), (1, 1));
    neighbour.state.db.close().await;
}

async fn news_of_another_tenant_change_nothing(floor: &Floor) {
    let ear = Ear::open(floor).await;
    let (_contract, url) = waiting(floor, &ear).await;
    let (one, two) = (scope(1).tenant_id().expect("a tenant"), scope(2).tenant_id().expect("a tenant"));
    let (item, secret) = (format!("{two}/replicate"), "whsec_c2Vjb25kIHRlbmFudCdzIG93biBzZWNyZXQ=");
    let place = Place { table: "providers", item: &item, field: "webhook_secret_encrypted" };
    let sealed = floor.state.keyring.seal(&Secret::from(secret.to_owned()), place).expect("sealed");
    let sql =
        "UPDATE providers SET webhook_secret_encrypted = ? WHERE tenant_id = :tenant AND id = 'replicate'";
    floor.state.db.execute(scope(2), Sql::new(sql).bind(sealed.to_string())).await.expect("stored");
    let body = done("p1").to_string();
    let headers = signed(secret, "msg_1", body.as_bytes(), 0);
    // At its own address it is heard, of what it does not have; at the other's it is not believed.
    let own = url.replace(&one.to_string(), &two.to_string());
    assert_eq!(post(&own, &headers, body.as_bytes()).await.0, 204);
    assert_eq!(post(&url, &headers, body.as_bytes()).await.0, 401);
    assert_eq!(floor.number(UNTOLD).await, 0);
}

async fn a_provider_without_a_secret_is_only_asked(floor: &Floor) {
    let (ear, contract) = (Ear::open(floor).await, Contract::start(floor, Mood::Works(1)).await);
    contract.keeps_its_secret();
    let orders = [place(floor, "a fox").await, place(floor, "an owl").await];
    // It is asked as often as ever: within the hour that news would have been waited for.
    assert_eq!(work::run_dry(ear.state.clone(), 1).await.expect("worked"), 2);
    for order in orders {
        assert_eq!(only(floor, &order).await.status, OrderItemStatus::Complete);
    }
    assert_eq!((contract.webhook(), contract.secrets()), (None, 1));
}
