//! From a filter to a statement that an index answers, whatever is asked for.
//!
//! A million products are no more work than a hundred when they come out of an index in the order of the list and the
//! reading ends with the page. So one of the conditions leads: it says where the reading begins and in which order, and
//! the others are asked of each product. PostgreSQL knows how common things are and chooses by itself, but for tags;
//! SQLite has to be told.

use atelier_base::{OrderId, PageRequest, Scope, Timestamp};
use atelier_sql::words::Query;
use atelier_sql::{Db, Dialect, Sql, Value as Bound};
use uuid::Uuid;

use super::ProductFilter;
use crate::Error;
use crate::keyset::{Order, Way};
use crate::search::PRODUCTS;

/// A word on fewer products than this is looked up once, and not asked of each product.
const FEW_WORDS: i64 = 20_000;
/// When everything but the words leaves fewer than this, the words are asked of each of them.
const FEW: i64 = 2_000;
/// The parameter that PostgreSQL has an index on in the order of the gallery: see `migrations/postgres/0007.up.sql`.
const MODEL: &str = "model";
/// The number of a row follows the time: see `migrations/sqlite/0007.up.sql`.
const ROWS_A_MILLI: i64 = 1 << 15;

/// A statement, and how its rows are sorted.
#[derive(Debug)]
pub(crate) struct Found {
    /// `FROM … WHERE …`, after which more conditions may come.
    pub(crate) sql: Sql,
    /// The order of the list.
    pub(crate) order: Order,
    /// When a product was made, in milliseconds.
    pub(crate) made: &'static str,
    /// Whether the latest are better looked for first: see `product/windows.rs`.
    pub(crate) is_windowed: bool,
}

/// Where the reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    Gallery,
    Collection,
    Order,
    Tag(Uuid),
    /// What SQLite has its words in.
    Words,
}

impl Lead {
    /// When a product was made.
    const fn made(self) -> &'static str {
        if matches!(self, Self::Tag(_) | Self::Order) { "first.made_at" } else { "products.created_at" }
    }

    const fn order(self) -> Order {
        match self {
            Self::Gallery => Order::By(("products.created_at", "products.id"), Way::Down),
            Self::Collection => {
                Order::By(("collection_products.position", "collection_products.product_id"), Way::Up)
            }
            Self::Order => Order::By(("first.made_at", "first.product_id"), Way::Down),
            Self::Tag(_) => Order::By(("first.made_at", "first.entity_id"), Way::Down),
            Self::Words => Order::Rows("words.rowid"),
        }
    }
}

impl ProductFilter {
    /// The statement for that page, or for all of it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for parameters that are no names with values, a cursor that no list made, and those of the
    /// store.
    pub(crate) async fn found(
        &self,
        db: &Db,
        scope: Scope,
        page: Option<&PageRequest>,
    ) -> Result<Found, Error> {
        self.check()?;
        let dialect = db.dialect();
        let Some(tags) = self.tags(db, scope).await? else {
            let sql = Sql::new(" FROM products WHERE products.tenant_id = :tenant AND 1 = 0");
            return Ok(Self::ended(sql, None, Lead::Gallery));
        };
        let tags: Vec<Uuid> = tags.into_iter().map(|(_, id)| id).collect();
        let query = Query::parse(self.search.as_deref().unwrap_or_default());
        let mut lead = self.lead(&tags);
        let matched = query.matched(&PRODUCTS).filter(|_| dialect == Dialect::Sqlite);
        let Some(matched) = matched else {
            let alone = page.is_none().then(|| self.tags_alone(dialect, lead, &tags)).flatten();
            let sql = alone.unwrap_or_else(|| self.led(dialect, lead, &tags));
            let words = query.condition(dialect, &PRODUCTS);
            let is_windowed = dialect == Dialect::Postgres && lead == Lead::Gallery && self.is_windowed();
            return Ok(Found { is_windowed, ..Self::ended(sql, words, lead) });
        };
        let matched = self.within_project(matched);
        let mut is_common = false;
        if lead != Lead::Gallery {
            is_common = self.is_common(db, scope, &matched).await?;
        } else if self.words_lead(db, scope, (&matched, page)).await? {
            lead = Lead::Words;
        } else {
            is_common = true;
        }
        let words = self.matching(matched, lead, is_common);
        Ok(Self::ended(self.led(dialect, lead, &tags), Some(words), lead))
    }

    /// Whether the words of SQLite lead: unless they are common and everything else is rare.
    async fn words_lead(
        &self,
        db: &Db,
        scope: Scope,
        (matched, page): (&str, Option<&PageRequest>),
    ) -> Result<bool, Error> {
        // A list goes on as it began.
        if let Some(is_of_rows) = page.map(Order::is_of_rows).transpose()?.flatten() {
            return Ok(is_of_rows);
        }
        let rest = Self { search: None, created_after: None, created_before: None, ..self.clone() };
        if rest.is_of_project_alone() {
            return Ok(true);
        }
        Ok(!self.is_common(db, scope, matched).await? || !self.is_rare(db, scope).await?)
    }

