//! Which products a list has. What is asked for becomes a statement in `filter/found.rs`.

use async_graphql::InputObject;
use atelier_base::{CollectionId, InvalidInput, OrderId, ProjectId, Scope, Timestamp};
use atelier_sql::words::Query;
use atelier_sql::{Db, Value as Bound};
use serde_json::Value;
use uuid::Uuid;

use super::ProductType;
use crate::{Error, tag};

mod found;

pub(super) use self::found::Found;

/// Which products a list has; all that is said must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ProductFilter {
    /// Those of that project.
    pub project_id: Option<ProjectId>,
    /// Those that an item of that order made.
    pub order_id: Option<OrderId>,
    /// Those in that collection, in its order.
    pub collection_id: Option<CollectionId>,
    /// Those with each of these tags, 20 at most.
    pub tags: Option<Vec<String>>,
    /// Those that are liked, or are not.
    pub liked: Option<bool>,
    /// Those with so many stars or more.
    pub min_rating: Option<i32>,
    /// Those of that type.
    pub r#type: Option<ProductType>,
    /// Those of that provider.
    pub provider: Option<String>,
    /// Those of that model.
    pub model: Option<String>,
    /// Words: `red fox`, `"red fox"`, `-owl`, `fo*`.
    pub search: Option<String>,
    /// Those with these parameters, such as `{"steps": 20}`: 20 names at most, with numbers, texts or truths.
    pub parameters: Option<Value>,
    /// Those made at that time or later.
    pub created_after: Option<Timestamp>,
    /// Those made before that time.
    pub created_before: Option<Timestamp>,
    /// Those in the bin instead of those that are not.
    #[graphql(default)]
    pub in_bin: bool,
}

impl ProductFilter {
    /// Whether it asks for all that is not in the bin, of a project or of all.
    pub(crate) fn is_of_project_alone(&self) -> bool {
        let Self { project_id: _, order_id, collection_id, tags, liked, min_rating, r#type, .. } = self;
        let Self { provider, model, search, parameters, created_after, created_before, in_bin, .. } = self;
        order_id.is_none()
            && collection_id.is_none()
            && tags.as_ref().is_none_or(Vec::is_empty)
            && liked.is_none()
            && min_rating.is_none()
            && r#type.is_none()
            && provider.is_none()
            && model.is_none()
            && search.as_deref().is_none_or(|text| Query::parse(text).is_empty())
            && parameters
                .as_ref()
                .is_none_or(|given| given.as_object().is_some_and(serde_json::Map::is_empty))
            && created_after.is_none()
            && created_before.is_none()
            && !in_bin
    }

    /// Whether it asks what products were made of, or with.
    pub(crate) fn is_of_content(&self) -> bool {
        self.has_words() || self.members().next().is_some()
    }

    fn has_words(&self) -> bool {
        self.search.as_deref().is_some_and(|text| !Query::parse(text).is_empty())
    }

    /// The tags with how often they are used, the rarest first; none when one of them does not exist.
    async fn tags(&self, db: &Db, scope: Scope) -> Result<Option<Vec<(i64, Uuid)>>, Error> {
        let mut wanted = Vec::new();
        for name in self.tags.iter().flatten() {
            let Some(tag) = tag::find(db, scope, name).await? else { return Ok(None) };
            wanted.push((tag.usage_count, tag.id.uuid()));
        }
        wanted.sort_unstable();
        wanted.dedup();
        Ok(Some(wanted))
    }

    fn members(&self) -> impl Iterator<Item = (&str, Bound)> {
        let named = [("provider", &self.provider), ("model", &self.model)];
        let named = named.into_iter().filter_map(|(name, wanted)| Some((name, wanted.as_deref()?.into())));
        named.chain(self.parameters().map(|(name, value)| (name, bound(value))))
    }

    fn parameters(&self) -> impl Iterator<Item = (&str, &Value)> {
        let given = self.parameters.as_ref().and_then(Value::as_object).into_iter().flatten();
        given.map(|(name, value)| (name.as_str(), value))
    }

    fn check(&self) -> Result<(), Error> {
        let mut faults = InvalidInput::default();
        let tags = self.tags.as_ref().map_or(0, Vec::len);
        faults.note(tags > 20, "filter.tags", "too_many", "may have 20 entries at most");
        let is_object = self.parameters.as_ref().is_none_or(Value::is_object);
        faults.note(!is_object, "filter.parameters", "malformed", "is no object");
        faults.note(self.parameters().count() > 20, "filter.parameters", "too_many", "has 20 names at most");
        for (name, value) in self.parameters() {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let is_name = (1..=64).contains(&name.len()) && name.chars().all(plain);
            let path = format!("filter.parameters.{name}");
            faults.note(!is_name, &path, "malformed", "is no name: letters, digits and _");
            let is_value = value.is_boolean() || value.is_number() || value.is_string();
            faults.note(!is_value, &path, "malformed", "is no number, text or truth");
        }
        Ok(faults.finish()?)
    }
}

fn bound(value: &Value) -> Bound {
    match value {
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.as_str().into(),
        other => other.as_i64().map_or_else(|| other.as_f64().unwrap_or_default().into(), Bound::from),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_filter_that_asks_for_nothing_is_counted_without_looking() {
        let all = ProductFilter::default();
        assert!(all.is_of_project_alone());
        let of = ProjectId::from_uuid(Uuid::nil());
        assert!(ProductFilter { project_id: Some(of), ..all.clone() }.is_of_project_alone());
        assert!(ProductFilter { search: Some(" - ".into()), ..all.clone() }.is_of_project_alone());
        assert!(!ProductFilter { liked: Some(false), ..all.clone() }.is_of_project_alone());
        assert!(!ProductFilter { in_bin: true, ..all }.is_of_project_alone());
    }

    #[test]
    fn parameters_are_names_with_plain_values() {
        let check = |parameters| {
            ProductFilter { parameters: Some(parameters), ..ProductFilter::default() }.check().is_ok()
        };
        assert!(check(json!({"steps": 20, "sampler": "euler", "hires": true})));
        for odd in [json!([1]), json!({"a b": 1}), json!({"x": {}}), json!({"x": null}), json!({"x'": 1})] {
            assert!(!check(odd.clone()), "{odd}");
        }
    }
}
