//! Noting, sealing and reading.

use atelier_audit::{Deed, Filter, Outcome};
use atelier_base::{PageRequest, Scope};
use atelier_tables::{Item, Key, Query, Write};

use crate::{Studio, THINGS, table};

#[tokio::test]
async fn a_deed_is_noted_with_its_change_or_not_at_all() {
    let studio = Studio::open();
    let user = studio.user();
    studio.make(user, "vase").await;
    let item = Item::from([("id".to_owned(), "vase".into())]);
    let deed = Deed::granted(studio.grant(user), "thing.make").target("vase");
    let scope = Scope::tenant(studio.tenant);
    let again = studio.trail.write(scope, deed, Write::create(THINGS, item)).await;
    assert!(matches!(again, Err(atelier_tables::Error::ConditionFailed { position: 0, .. })), "{again:?}");
    assert_eq!(studio.trail.seal(studio.tenant).await.expect("sealed"), 1);
    assert_eq!(studio.trail.seal(studio.tenant).await.expect("sealed"), 0, "nothing is sealed twice");
}

#[tokio::test]
async fn entries_say_who_what_when_and_from_where() {
    let studio = Studio::open();
    let user = studio.fill(1).await;
    let page = studio.trail.list(studio.grant(user), &Filter::default(), PageRequest::first(10)).await;
    let entry = page.expect("a page").into_nodes().next().expect("an entry");
    assert_eq!((entry.seq, entry.user_id, entry.action.as_str()), (1, Some(user), "thing.make"));
    assert_eq!((entry.target.as_deref(), entry.outcome), (Some("thing-0"), Outcome::Done));
    assert_eq!((entry.before.is_none(), entry.at), (true, studio.clock.now()));
    let origin = entry.origin.expect("an origin");
    assert_eq!((origin.address.as_str(), origin.user_agent.as_str()), ("192.0.2.7", "curl/8.9.1"));
    assert!(entry.credential.expect("a session").starts_with("sess_"));
    let stored = studio.tables.get(Scope::tenant(studio.tenant), THINGS, &Key::hash("thing-0")).await;
    let mut stored = stored.expect("read").expect("there");
    stored.remove("tenant_id");
    assert_eq!(entry.after, Some(atelier_audit::digest(THINGS, &stored)), "the digest is the item's");
}

#[tokio::test]
async fn filters_narrow_and_pages_follow_each_other() {
    let studio = Studio::open();
    let (ada, ben) = (studio.fill(30).await, studio.user());
    studio.clock.advance(std::time::Duration::from_mins(1));
    studio.make(ben, "late").await;
    let deed = Deed::new(studio.tenant, Studio::outsider(), "door.knock").target(ada).refused();
    studio.trail.note(Scope::tenant(studio.tenant), deed).await.expect("noted");
    let count = async |filter: Filter| {
        let page = studio.trail.list(studio.grant(ada), &filter, PageRequest::first(100)).await;
        page.expect("a page").edges.len()
    };
    assert_eq!(count(Filter::default()).await, 32);
    assert_eq!(count(Filter { actor: Some(ada), ..Filter::default() }).await, 30);
    assert_eq!(count(Filter { actor: Some(studio.user()), ..Filter::default() }).await, 0);
    assert_eq!(count(Filter { action: Some("thing".into()), ..Filter::default() }).await, 31);
    assert_eq!(count(Filter { action: Some("thing.make".into()), ..Filter::default() }).await, 31);
    assert_eq!(count(Filter { target: Some("late".into()), ..Filter::default() }).await, 1);
    assert_eq!(count(Filter { target: Some(ada.to_string()), ..Filter::default() }).await, 1);
    assert_eq!(count(Filter { from: Some(studio.clock.now()), ..Filter::default() }).await, 2);
    assert_eq!(count(Filter { to: Some(studio.clock.now()), ..Filter::default() }).await, 30);
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let request = PageRequest { limit: 7, after };
        let page = studio.trail.list(studio.grant(ada), &Filter::default(), request).await.expect("a page");
        let Some(last) = page.edges.last() else { break };
        after = Some(last.cursor.clone());
        seen.extend(page.into_nodes().map(|entry| entry.seq));
    }
    assert_eq!(seen, (1..=32).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn many_sealers_make_one_chain() {
    let studio = Studio::open();
    let users = [studio.user(), studio.user(), studio.user()];
    for n in 0..90 {
        studio.make(users[n % 3], &format!("thing-{n}")).await;
    }
    let (a, b, c) = tokio::join!(
        studio.trail.seal(studio.tenant),
        studio.trail.seal_all(),
        studio.trail.seal(studio.tenant)
    );
    assert_eq!(a.expect("sealed") + b.expect("sealed") + c.expect("sealed"), 90);
    let verification = studio.trail.verify(studio.tenant).await.expect("walked");
    assert_eq!((verification.intact, verification.broken), (90, None));
    let scope = Scope::tenant(studio.tenant);
    let pending = studio.tables.query(scope, Query::table(table("audit-pending"), studio.tenant)).await;
    assert_eq!(pending.expect("read").edges.len(), 0);
    let actors = studio.tables.query(scope, Query::table(table("audit-actors"), studio.tenant)).await;
    assert_eq!(actors.expect("read").edges.len(), 3, "a user has one actor in a tenant");
}

#[tokio::test]
async fn tenants_do_not_see_each_other() {
    let mut studio = Studio::open();
    let user = studio.fill(3).await;
    let other = atelier_base::OrganisationId::generate(studio.clock.now(), &studio.randomness);
    studio.tenant = atelier_base::TenantId::Organisation(other);
    let page = studio.trail.list(studio.grant(user), &Filter::default(), PageRequest::first(10)).await;
    assert_eq!(page.expect("a page").edges.len(), 0);
    let filter = Filter { actor: Some(user), ..Filter::default() };
    let page = studio.trail.list(studio.grant(user), &filter, PageRequest::first(10)).await;
    assert_eq!(page.expect("a page").edges.len(), 0);
    assert_eq!(studio.trail.head(studio.tenant).await.expect("read"), None);
}
