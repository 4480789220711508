//! Fills the factory's tables with products of orders: fifty projects, a dozen models, two hundred tags, forty
//! collections, a tenth liked, a fifth rated, two of a hundred in the bin.
//!
//! It writes with the triggers down, as they were before counts were kept; bringing the schema up again counts
//! everything and indexes the words.

use atelier_base::{
    Clock, CollectionId, OrderId, OrderItemId, ProductId, ProjectId, Randomness, Scope, TagId, TenantId,
    Timestamp,
};
use atelier_factory::SCHEMA;
use atelier_factory::search::{order_text, product_text};
use atelier_sql::{Bulk, Db, Sql, Value, ValueKind};
use serde_json::json;

use super::words::{Dice, Language};

/// When the first one was made, and how much later each other: a million are of eighty-one days.
const FIRST: i64 = 1_700_000_000_000;
const APART: i64 = 7_000;
/// Products of an order, and of an item.
const OF_ORDER: u32 = 1_000;
const OF_ITEM: u32 = 4;
/// Rows of a transaction.
const AT_ONCE: u32 = 20_000;

pub(super) const STEPS: [i64; 5] = [4, 8, 20, 30, 50];

/// What there is so far.
#[derive(Default)]
pub(crate) struct World {
    pub(super) products: u32,
    pub(super) projects: Vec<ProjectId>,
    pub(super) tags: Vec<TagId>,
    pub(super) collections: Vec<CollectionId>,
    pub(super) orders: Vec<OrderId>,
}

impl World {
    /// When the product of that number was made.
    pub(super) fn moment(number: u32) -> Timestamp {
        Timestamp::from_millis(FIRST + i64::from(number) * APART)
    }
}

pub(super) fn tag(number: usize) -> String {
    format!("tag {number}")
}

pub(super) fn model(number: usize) -> String {
    format!("vendor/model-{number}")
}

