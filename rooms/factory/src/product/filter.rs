//! Which products a list has: one place that makes conditions of what was asked for.

use async_graphql::InputObject;
use atelier_base::{CollectionId, InvalidInput, OrderId, ProjectId, Scope, Timestamp};
use atelier_sql::words::Query;
use atelier_sql::{Db, Dialect, Sql, Value as Bound};
use serde_json::Value;
use uuid::Uuid;

use super::ProductType;
use crate::search::PRODUCTS;
use crate::{Error, tag};

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

/// A word or tag that is on fewer products than this is looked up first, and what it is on is sorted.
const FEW: i64 = 20_000;
/// Members of metadata that are indexed one by one on SQLite: see `migrations/sqlite/0003.up.sql`.
const INDEXED: [&str; 4] = ["model", "provider", "seed", "sampler"];

/// Conditions, and whether few rows are expected of them.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) sql: Sql,
    pub(crate) is_few: bool,
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

    /// `FROM … WHERE …`, after which more conditions may come.
    ///
    /// # Errors
    /// [`Error::Invalid`] for parameters that are no names with values, and those of the store.
    pub(crate) async fn conditions(&self, db: &Db, scope: Scope) -> Result<Found, Error> {
        self.check()?;
        let Some(tags) = self.tags(db, scope).await? else {
            let sql = Sql::new(" FROM products WHERE products.tenant_id = :tenant AND 1 = 0");
            return Ok(Found { sql, is_few: false });
        };
        let is_few = db.dialect() == Dialect::Sqlite && self.is_few(db, scope, &tags).await?;
        // SQLite knows nothing of how many there are: it would go through the whole gallery for a rare word.
        let tenant = if is_few { "+products.tenant_id" } else { "products.tenant_id" };
        let mut sql = if let Some(collection) = self.collection_id {
            Sql::new(format!(
                " FROM collection_products JOIN products ON products.id = collection_products.product_id \
                 WHERE {tenant} = :tenant AND collection_products.collection_id = ?"
            ))
            .bind(collection.uuid())
            .push(if self.in_bin { "" } else { " AND collection_products.is_live" })
        } else {
            Sql::new(format!(" FROM products WHERE {tenant} = :tenant"))
        };
        sql = sql.push(format!(" AND products.deleted_at IS {}NULL", if self.in_bin { "NOT " } else { "" }));
        sql = self.plain(db.dialect(), sql);
        for condition in self.documents(db.dialect()).chain(self.words(db.dialect())) {
            sql = sql.push(" AND ").push(condition);
        }
        for (at, (_, id)) in tags.into_iter().enumerate() {
            // A rare tag is where the search begins; of the others each product is asked.
            let part = if at == 0 && is_few {
                " AND products.id IN (SELECT entity_id FROM tag_associations \
                 WHERE tag_id = ? AND entity_type = 'product')"
            } else {
                " AND EXISTS (SELECT 1 FROM tag_associations AS tagged WHERE tagged.tag_id = ? \
                 AND tagged.entity_type = 'product' AND tagged.entity_id = products.id)"
            };
            sql = sql.push(Sql::new(part).bind(id));
        }
        Ok(Found { sql, is_few })
    }

    /// Whether one of the conditions alone leaves few products, so that looking them up is less work than going
    /// through the gallery.
    async fn is_few(&self, db: &Db, scope: Scope, tags: &[(i64, Uuid)]) -> Result<bool, Error> {
        if self.collection_id.is_some() {
            return Ok(false);
        }
        if self.order_id.is_some() || tags.first().is_some_and(|(count, _)| *count < FEW) {
            return Ok(true);
        }
        let words = self.search.as_deref().filter(|text| !text.trim_start().starts_with('-'));
        let words = words.and_then(|_| self.words(db.dialect()));
        for condition in self.indexed(db.dialect()).chain(words) {
            let sql =
                Sql::new("SELECT count(*) AS n FROM (SELECT 1 FROM products WHERE +tenant_id = :tenant AND ")
                    .push(condition)
                    .push(format!(" LIMIT {FEW})"));
            if db.fetch_one(scope, sql).await?.get::<i64>("n")? < FEW {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What a column says by itself.
    fn plain(&self, dialect: Dialect, mut sql: Sql) -> Sql {
        // SQLite would take the index of a column with two values, and then sort half the table.
        let column = |name: &str| format!(" AND {}products.{name}", dialect.choose("+", ""));
        if let Some(project) = self.project_id {
            sql = sql.push(Sql::new(" AND products.project_id = ?").bind(project.uuid()));
        }
        if let Some(order) = self.order_id {
            let made = "SELECT product_id FROM product_provenance WHERE tenant_id = :tenant AND order_id = ?";
            sql = sql.push(Sql::new(format!(" AND products.id IN ({made})")).bind(order.uuid()));
        }
        if let Some(liked) = self.liked {
            sql = sql.push(Sql::new(column("liked = ?")).bind(liked));
        }
        if let Some(rating) = self.min_rating {
            sql = sql.push(Sql::new(column("rating >= ?")).bind(rating));
        }
        if let Some(kind) = self.r#type {
            sql = sql.push(Sql::new(column("type = ?")).bind(kind.name()));
        }
        if let Some(after) = self.created_after {
            sql = sql.push(Sql::new(" AND products.created_at >= ?").bind(after));
        }
        if let Some(before) = self.created_before {
            sql = sql.push(Sql::new(" AND products.created_at < ?").bind(before));
        }
        sql
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

    /// What the words say.
    fn words(&self, dialect: Dialect) -> Option<Sql> {
        Query::parse(self.search.as_deref()?).condition(dialect, &PRODUCTS)
    }

    /// What the members of the metadata are.
    fn documents(&self, dialect: Dialect) -> impl Iterator<Item = Sql> {
        self.members().map(move |(name, value)| dialect.json_is("products.metadata", name, value))
    }

    /// Of those, the ones that SQLite has an index for.
    fn indexed(&self, dialect: Dialect) -> impl Iterator<Item = Sql> {
        let members = self.members().filter(|(name, _)| INDEXED.contains(name));
        members.map(move |(name, value)| dialect.json_is("products.metadata", name, value))
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
