//! What the gallery asks, in its own words (`web/src/rooms/factory/gallery/data.graphql`).

use atelier_base::Timestamp;
use serde_json::{Map, Value, json};

use super::fill::{STEPS, World, model, tag};
use super::words::{Dice, RARE, word};

/// A question, with other particulars each time.
pub(super) struct Case {
    pub(super) name: String,
    asks: Asks,
}

#[derive(Clone, Copy)]
enum Asks {
    /// The first page of a view.
    Page(Filter),
    /// Its scrollbar.
    Days(Filter),
    /// Where the scrollbar was dragged to: a stretch of a day, nine tenths down.
    Deep,
    /// Eight stretches of a day of what is liked.
    Counts,
}

/// A page of tiles, 120 at a time.
const PAGE: &str = "query ProductPage($filter: ProductFilter!, $first: Int!, $after: String) {
    products(filter: $filter, first: $first, after: $after) {
    nodes { __typename id type mimeType width height duration thumbnails { small medium large } thumbhash prompt
    orderId orderItemId liked rating version createdAt deletedAt } pageInfo { hasNextPage endCursor } } }";
/// The scrollbar, of every view before its first page.
const DAYS: &str =
    "query ProductDays($filter: ProductFilter!) { productDays(filter: $filter) { day count } }";
/// Where the parts of a long day begin.
const COUNTS: &str = "query ProductCounts($a: ProductFilter!, $b: ProductFilter!, $c: ProductFilter!,
    $d: ProductFilter!, $e: ProductFilter!, $f: ProductFilter!, $g: ProductFilter!, $h: ProductFilter!) {
    a: productCount(filter: $a) b: productCount(filter: $b) c: productCount(filter: $c) d: productCount(filter: $d)
    e: productCount(filter: $e) f: productCount(filter: $f) g: productCount(filter: $g) h: productCount(filter: $h) }";

const DAY: i64 = 86_400_000;

type Filter = fn(&World, &mut Dice) -> Value;

/// The views that are asked for, by what they are called.
const VIEWS: &[(&str, Filter)] = &[
    ("all", |_, _| json!({})),
    ("project", |world, dice| json!({"projectId": dice.of(&world.projects)})),
    ("order", |world, dice| json!({"orderId": dice.of(&world.orders)})),
    ("liked", |_, _| json!({"liked": true})),
    ("liked_rated", |_, _| json!({"liked": true, "minRating": 4})),
    ("tag", |_, dice| json!({"tags": [tag(dice.below(200))]})),
    ("two_tags", |_, dice| {
        let first = dice.below(200);
        json!({"tags": [tag(first), tag((first + 1 + dice.below(199)) % 200)]})
    }),
    ("rare_word", |_, _| json!({"search": RARE})),
    ("absent_word", |_, _| json!({"search": "zebrawood"})),
    ("common_word", |_, _| json!({"search": word(1)})),
    (
        "two_words",
        |_, dice| json!({"search": format!("{} {}", word(50 + dice.below(350)), word(50 + dice.below(350)))}),
    ),
    ("phrase", |_, _| json!({"search": format!("\"{} {}\"", word(3), word(5))})),
    ("word_in_project", |world, dice| json!({"projectId": dice.of(&world.projects), "search": word(20)})),
    ("model", |_, dice| json!({"model": model(dice.below(12))})),
    (
        "model_steps",
        |_, dice| json!({"model": model(dice.below(12)), "parameters": {"steps": dice.of(&STEPS)}}),
    ),
    ("steps", |_, dice| json!({"parameters": {"steps": dice.of(&STEPS)}})),
    ("collection", |world, dice| json!({"collectionId": dice.of(&world.collections)})),
];

/// Views whose scrollbar is asked for. Others differ from these in nothing that matters to it.
const SCROLLED: &[&str] = &[
    "all",
    "project",
    "liked",
    "liked_rated",
    "two_tags",
    "rare_word",
    "common_word",
    "phrase",
    "model_steps",
];

/// Every question.
pub(super) fn all() -> impl Iterator<Item = Case> {
    let case = |name: String, asks| Case { name, asks };
    let pages = VIEWS.iter().map(move |(name, filter)| case((*name).to_owned(), Asks::Page(*filter)));
    let scrolled = VIEWS.iter().filter(|(name, _)| SCROLLED.contains(name));
    let days = scrolled.map(move |(name, filter)| case(format!("days_of_{name}"), Asks::Days(*filter)));
    pages
        .chain([case("deep_page".to_owned(), Asks::Deep)])
        .chain(days)
        .chain([case("counts".to_owned(), Asks::Counts)])
}

impl Case {
    pub(super) fn query(&self) -> &'static str {
        match self.asks {
            Asks::Page(_) | Asks::Deep => PAGE,
            Asks::Days(_) => DAYS,
            Asks::Counts => COUNTS,
        }
    }

    pub(super) fn variables(&self, world: &World, round: usize) -> Value {
        let mut dice = Dice::new(round as u64);
        match self.asks {
            Asks::Page(filter) => page(filter(world, &mut dice)),
            Asks::Days(filter) => json!({"filter": outside_the_bin(filter(world, &mut dice))}),
            Asks::Deep => {
                let until = World::moment(world.products / 10 - number(round));
                page(json!({"createdAfter": ago(until, DAY / 8), "createdBefore": until}))
            }
            Asks::Counts => stretches(World::moment(world.products / 2 - number(round))),
        }
    }

    /// How many products or days an answer has.
    pub(super) fn found(&self, answer: &str) -> usize {
        let each = if matches!(self.asks, Asks::Days(_)) { "\"day\"" } else { "\"Product\"" };
        answer.matches(each).count()
    }
}

fn page(filter: Value) -> Value {
    json!({"filter": outside_the_bin(filter), "first": 120, "after": null})
}

fn outside_the_bin(mut filter: Value) -> Value {
    filter["inBin"] = false.into();
    filter
}

fn stretches(until: Timestamp) -> Value {
    let stretch = |at: i64| {
        let (from, until) = (ago(until, (at + 1) * DAY / 8), ago(until, at * DAY / 8));
        outside_the_bin(json!({"liked": true, "createdAfter": from, "createdBefore": until}))
    };
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"].into_iter().zip(0..);
    names.map(|(name, at)| (name.to_owned(), stretch(at))).collect::<Map<_, _>>().into()
}

fn ago(moment: Timestamp, millis: i64) -> Timestamp {
    Timestamp::from_millis(moment.as_millis() - millis)
}

fn number(round: usize) -> u32 {
    u32::try_from(round).unwrap_or_default()
}
