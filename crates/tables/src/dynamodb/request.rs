//! A planned write as a request: the item or the update, and the condition that keeps every promise.

use super::expression::Placeholders;
use super::plan::{Deed, Planned, Stored};
use super::value::{Attributes, sent_item, sent_key};
use crate::{Cond, Error, Path, Source, Table, Value, ValueType};

/// A request, whichever operation carries it.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) kind: Kind,
    pub(super) key: Attributes,
    pub(super) condition: Option<String>,
    pub(super) placeholders: Placeholders,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Put(Attributes),
    /// Without an expression when nothing changes.
    Update(Option<String>),
    Delete,
    Check,
}

/// The request for a write on what is known to be stored, or on whatever is. None when there is nothing to do.
pub(super) fn request(
    planned: &Planned,
    stored: Option<&Stored>,
    tenant: Option<&str>,
    now: i64,
) -> Result<Option<Request>, Error> {
    let nothing = matches!(
        (&planned.deed, stored),
        (Deed::Delete | Deed::Check, Some(Stored::Foreign)) | (Deed::Check, Some(Stored::Expired(_)))
    );
    if nothing {
        return Ok(None);
    }
    let mut placeholders = Placeholders::default();
    let live = stored.and_then(Stored::live);
    let kind = match (&planned.deed, stored) {
        (Deed::Delete, _) => Kind::Delete,
        (Deed::Check, _) => Kind::Check,
        // An update would keep the attributes of the expired item; and one without changes can't make an item
        // within a transaction.
        (Deed::Put(_), _) | (Deed::Update(..), Some(Stored::Expired(_) | Stored::Absent)) => {
            let item = planned.after(live)?;
            Kind::Put(item.as_ref().map(sent_item).unwrap_or_default())
        }
        (Deed::Update(update, fresh), _) => {
            Kind::Update(placeholders.update(update, &engine_sets(planned.table, fresh.is_some(), tenant)))
        }
    };
    let mut conditions = conditions(planned, stored, tenant, now);
    if matches!((&planned.deed, stored), (Deed::Update(..), Some(Stored::Absent))) {
        conditions.push(Cond::missing(planned.table.hash.name()));
    }
    if stored.is_some() && conditions.is_empty() && matches!(kind, Kind::Update(None)) {
        return Ok(None);
    }
    let condition = match conditions.len() {
        0 => None,
        1 => conditions.first().map(|one| placeholders.condition(one)),
        _ => Some(placeholders.condition(&Cond::And(conditions))),
    };
    Ok(Some(Request { kind, key: sent_key(planned.table, &planned.key), condition, placeholders }))
}

/// What the engine sets in every update: the version, and the tenant where an item may be made.
fn engine_sets(table: &Table, upsert: bool, tenant: Option<&str>) -> Vec<(Path, Source)> {
    let value = |value: Value| Box::new(Source::Value(value));
    let version = table.version.map(|name| {
        let old = Source::IfMissing(name.into(), value(0.into()));
        (Path::from(name), Source::Plus(Box::new(old), value(1.into())))
    });
    let tenant = tenant.filter(|_| upsert && !is_key(table, Table::TENANT));
    let tenant = tenant.map(|tenant| (Path::from(Table::TENANT), Source::Value(tenant.into())));
    version.into_iter().chain(tenant).collect()
}

fn is_key(table: &Table, name: &str) -> bool {
    table.hash.name() == name || table.range.is_some_and(|range| range.name() == name)
}

fn conditions(planned: &Planned, stored: Option<&Stored>, tenant: Option<&str>, now: i64) -> Vec<Cond> {
    let table = planned.table;
    let hash = table.hash.name();
    let mut all = Vec::new();
    let must_exist = matches!(planned.deed, Deed::Update(_, None));
    match tenant {
        Some(tenant) => {
            let own = Cond::eq(Table::TENANT, tenant);
            all.push(if must_exist { own } else { Cond::missing(hash).or(own) });
        }
        None if must_exist => all.push(Cond::exists(hash)),
        None => {}
    }
    if let Some(ttl) = table.ttl {
        match stored {
            // The very item that was judged; the caller's condition was judged without it.
            Some(Stored::Expired(item)) => {
                all.extend(item.get(ttl).map(|at| Cond::eq(ttl, at.clone())));
                return all;
            }
            _ => all.push(alive(ttl, now)),
        }
    }
    if let Some(version) = table.version {
        all.extend(version_condition(planned, stored, version));
    }
    all.extend(planned.condition.clone());
    all
}

