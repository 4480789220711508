//! How a record lies in the index.

use atelier_base::TenantId;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{TantivyDocument, Term};

use crate::document::{DIMENSIONS, Document, Part, Vector};
use crate::error::Error;
use crate::text::{ANALYZER, fold};

/// Changes with anything that makes former indexes unreadable or wrong: they are then built anew.
pub(crate) const FORMAT: u32 = 2;

/// The fields by their handles.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    schema: Schema,
    /// Tenant and id together.
    pub(crate) key: Field,
    pub(crate) tenant: Field,
    pub(crate) kind: Field,
    pub(crate) project: Field,
    pub(crate) material: Field,
    parts: [Field; Part::ALL.len()],
    at: Field,
    /// The record as JSON.
    record: Field,
    /// Its vectors, `f32` after `f32`.
    vectors: Field,
}

/// Names of the columns that facets and filters read.
pub(crate) mod columns {
    pub(crate) const AT: &str = "at";
    pub(crate) const KIND: &str = "kind";
    pub(crate) const MATERIAL: &str = "material";
    pub(crate) const PROJECT: &str = "project";
}

impl Fields {
    pub(crate) fn new() -> Self {
        let mut schema = Schema::builder();
        let exact =
            TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::Basic);
        let exact = TextOptions::default().set_indexing_options(exact.set_fieldnorms(false));
        let facet = exact.clone().set_fast("raw");
        let words = TextFieldIndexing::default()
            .set_tokenizer(ANALYZER)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default().set_indexing_options(words);
        Self {
            key: schema.add_text_field("key", exact.clone()),
            tenant: schema.add_text_field("tenant", exact),
            kind: schema.add_text_field(columns::KIND, facet.clone()),
            project: schema.add_text_field(columns::PROJECT, facet.clone()),
            material: schema.add_text_field(columns::MATERIAL, facet),
            parts: Part::ALL.map(|part| schema.add_text_field(part.name(), words.clone())),
            at: schema.add_i64_field(columns::AT, NumericOptions::default().set_fast()),
            record: schema.add_bytes_field("record", STORED),
            vectors: schema.add_bytes_field("vectors", STORED),
            schema: schema.build(),
        }
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.schema
    }

    pub(crate) fn part(&self, part: Part) -> Field {
        self.parts[part as usize]
    }

    /// The term that only this record has.
    pub(crate) fn key_of(&self, tenant: TenantId, id: &str) -> Term {
        Term::from_field_text(self.key, &format!("{tenant}\0{id}"))
    }

    pub(crate) fn tenant_of(&self, tenant: TenantId) -> Term {
        Term::from_field_text(self.tenant, &tenant.to_string())
    }

    pub(crate) fn write(&self, tenant: TenantId, document: &Document) -> Result<TantivyDocument, Error> {
        let mut stored = TantivyDocument::new();
        stored.add_text(self.key, format!("{tenant}\0{}", document.id));
        stored.add_text(self.tenant, tenant.to_string());
        stored.add_text(self.kind, &document.kind);
        if let Some(project) = document.project {
            stored.add_text(self.project, project.to_string());
        }
        for material in &document.materials {
            stored.add_text(self.material, facet_value(material));
        }
        for part in Part::ALL {
            let text = document.text(part);
            if !text.is_empty() {
                stored.add_text(self.part(part), text);
            }
        }
        stored.add_i64(self.at, document.at.as_millis());
        let record = serde_json::to_vec(document)
            .map_err(|error| Error::Unavailable { operation: "write", reason: error.to_string() })?;
        stored.add_bytes(self.record, &record);
        if !document.vectors.is_empty() {
            let numbers = document.vectors.iter().flatten().flat_map(|number| number.to_le_bytes());
            stored.add_bytes(self.vectors, &numbers.collect::<Vec<u8>>());
        }
        Ok(stored)
    }

    /// The record as it was written, without its vectors.
    pub(crate) fn record(&self, stored: &TantivyDocument) -> Result<Document, Error> {
        serde_json::from_slice(bytes(stored, self.record))
            .map_err(|error| Error::Unavailable { operation: "read", reason: error.to_string() })
    }

    /// Its vectors.
    pub(crate) fn vectors(&self, stored: &TantivyDocument) -> Vec<Vector> {
        let numbers =
            bytes(stored, self.vectors).as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
        numbers.collect::<Vec<_>>().as_chunks::<DIMENSIONS>().0.to_vec()
    }
}

/// How a material is written as a facet: one spelling, whatever its case.
pub(crate) fn facet_value(material: &str) -> String {
    let words: Vec<_> = material.split_whitespace().map(fold).collect();
    words.join(" ")
}

fn bytes(stored: &TantivyDocument, field: Field) -> &[u8] {
    let value = stored.get_first(field);
    value.and_then(|value| tantivy::schema::Value::as_bytes(&value)).unwrap_or_default()
}