const fn table(table: &'static str, columns: &'static [(&'static str, ValueKind)]) -> Bulk {
    Bulk { table, columns }
}

use ValueKind::{Bytes, Int, Json, Text, Uuid};

const PROJECTS: Bulk = table("projects", &[("id", Uuid), ("name", Text)]);
const TAGS: Bulk = table("tags", &[("id", Uuid), ("name", Text)]);
const COLLECTIONS: Bulk = table("collections", &[("id", Uuid), ("name", Text)]);
#[rustfmt::skip]
const ORDERS: Bulk = table("orders", &[
    ("id", Uuid), ("project_id", Uuid), ("provider", Text), ("model", Text), ("status", Text),
    ("base_parameter_set", Json), ("search_text", Text), ("created_at", Int), ("updated_at", Int),
]);
#[rustfmt::skip]
const ITEMS: Bulk = table("order_items", &[
    ("id", Uuid), ("order_id", Uuid), ("sequence_number", Int), ("status", Text), ("provider", Text),
    ("generation_parameter_set", Json), ("created_at", Int), ("updated_at", Int),
]);
#[rustfmt::skip]
const OF_PRODUCT: &[(&str, ValueKind)] = &[
    ("id", Uuid), ("order_item_id", Uuid), ("project_id", Uuid), ("type", Text), ("file_path", Text),
    ("file_size", Int), ("file_hash", Text), ("thumbnail_paths", Json), ("width", Int), ("height", Int),
    ("mime_type", Text), ("metadata", Json), ("liked", ValueKind::Bool), ("rating", Int), ("thumbhash", Bytes),
    ("perceptual_hash", Int), ("search_text", Text), ("created_at", Int), ("updated_at", Int), ("deleted_at", Int),
    // On SQLite, where the row's number follows the time; PostgreSQL has no such column.
    ("search_row", Int),
];
const PROVENANCE: &str = "INSERT INTO product_provenance (tenant_id, product_id, order_item_id, order_id, provider, \
    model, parameter_set, created_at) SELECT products.tenant_id, products.id, order_items.id, order_items.order_id, \
    order_items.provider, 'vendor/model', order_items.generation_parameter_set, products.created_at \
    FROM products JOIN order_items ON order_items.id = products.order_item_id \
    WHERE products.tenant_id = :tenant AND products.created_at >= ?";
#[rustfmt::skip]
const TAGGED: Bulk = table("tag_associations", &[("tag_id", Uuid), ("entity_type", Text), ("entity_id", Uuid)]);
const COLLECTED: Bulk =
    table("collection_products", &[("collection_id", Uuid), ("product_id", Uuid), ("position", Int)]);

/// Rows that wait to be written.
#[derive(Default)]
struct Rows {
    orders: Vec<Vec<Value>>,
    items: Vec<Vec<Value>>,
    products: Vec<Vec<Value>>,
    tagged: Vec<Vec<Value>>,
    collected: Vec<Vec<Value>>,
}

struct Maker<'w> {
    world: &'w mut World,
    language: Language,
    dice: Dice,
    randomness: Randomness,
    item: Option<OrderItemId>,
    project: Option<ProjectId>,
    model: String,
}

/// Makes products until there are so many.
pub(crate) async fn up_to(db: &Db, world: &mut World, size: u32) {
    let scope = Scope::tenant(tenant(db).await);
    SCHEMA.down_to(db, Some("factory-0001")).await.expect("the tables alone");
    let first = world.products;
    let randomness = Randomness::seeded(u64::from(first) + 1);
    if first == 0 {
        found(db, scope, world, &randomness).await;
    }
    let (language, dice) = (Language::new(), Dice::new(u64::from(first)));
    let mut maker =
        Maker { world, language, dice, randomness, item: None, project: None, model: String::new() };
    while maker.world.products < size {
        let mut rows = Rows::default();
        for _ in 0..AT_ONCE.min(size - maker.world.products) {
            maker.product(&mut rows);
        }
        let mut transaction = db.begin().await.expect("begun");
        let Rows { orders, items, mut products, tagged, collected } = rows;
        let known = db.dialect().choose(OF_PRODUCT.len(), OF_PRODUCT.len() - 1);
        for row in &mut products {
            row.truncate(known);
        }
        let of_products = table("products", &OF_PRODUCT[..known]);
        for (bulk, rows) in [
            (ORDERS, orders),
            (ITEMS, items),
            (of_products, products),
            (TAGGED, tagged),
            (COLLECTED, collected),
        ] {
            transaction.insert(scope, bulk, rows).await.expect("rows");
        }
        transaction.commit().await.expect("committed");
    }
    let made = Sql::new(PROVENANCE).bind(World::moment(first));
    db.execute(scope, made).await.expect("provenance");
    SCHEMA.up(db, &Clock::system()).await.expect("counted and indexed");
}

/// The only tenant there is.
async fn tenant(db: &Db) -> TenantId {
    let sql = Sql::new("SELECT DISTINCT tenant_id FROM providers WHERE tenant_id <> 'house'");
    let row = db.fetch_one(Scope::directory(), sql).await.expect("a tenant");
    row.get::<String>("tenant_id").expect("its id").parse().expect("an id")
}

/// Projects, tags and collections.
async fn found(db: &Db, scope: Scope, world: &mut World, randomness: &Randomness) {
    let now = World::moment(0);
    world.projects = (0..50).map(|_| ProjectId::generate(now, randomness)).collect();
    world.tags = (0..200).map(|_| TagId::generate(now, randomness)).collect();
    world.collections = (0..40).map(|_| CollectionId::generate(now, randomness)).collect();
    let named = |ids: Vec<atelier_sql::Value>, name: &'static str| {
        let rows = ids.into_iter().enumerate();
        rows.map(move |(number, id)| vec![id, format!("{name} {number}").into()]).collect::<Vec<_>>()
    };
    let projects = world.projects.iter().map(|id| id.uuid().into()).collect();
    let tags = world.tags.iter().map(|id| id.uuid().into()).collect();
    let collections = world.collections.iter().map(|id| id.uuid().into()).collect();
    let mut transaction = db.begin().await.expect("begun");
    transaction.insert(scope, PROJECTS, named(projects, "project")).await.expect("projects");
    transaction.insert(scope, TAGS, named(tags, "tag")).await.expect("tags");
    transaction.insert(scope, COLLECTIONS, named(collections, "collection")).await.expect("collections");
    transaction.commit().await.expect("committed");
}