/// That an item, if there is one, has not expired.
pub(super) fn alive(ttl: &str, now: i64) -> Cond {
    Cond::has_type(ttl, ValueType::N).and(Cond::between(ttl, 1, now)).negated()
}

fn version_condition(planned: &Planned, stored: Option<&Stored>, version: &str) -> Option<Cond> {
    let hash = planned.table.hash.name();
    let is = |number: Option<&Value>| match number {
        Some(number) => Cond::eq(version, number.clone()),
        None => Cond::exists(hash).and(Cond::missing(version)),
    };
    if let Some(expected) = planned.expected {
        return Some(if expected == 0 { is(None) } else { is(Some(&expected.into())) });
    }
    match (&planned.deed, stored) {
        (Deed::Put(_), Some(Stored::Live(item))) => Some(is(item.get(version))),
        (Deed::Put(_), Some(Stored::Absent)) => Some(Cond::missing(hash)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Attribute, Item, Key, Update};

    const NOTES: &Table = &Table { version: Some("v"), ..Table::new("notes", Attribute::S("id")) };
    const VISITS: &Table = &Table { ttl: Some("until"), ..Table::new("visits", Attribute::S("id")) };

    fn planned(table: &'static Table, deed: Deed) -> Planned {
        Planned { table, key: Key::hash("a"), deed, condition: None, expected: None }
    }

    fn of(planned: &Planned, stored: Option<&Stored>) -> Request {
        request(planned, stored, Some("ann"), 100).expect("fits").expect("something to do")
    }

    #[test]
    fn no_write_of_a_tenant_goes_without_its_guard() {
        let item = Item::from([("id".to_owned(), Value::from("a"))]);
        let guard = "(attribute_not_exists(#n0) OR #n1 = :v0)";
        for deed in [Deed::Put(item.clone()), Deed::Delete] {
            assert_eq!(of(&planned(NOTES, deed), None).condition.as_deref(), Some(guard));
        }
        let update = of(&planned(NOTES, Deed::Update(Update::new(), None)), None);
        assert_eq!(update.condition.as_deref(), Some("#n1 = :v2"));
        let Kind::Update(Some(text)) = update.kind else { panic!("an update") };
        assert_eq!(text, "SET #n0 = if_not_exists(#n0, :v0) + :v1");
        let upsert = of(&planned(NOTES, Deed::Update(Update::new(), Some(item))), None);
        assert!(upsert.condition.is_some_and(|condition| condition.contains("attribute_not_exists")));
        let Kind::Update(Some(text)) = upsert.kind else { panic!("an update") };
        assert!(text.ends_with("#n1 = :v2"), "the tenant is stamped: {text}");
    }

    #[test]
    fn an_expired_item_is_replaced_and_not_updated() {
        let fresh = Item::from([("id".to_owned(), Value::from("a"))]);
        let mut old = fresh.clone();
        old.extend([("until".to_owned(), 50.into()), ("old".to_owned(), 1.into())]);
        let upsert = planned(VISITS, Deed::Update(Update::new().set("x", 1), Some(fresh)));
        let unknown = of(&upsert, None);
        assert!(unknown.condition.is_some_and(|condition| condition.contains("attribute_type")));
        let replaced = of(&upsert, Some(&Stored::Expired(old)));
        let Kind::Put(item) = replaced.kind else { panic!("a put") };
        assert!(item.contains_key("x") && !item.contains_key("old"));
        assert!(replaced.condition.is_some_and(|condition| condition.ends_with("#n2 = :v1)")));
    }

    #[test]
    fn foreign_items_are_left_alone() {
        for deed in [Deed::Delete, Deed::Check] {
            let request = request(&planned(NOTES, deed), Some(&Stored::Foreign), Some("ann"), 0);
            assert!(request.expect("fits").is_none());
        }
    }
}
