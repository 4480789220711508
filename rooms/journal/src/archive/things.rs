//! What the archive must know of the things that it keeps: what they are called, and what belongs to them
//! outside of their own item.

use atelier_base::ProjectId;
use atelier_tables::{Cond, Item, Value};

use crate::tables::Entity;

fn text<'a>(item: &'a Item, name: &str) -> &'a str {
    item.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// What sort of thing it is, in the word of the store.
pub(super) fn kind(item: &Item) -> &str {
    text(item, "entityType")
}

/// Its id: the end of its sort key; a version of a brief is `proj_….v2`.
pub(super) fn id(item: &Item) -> String {
    let sort = text(item, "SK");
    let last = sort.rsplit('#').next().unwrap_or_default();
    if kind(item) == Entity::Brief.name() {
        format!("{}.{last}", text(item, "projectId"))
    } else {
        last.to_owned()
    }
}

/// The project that it belongs to, and goes with. An inspiration is only linked to one.
pub(super) fn project(item: &Item) -> Option<ProjectId> {
    text(item, "projectId").parse().ok()
}

/// A title has so many characters.
const TITLE: usize = 120;

/// What people call it: its title or name, or how its words begin.
pub(super) fn title(item: &Item) -> String {
    let names = ["title", "name", "fileName", "label", "rawText", "text", "searchableText"];
    let found = names.iter().map(|name| text(item, name).trim()).find(|text| !text.is_empty());
    found.unwrap_or_default().chars().take(TITLE).collect()
}

/// Where its files are: what their keys begin with.
pub(super) fn folder(item: &Item) -> Option<String> {
    let of = |entity: Entity| kind(item) == entity.name();
    let family = if of(Entity::Asset) {
        "assets"
    } else if of(Entity::Recording) {
        "recordings"
    } else if of(Entity::Log) {
        "notes"
    } else {
        return None;
    };
    Some(format!("{family}/{}/", id(item)))
}

/// The key of the file that somebody brought, which lies where its upload left it.
pub(super) fn original(item: &Item) -> Option<&str> {
    let brought = kind(item) == Entity::Asset.name() || kind(item) == Entity::Recording.name();
    let key = [text(item, "s3Key"), text(item, "audioKey")].into_iter().find(|key| !key.is_empty());
    key.filter(|_| brought)
}

/// Only while the item is as it was read. What counts its changes tells; an item that never changes has none.
pub(super) fn unchanged(item: &Item) -> Cond {
    ["version", "lock", "updatedAt"]
        .into_iter()
        .filter_map(|name| Some(Cond::eq(name, item.get(name)?.clone())))
        .fold(Cond::exists("PK"), Cond::and)
}