impl Maker<'_> {
    fn product(&mut self, rows: &mut Rows) {
        let number = self.world.products;
        let made = World::moment(number);
        if number.is_multiple_of(OF_ORDER) || self.world.orders.is_empty() {
            self.order(made, rows);
        }
        if number.is_multiple_of(OF_ITEM) || self.item.is_none() {
            self.item(number, made, rows);
        }
        let id = ProductId::generate(made, &self.randomness);
        let row = self.row(id, made);
        rows.products.push(row);
        for tag in self.some_tags() {
            rows.tagged.push(vec![tag.uuid().into(), "product".into(), id.uuid().into()]);
        }
        if self.dice.in_thousand(200) {
            let collection = *self.dice.of(&self.world.collections);
            rows.collected.push(vec![collection.uuid().into(), id.uuid().into(), i64::from(number).into()]);
        }
        self.world.products += 1;
    }

    fn order(&mut self, made: Timestamp, rows: &mut Rows) {
        let id = OrderId::generate(made, &self.randomness);
        let project = *self.dice.of(&self.world.projects);
        (self.project, self.model) = (Some(project), model(self.dice.below(12)));
        let asked = json!({"prompt": self.language.prompt(&mut self.dice), "seed": "0", "quantity": OF_ITEM});
        let text = order_text(&asked);
        rows.orders.push(vec![
            id.uuid().into(),
            project.uuid().into(),
            "replicate".into(),
            self.model.as_str().into(),
            "fulfilled".into(),
            asked.into(),
            text.into(),
            made.into(),
            made.into(),
        ]);
        self.world.orders.push(id);
    }

    fn item(&mut self, number: u32, made: Timestamp, rows: &mut Rows) {
        let id = OrderItemId::generate(made, &self.randomness);
        let order = self.world.orders.last().expect("an order");
        rows.items.push(vec![
            id.uuid().into(),
            order.uuid().into(),
            i64::from(number % OF_ORDER / OF_ITEM).into(),
            "complete".into(),
            "replicate".into(),
            json!({"prompt": "as on the product", "parameters": {}, "axes": []}).into(),
            made.into(),
            made.into(),
        ]);
        self.item = Some(id);
    }

    fn row(&mut self, id: ProductId, made: Timestamp) -> Vec<Value> {
        let dice = &mut self.dice;
        let [width, height] = [(); 2].map(|()| *dice.of(&[512_i64, 768, 1_024]));
        let metadata = json!({
            "prompt": self.language.prompt(dice), "negative_prompt": "blurry, low quality",
            "provider": "replicate", "model": self.model, "steps": dice.of(&STEPS), "seed": dice.below(1 << 31),
            "sampler": dice.of(&["euler", "dpm", "ddim"]), "guidance_scale": 3.5, "width": width, "height": height,
        });
        let bytes = [0; 4].map(|_| dice.next().to_le_bytes()).concat();
        let hash: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let stem = format!("products/{}/2023/11/{id}_{}", self.project.expect("a project"), &hash[..16]);
        let copy = |name: &str| format!("{stem}_{name}.jpg");
        let paths = json!({"small": copy("small"), "medium": copy("medium"), "large": copy("large")});
        let rating = dice.in_thousand(200).then(|| i64::try_from(1 + dice.below(5)).unwrap_or(1));
        let text = product_text(&metadata);
        vec![
            id.uuid().into(),
            self.item.expect("an item").uuid().into(),
            self.project.expect("a project").uuid().into(),
            "image".into(),
            format!("{stem}.png").into(),
            1_234_567_i64.into(),
            hash.into(),
            paths.into(),
            width.into(),
            height.into(),
            "image/png".into(),
            metadata.into(),
            dice.in_thousand(100).into(),
            rating.map_or(Value::Null(Int), Value::from),
            Value::Bytes(bytes[..25].to_vec()),
            dice.next().cast_signed().into(),
            text.into(),
            made.into(),
            made.into(),
            if dice.in_thousand(20) { made.into() } else { Value::Null(Int) },
            (made.as_millis() << 15).into(),
        ]
    }

    /// None to three.
    fn some_tags(&mut self) -> Vec<TagId> {
        let mut tags: Vec<_> = (0..self.dice.below(4)).map(|_| *self.dice.of(&self.world.tags)).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }
}