    /// A project is a word of its products: see `migrations/sqlite/0009.up.sql`.
    fn within_project(&self, matched: String) -> String {
        match self.project_id {
            Some(project) => format!("{matched} AND project_id : \"{}\"", project.uuid()),
            None => matched,
        }
    }

    /// What SQLite is asked of the words.
    fn matching(&self, matched: String, lead: Lead, is_common: bool) -> Sql {
        let sql = match lead {
            Lead::Words => "words.idx_products_search MATCH ? AND words.rowid >= ? AND words.rowid < ?",
            _ if is_common => {
                "EXISTS (SELECT 1 FROM idx_products_search AS words WHERE words.idx_products_search MATCH ? \
                 AND words.rowid = products.search_row)"
            }
            _ => {
                "products.search_row IN (SELECT rowid FROM idx_products_search WHERE idx_products_search MATCH ?)"
            }
        };
        let sql = Sql::new(sql).bind(matched);
        if lead != Lead::Words {
            return sql;
        }
        sql.bind(self.created_after.map_or(0, row_of)).bind(self.created_before.map_or(i64::MAX, row_of))
    }

    fn ended(sql: Sql, words: Option<Sql>, lead: Lead) -> Found {
        let sql = words.into_iter().fold(sql, |sql, words| sql.push(" AND ").push(words));
        Found { sql, order: lead.order(), made: lead.made(), is_windowed: false }
    }

    /// What leads when the words don't; of the tags that is the rarest.
    fn lead(&self, tags: &[Uuid]) -> Lead {
        match tags {
            _ if self.collection_id.is_some() => Lead::Collection,
            _ if self.order_id.is_some() => Lead::Order,
            [first, ..] if !self.in_bin => Lead::Tag(*first),
            _ => Lead::Gallery,
        }
    }

    /// Whether these words are on so many rows that looking all of them up would be slow. Rows of other tenants count
    /// as well: that costs them nothing, and telling them apart would cost more than it saves.
    async fn is_common(&self, db: &Db, scope: Scope, matched: &str) -> Result<bool, Error> {
        let sql = format!(
            "SELECT count(*) AS n FROM (SELECT 1 FROM idx_products_search WHERE idx_products_search MATCH ? \
             AND :tenant <> '' LIMIT {FEW_WORDS})"
        );
        let found: i64 = db.fetch_one(scope, Sql::new(sql).bind(matched)).await?.get("n")?;
        Ok(FEW_WORDS <= found)
    }

    /// Whether few products are left without the words.
    async fn is_rare(&self, db: &Db, scope: Scope) -> Result<bool, Error> {
        let rest = Self { search: None, ..self.clone() };
        let sql = Sql::new("SELECT count(*) AS n FROM (SELECT 1")
            .push(rest.led(db.dialect(), Lead::Gallery, &[]))
            .push(format!(" LIMIT {FEW})"));
        Ok(db.fetch_one(scope, sql).await?.get::<i64>("n")? < FEW)
    }

    /// Whether PostgreSQL has no index for it that comes in the order of the gallery.
    fn is_windowed(&self) -> bool {
        let has_model = self.members().any(|(name, value)| name == MODEL && matches!(value, Bound::Text(_)));
        let is_unordered = self.has_words() || (self.is_of_content() && !has_model);
        is_unordered && self.created_after.is_none() && !self.in_bin
    }

    /// Everything but the words.
    fn led(&self, dialect: Dialect, lead: Lead, tags: &[Uuid]) -> Sql {
        let mut sql = self.from(dialect, lead, tags);
        sql = sql.push(if self.in_bin {
            " AND products.deleted_at IS NOT NULL"
        } else {
            " AND products.deleted_at IS NULL"
        });
        sql = self.plain(dialect, lead, sql);
        for (name, value) in self.members() {
            sql = sql.push(" AND ").push(match (dialect, name, value) {
                // Its own index comes in the order of the gallery, which that on the whole document can't do.
                (Dialect::Postgres, MODEL, Bound::Text(model)) => {
                    Sql::new("products.metadata ->> 'model' = ?").bind(model)
                }
                (_, _, value) => dialect.json_is("products.metadata", name, value),
            });
        }
        if matches!(lead, Lead::Tag(_)) {
            return sql;
        }
        let tagged = " AND EXISTS (SELECT 1 FROM tag_associations AS tagged WHERE tagged.tag_id = ? \
             AND tagged.entity_type = 'product' AND tagged.entity_id = products.id)";
        tags.iter().fold(sql, |sql, tag| sql.push(Sql::new(tagged).bind(*tag)))
    }

    /// When tags are all that is asked for, what carries them is counted without looking at the products.
    fn tags_alone(&self, dialect: Dialect, lead: Lead, tags: &[Uuid]) -> Option<Sql> {
        let rest = Self { tags: None, created_after: None, created_before: None, ..self.clone() };
        let is_alone =
            matches!(lead, Lead::Tag(_)) && rest.is_of_project_alone() && rest.project_id.is_none();
        is_alone.then(|| self.made_within(lead, carried(dialect, tags, "")))
    }

