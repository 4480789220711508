//! What a record is found by.

use atelier_base::{ProjectId, Scope, Timestamp};
use atelier_blobs::ASSETS;
use atelier_search::Document;
use atelier_tables::{Change, Item, Value};
use bytes::Bytes;
use serde_json::json;

use super::heard;
use crate::{Entity, Error, State};

/// Characters of the beginning of a text that stand for a title.
const HEAD: usize = 90;
/// Bytes of a text that are searched: beyond lies what nobody wrote by hand.
const LONGEST: usize = 400_000;

/// What a change means for the index.
pub(super) enum Indexing {
    Put(Box<Document>),
    Remove(String),
}

/// What the change means for the index; none for an item that is not searched.
pub(super) fn of(change: &Change) -> Option<Indexing> {
    match &change.after {
        Some(item) => document(item).map(|document| Indexing::Put(Box::new(document))),
        None => id_of(change.before.as_ref()?).map(Indexing::Remove),
    }
}

/// The item as a document; none when it is not searched.
pub(super) fn document(item: &Item) -> Option<Document> {
    let (id, at) = (id_of(item)?, time(item)?);
    let entity = text(item, "entityType");
    let mut document = Document::new(id, kind(item), at);
    document.project = ["projectId", "linkedProjectId"].iter().find_map(|name| project(item, name));
    document.tags = list(item, "tags");
    match entity.as_str() {
        "artRecord" => {
            document.title = text(item, "title");
            let custom = item.get("customFields").map(words_within).unwrap_or_default();
            document.body = lines([text(item, "medium"), text(item, "client"), custom]);
        }
        "brief" => {
            let delivered = item.get("deliverables").map(words_within).unwrap_or_default();
            let required = list(item, "requirements").join("\n");
            document.body = lines([required, delivered, text(item, "notes")]);
        }
        "milestone" => {
            document.title = text(item, "name");
            document.body = item.get("criteria").map(words_within).unwrap_or_default();
        }
        "log" => {
            document.body = text(item, "rawText");
            document.materials = [list(item, "materials"), list(item, "toBuy")].concat();
            document.techniques = list(item, "techniques");
        }
        "asset" => {
            document.title = text(item, "fileName");
            document.body = text(item, "alt");
            document.ocr = text(item, "ocr");
        }
        "inspiration" => {
            document.title = text(item, "title");
            document.body = lines([text(item, "text"), text(item, "sourceUrl")]);
        }
        _ => return None,
    }
    document.body.truncate(document.body.floor_char_boundary(LONGEST));
    let called = if document.title.is_empty() { head(&document.body) } else { document.title.clone() };
    document.anchor = json!({ "title": called });
    Some(document)
}

/// What an item leaves to files: all words of a log whose item holds only their beginning, and when those of a
/// recording were said. A file that is gone is that of a record that is gone, too, as a later change says.
pub(super) async fn complete(
    state: &State,
    scope: Scope,
    item: &Item,
    document: &mut Document,
) -> Result<(), Error> {
    if let Some(bytes) = file(state, scope, &text(item, "textKey")).await? {
        document.body = String::from_utf8_lossy(&bytes).into_owned();
        document.body.truncate(document.body.floor_char_boundary(LONGEST));
    }
    if let Some(Value::M(meta)) = item.get("transcriptMeta")
        && let Some(bytes) = file(state, scope, &text(meta, "key")).await?
    {
        document.anchor["heard"] = heard::places(&document.body, &bytes);
    }
    Ok(())
}

/// The bytes of a file, if one is named and it is there.
async fn file(state: &State, scope: Scope, key: &str) -> Result<Option<Bytes>, Error> {
    if key.is_empty() {
        return Ok(None);
    }
    match state.blobs.get(scope, &ASSETS, &key.parse()?).await {
        Ok(object) => Ok(Some(object.bytes().await?)),
        Err(atelier_blobs::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// `log:log_…`; of a brief its project's, so that the latest version takes the place of the one before.
fn id_of(item: &Item) -> Option<String> {
    let entity = text(item, "entityType");
    let name = match entity.as_str() {
        "artRecord" | "brief" => "projectId",
        "milestone" => "milestoneId",
        "log" => "logId",
        "asset" => "assetId",
        "inspiration" => "inspirationId",
        _ => return None,
    };
    let id = text(item, name);
    (!id.is_empty()).then(|| format!("{entity}:{id}"))
}

/// The facet: what people call it.
fn kind(item: &Item) -> String {
    let entity = text(item, "entityType");
    match entity.as_str() {
        "artRecord" => "project".into(),
        "log" if item.get("transcriptMeta").is_some_and(|meta| *meta != Value::Null) => "transcript".into(),
        _ => entity,
    }
}

fn time(item: &Item) -> Option<Timestamp> {
    text(item, "createdAt").parse().ok()
}

fn project(item: &Item, name: &str) -> Option<ProjectId> {
    text(item, name).parse().ok()
}

fn text(item: &Item, name: &str) -> String {
    item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn list(item: &Item, name: &str) -> Vec<String> {
    let Some(Value::L(values)) = item.get(name) else { return Vec::new() };
    values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn lines<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// All texts in a value, whatever its shape.
fn words_within(value: &Value) -> String {
    match value {
        Value::S(text) => text.clone(),
        Value::L(values) => values.iter().map(words_within).collect::<Vec<_>>().join("\n"),
        Value::M(map) => map.values().map(words_within).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

/// The beginning of a text, cut at a word.
fn head(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= HEAD {
        return line;
    }
    let cut: String = line.chars().take(HEAD).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Whether the item is of that sort.
pub(super) fn is(item: &Item, entity: Entity) -> bool {
    text(item, "entityType") == entity.name()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(pairs: &[(&str, Value)]) -> Item {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    #[test]
    fn a_log_is_found_by_its_words_and_materials() {
        let log = item(&[
            ("entityType", "log".into()),
            ("logId", "log_1".into()),
            ("createdAt", "2026-11-21T10:00:00.000Z".into()),
            ("rawText", "Second glaze of ultramarine".into()),
            ("materials", vec![Value::from("ultramarine")].into()),
            ("toBuy", vec![Value::from("cold wax")].into()),
        ]);
        let document = document(&log).expect("searched");
        assert_eq!((document.id.as_str(), document.kind.as_str()), ("log:log_1", "log"));
        assert_eq!(document.materials, ["ultramarine", "cold wax"]);
        assert_eq!(document.anchor["title"], "Second glaze of ultramarine");
    }

    #[test]
    fn settings_are_not_found() {
        let settings =
            item(&[("entityType", "settings".into()), ("createdAt", "2026-11-21T10:00:00Z".into())]);
        assert!(document(&settings).is_none());
    }

    #[test]
    fn a_long_beginning_is_cut_at_a_word() {
        let head = head(&"ultramarine ".repeat(20));
        assert!(head.ends_with("ultramarine…") && head.chars().count() <= HEAD + 1, "{head}");
    }
}
