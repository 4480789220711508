//! Whoever can write the store can change a record; the walk finds it and names the first that is wrong.

use atelier_audit::Fault;
use atelier_base::Scope;
use atelier_tables::{Item, Key, Update, Value, Write};

use crate::{Studio, table};

impl Studio {
    async fn record(&self, seq: u64) -> Item {
        let key = Key::new(self.tenant, seq);
        let item = self.tables.get(Scope::tenant(self.tenant), table("audit-records"), &key).await;
        item.expect("read").expect("a record")
    }

    async fn tamper(&self, writes: Vec<Write>) {
        self.tables.transact(Scope::tenant(self.tenant), writes).await.expect("written");
    }

    async fn broken(&self) -> Option<(u64, Fault)> {
        self.trail.verify(self.tenant).await.expect("walked").broken
    }

    fn removal(&self, seq: u64) -> Write {
        Write::delete(table("audit-records"), Key::new(self.tenant, seq))
    }

    fn change(&self, seq: u64, name: &str, value: impl Into<Value>) -> Write {
        let update = Update::new().set(atelier_tables::Path::from(name), value);
        Write::update(table("audit-records"), Key::new(self.tenant, seq), update)
    }
}

fn numbered(mut item: Item, seq: u64) -> Item {
    item.insert("seq".into(), seq.into());
    item
}

#[tokio::test]
async fn an_untouched_chain_is_intact() {
    let studio = Studio::open();
    assert_eq!(studio.broken().await, None, "no chain yet");
    studio.fill(60).await;
    let verification = studio.trail.verify(studio.tenant).await.expect("walked");
    assert_eq!((verification.intact, verification.broken), (60, None));
    assert_eq!(verification.head, studio.trail.head(studio.tenant).await.expect("read"));
    assert_eq!(studio.trail.tenants().await.expect("read"), [studio.tenant]);
}

#[tokio::test]
async fn a_changed_record_is_found() {
    let fields =
        ["action", "actor", "target", "after", "outcome", "at", "credential", "origin.address", "extra"];
    for field in fields {
        let studio = Studio::open();
        studio.fill(9).await;
        let (name, rest) = field.split_once('.').unwrap_or((field, ""));
        let path = if rest.is_empty() {
            atelier_tables::Path::from(name)
        } else {
            atelier_tables::Path::from(name).name(rest)
        };
        let update = Update::new().set(path, "x");
        let key = Key::new(studio.tenant, 5_u64);
        studio.tamper(vec![Write::update(table("audit-records"), key, update)]).await;
        assert_eq!(studio.broken().await, Some((5, Fault::Changed)), "{field}");
    }
}

#[tokio::test]
async fn a_record_with_a_forged_hash_is_found_at_the_next_one() {
    let studio = Studio::open();
    studio.fill(9).await;
    let other = studio.record(4).await;
    // Its own hash fits, but it is not what the fifth follows.
    let copy = numbered(other, 4);
    let forged: Item = copy.into_iter().collect();
    studio.tamper(vec![studio.removal(4), studio.change(5, "prev", "0".repeat(64))]).await;
    studio.tamper(vec![Write::put(table("audit-records"), forged)]).await;
    assert_eq!(studio.broken().await, Some((5, Fault::Changed)));
}

#[tokio::test]
async fn a_removed_record_is_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    studio.tamper(vec![studio.removal(5)]).await;
    assert_eq!(studio.broken().await, Some((5, Fault::Removed)));
}

#[tokio::test]
async fn a_gap_that_was_closed_is_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    let mut later = Vec::new();
    for seq in 6..=9 {
        later.push(Write::put(table("audit-records"), numbered(studio.record(seq).await, seq - 1)));
    }
    studio.tamper(later).await;
    studio.tamper(vec![studio.removal(9)]).await;
    assert_eq!(studio.broken().await, Some((5, Fault::Changed)), "the number is part of the record");
}

#[tokio::test]
async fn reordered_records_are_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    let (fifth, sixth) = (studio.record(5).await, studio.record(6).await);
    let swapped = [numbered(sixth, 5), numbered(fifth, 6)];
    studio.tamper(swapped.map(|item| Write::put(table("audit-records"), item)).into()).await;
    assert_eq!(studio.broken().await, Some((5, Fault::Changed)));
}

#[tokio::test]
async fn an_inserted_record_is_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    let copy = numbered(studio.record(9).await, 10);
    studio.tamper(vec![Write::put(table("audit-records"), copy)]).await;
    assert_eq!(studio.broken().await, Some((10, Fault::Inserted)));
}

#[tokio::test]
async fn a_cut_tail_is_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    studio.tamper((7..=9).map(|seq| studio.removal(seq)).collect()).await;
    assert_eq!(studio.broken().await, Some((7, Fault::Removed)));
}

#[tokio::test]
async fn a_head_that_was_turned_back_is_found() {
    let studio = Studio::open();
    studio.fill(9).await;
    let sixth = studio.record(6).await;
    let hash = sixth["hash"].clone();
    let back = Update::new().set("seq", 6_u64).set("hash", hash);
    studio.tamper(vec![Write::update(table("audit-heads"), Key::hash(studio.tenant), back)]).await;
    assert_eq!(studio.broken().await, Some((7, Fault::Inserted)));
    let odd = Update::new().set("seq", 9_u64).set("hash", "f".repeat(64));
    studio.tamper(vec![Write::update(table("audit-heads"), Key::hash(studio.tenant), odd)]).await;
    assert_eq!(studio.broken().await, Some((9, Fault::NotTheHead)));
    studio.tamper(vec![Write::delete(table("audit-heads"), Key::hash(studio.tenant))]).await;
    assert_eq!(studio.broken().await, Some((1, Fault::Inserted)));
}

#[tokio::test]
async fn an_origin_goes_only_with_its_actor() {
    let studio = Studio::open();
    studio.fill(9).await;
    let key = Key::new(studio.tenant, 5_u64);
    studio.tamper(vec![Write::update(table("audit-records"), key, Update::new().remove("origin"))]).await;
    assert_eq!(studio.broken().await, Some((5, Fault::OriginRemoved)));
}