    fn from(&self, dialect: Dialect, lead: Lead, tags: &[Uuid]) -> Sql {
        match (lead, self.collection_id, self.order_id) {
            (Lead::Collection, Some(collection), _) => Sql::new(format!(
                " FROM collection_products JOIN products ON products.id = collection_products.product_id \
                 WHERE products.tenant_id = :tenant AND collection_products.collection_id = ?{}",
                if self.in_bin { "" } else { " AND collection_products.is_live" }
            ))
            .bind(collection.uuid()),
            (Lead::Tag(_), ..) => {
                let join = dialect.choose("CROSS JOIN", "JOIN");
                let products = format!(
                    " {join} products ON products.id = first.entity_id AND products.tenant_id = first.tenant_id"
                );
                carried(dialect, tags, &products)
            }
            (Lead::Words, ..) => Sql::new(
                " FROM idx_products_search AS words CROSS JOIN products ON products.search_row = words.rowid \
                 WHERE products.tenant_id = :tenant",
            ),
            (Lead::Order, _, Some(order)) => made_for(dialect, order),
            _ => {
                Sql::new(format!(" FROM products{} WHERE products.tenant_id = :tenant", self.index(dialect)))
            }
        }
    }

    /// Which index SQLite is to take.
    fn index(&self, dialect: Dialect) -> &'static str {
        match (dialect, self.liked, self.min_rating) {
            (Dialect::Sqlite, Some(true), _) if !self.in_bin => " INDEXED BY idx_products_liked_gallery",
            (Dialect::Sqlite, _, Some(1..)) if !self.in_bin => " INDEXED BY idx_products_rated_gallery",
            _ => "",
        }
    }

    /// What a column says by itself.
    fn plain(&self, dialect: Dialect, lead: Lead, mut sql: Sql) -> Sql {
        // SQLite would take the index of a column with two values, and then sort half the table.
        let column = |name: &str| format!(" AND {}products.{name}", dialect.choose("+", ""));
        if let Some(project) = self.project_id {
            sql = sql.push(Sql::new(" AND products.project_id = ?").bind(project.uuid()));
        }
        if let Some(order) = self.order_id.filter(|_| lead != Lead::Order) {
            let made = "SELECT product_id FROM product_provenance WHERE tenant_id = :tenant AND order_id = ?";
            sql = sql.push(Sql::new(format!(" AND products.id IN ({made})")).bind(order.uuid()));
        }
        match self.liked {
            Some(true) => sql = sql.push(" AND products.liked"),
            Some(false) => sql = sql.push(" AND NOT products.liked"),
            None => {}
        }
        if let Some(rating) = self.min_rating {
            sql = sql.push(Sql::new(" AND products.rating >= ?").bind(rating));
        }
        if let Some(kind) = self.r#type {
            sql = sql.push(Sql::new(column("type = ?")).bind(kind.name()));
        }
        self.made_within(lead, sql)
    }

    fn made_within(&self, lead: Lead, mut sql: Sql) -> Sql {
        let made = lead.made();
        if let Some(after) = self.created_after {
            sql = sql.push(Sql::new(format!(" AND {made} >= ?")).bind(after));
        }
        if let Some(before) = self.created_before {
            sql = sql.push(Sql::new(format!(" AND {made} < ?")).bind(before));
        }
        sql
    }
}

/// The first number that a row of that instant may have.
fn row_of(instant: Timestamp) -> i64 {
    instant.as_millis().saturating_mul(ROWS_A_MILLI)
}

/// What the items of an order made, each file once, however many of them made it.
fn made_for(dialect: Dialect, order: OrderId) -> Sql {
    // SQLite keeps the order of such a join.
    let join = dialect.choose("CROSS JOIN", "JOIN");
    let sql = format!(
        " FROM product_provenance AS first {join} products ON products.id = first.product_id \
         AND products.tenant_id = first.tenant_id WHERE first.tenant_id = :tenant AND first.order_id = ? \
         AND NOT EXISTS (SELECT 1 FROM product_provenance AS other WHERE other.product_id = first.product_id \
         AND (other.order_item_id, other.output_index) < (first.order_item_id, first.output_index) \
         AND other.order_id = first.order_id)"
    );
    Sql::new(sql).bind(order.uuid())
}

/// What carries all of these tags, in the order in which the products with the first one were made.
fn carried(dialect: Dialect, tags: &[Uuid], and: &str) -> Sql {
    // SQLite keeps the order of such a join.
    let join = dialect.choose("CROSS JOIN", "JOIN");
    let mut sql = Sql::new(" FROM tag_associations AS first");
    for (at, tag) in tags.iter().enumerate().skip(1) {
        let other = format!(
            " {join} tag_associations AS tag{at} ON tag{at}.tag_id = ? AND tag{at}.entity_type = 'product' \
             AND tag{at}.entity_id = first.entity_id"
        );
        sql = sql.push(Sql::new(other).bind(*tag));
    }
    let first = " WHERE first.tenant_id = :tenant AND first.tag_id = ? AND first.entity_type = 'product' AND first.is_live";
    let leading = tags.first().copied().unwrap_or_default();
    sql.push(and).push(Sql::new(first).bind(leading))
}
