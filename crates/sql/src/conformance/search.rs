//! Full-text search finds the same on both engines, because both find what the words say.

use std::collections::BTreeSet;

use atelier_base::Randomness;
use uuid::Uuid;

use super::{PAINTINGS, Stage, tenant};
use crate::words::{Indexed, Query, fold};
use crate::{Sql, Value, ValueKind};

const INDEXED: Indexed =
    Indexed { fts: "paintings_search", text: "search_text", row: "search_row", vector: "search_vector" };

async fn hang(stage: &Stage, texts: &[String]) {
    let rows = (0_u128..).zip(texts).map(|(n, text)| {
        vec![
            Uuid::from_u128(n).into(),
            Value::Null(ValueKind::Text),
            Value::Null(ValueKind::Int),
            Value::Null(ValueKind::Float),
            Value::Null(ValueKind::Bool),
            Value::Null(ValueKind::Json),
            Value::Null(ValueKind::Bytes),
            fold(text).into(),
        ]
    });
    let mut transaction = stage.db.begin().await.expect("begun");
    transaction.insert(tenant(1), PAINTINGS, rows).await.expect("inserted");
    transaction.commit().await.expect("committed");
}

async fn found(stage: &Stage, query: &str) -> BTreeSet<u128> {
    let mut sql = Sql::new("SELECT id FROM paintings WHERE tenant_id = :tenant");
    if let Some(condition) = Query::parse(query).condition(stage.db.dialect(), &INDEXED) {
        sql = sql.push(" AND ").push(condition);
    }
    let rows = stage.db.fetch_all(tenant(1), sql).await.unwrap_or_else(|error| panic!("{query}: {error}"));
    rows.iter().map(|row| row.get::<Uuid>("id").expect("an id").as_u128()).collect()
}

/// One of each thing that a query can say.
pub async fn queries_find_what_they_say(stage: &Stage) {
    let texts = [
        "A red fox in the snow",
        "the Red Owl, a crème-brûlée",
        "foxglove & owlet; sci-fi city 16:9",
        "ÉTÉ à la plage: 8e4fox, 3D render v2_final",
        "東京タワー夜景 Ёлка ΣΊΣΥΦΟΣ straße",
        "fox red snow OR AND NOT near",
    ];
    hang(stage, &texts.map(str::to_owned)).await;
    let cases: &[(&str, &[u128])] = &[
        ("red fox", &[0, 5]),
        ("\"red fox\"", &[0]),
        ("red -fox", &[1]),
        ("-red", &[2, 3, 4]),
        ("-\"red fox\" fox", &[5]),
        ("fox*", &[0, 2, 5]),
        ("owl*", &[1, 2]),
        ("creme brulee", &[1]),
        ("CRÈME-BRÛLÉE", &[1]),
        ("creme-bru*", &[1]),
        ("sci-fi", &[2]),
        ("\"fi sci\"", &[]),
        ("16:9", &[2]),
        ("9", &[2]),
        ("fox -snow", &[]),
        ("8e4fox", &[3]),
        ("8e*", &[3]),
        ("3d", &[3]),
        ("3*", &[3]),
        ("ete plage", &[3]),
        ("v2 final", &[3]),
        ("東京*", &[4]),
        ("елка", &[4]),
        ("σίσυφος", &[4]),
        ("strasse", &[]),
        ("straße", &[4]),
        ("OR", &[5]),
        ("red AND NOT near", &[5]),
        ("nothing", &[]),
        ("", &[0, 1, 2, 3, 4, 5]),
        ("!!!", &[0, 1, 2, 3, 4, 5]),
        ("'; DROP TABLE paintings; --", &[]),
        ("\"the red\"*", &[1]),
    ];
    for (query, wanted) in cases {
        assert_eq!(found(stage, query).await, wanted.iter().copied().collect(), "{query}");
    }
}

/// Words that share beginnings, with digits, accents and signs between.
const SYLLABLES: [&str; 12] = ["fo", "x", "ó", "1", "e", "5", "8E", "月", "ж", "-", "'", ":"];

struct Dice(Randomness);

impl Dice {
    fn below(&self, limit: u32) -> usize {
        (u32::from_le_bytes(self.0.bytes()) % limit) as usize
    }

    fn word(&self) -> String {
        (0..=self.below(3)).map(|_| SYLLABLES[self.below(12)]).collect()
    }

    fn words(&self, most: u32) -> String {
        (0..=self.below(most)).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn query(&self) -> (String, Vec<Asked>) {
        let asked = (0..=self.below(2)).map(|_| Asked {
            text: if self.below(2) == 0 { self.word() } else { self.words(3) },
            is_prefix: self.below(3) == 0,
            is_unwanted: self.below(3) == 0,
        });
        let asked: Vec<Asked> = asked.collect();
        let terms = asked.iter().map(|one| {
            let (sign, star) = (if one.is_unwanted { "-" } else { "" }, if one.is_prefix { "*" } else { "" });
            format!("{sign}\"{}\"{star}", one.text)
        });
        (terms.collect::<Vec<_>>().join(" "), asked)
    }
}

struct Asked {
    text: String,
    is_prefix: bool,
    is_unwanted: bool,
}

impl Asked {
    /// Word by word, without an index.
    fn is_in(&self, folded: &str) -> bool {
        let wanted = fold(&self.text);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let words: Vec<&str> = folded.split_whitespace().collect();
        let Some((last, first)) = wanted.split_last() else { return !self.is_unwanted };
        words.windows(wanted.len()).any(|window| {
            let (end, begin) = window.split_last().expect("a window has words");
            begin == first && if self.is_prefix { end.starts_with(last) } else { end == last }
        })
    }
}

/// A hundred queries over two hundred texts, against a search by hand.
pub async fn any_query_finds_what_its_words_say(stage: &Stage) {
    let dice = Dice(Randomness::seeded(11));
    let texts: Vec<String> = (0..200).map(|_| dice.words(8)).collect();
    hang(stage, &texts).await;
    let mut hits = 0;
    for _ in 0..100 {
        let (query, asked) = dice.query();
        let fits = |text: &String| asked.iter().all(|one| one.is_in(&fold(text)) != one.is_unwanted);
        let wanted: BTreeSet<u128> =
            (0_u128..).zip(&texts).filter(|(_, text)| fits(text)).map(|(n, _)| n).collect();
        hits += wanted.len();
        assert_eq!(found(stage, &query).await, wanted, "{query}");
    }
    assert!(hits > 100, "{hits} hits say little");
}
