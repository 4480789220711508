//! The module of the tables.

use std::collections::BTreeMap;

use atelier_tables::{Projection, Table};

use super::{Hcl, output, shared_variables, tags, variable};
use crate::declared;
use crate::generate::kind;

/// How the specifications' variables call a table: `artguard-run-records` is `run_records`.
pub(super) fn label(table: &Table) -> String {
    table.name.trim_start_matches("artguard-").replace(['-', '.'], "_").to_lowercase()
}

/// The output with a table's name: `dynamodb_run_records_table_name`.
pub(super) fn output_name(table: &Table) -> String {
    format!("dynamodb_{}_table_name", label(table))
}

pub(super) fn module() -> [Hcl; 3] {
    let (mut main, mut outputs) = (Hcl::file(), Hcl::file());
    for table in declared() {
        write_table(&mut main, table);
        let value = format!("aws_dynamodb_table.{}.name", label(table));
        output(&mut outputs, &output_name(table), &format!("The name of the table {}", table.name), &value);
    }
    write_policy(&mut main);
    let policy = "data.aws_iam_policy_document.server.json";
    output(&mut outputs, "server_policy_json", "What the server may do with the tables, and no more", policy);
    [main, variables(), outputs]
}

fn variables() -> Hcl {
    let mut file = shared_variables();
    let more = [
        ("point_in_time_recovery", "bool", "true", "Whether each second of the last 35 days can be restored"),
        ("deletion_protection", "bool", "true", "Whether a table can't be deleted"),
        ("kms_key_arn", "string", "null", "A KMS key of your own; AWS's when null"),
    ];
    for (name, kind, default, description) in more {
        variable(&mut file, name, kind, Some(default), description);
    }
    file
}

fn write_table(file: &mut Hcl, table: &Table) {
    file.block(&format!("resource \"aws_dynamodb_table\" \"{}\"", label(table)), |block| {
        let name = format!("{}-${{var.environment}}", table.name);
        block.text("name", &name);
        block.text("billing_mode", "PAY_PER_REQUEST");
        block.text("hash_key", table.hash.name());
        if let Some(range) = table.range {
            block.text("range_key", range.name());
        }
        block.set("deletion_protection_enabled", "var.deletion_protection");
        if table.stream {
            block.set("stream_enabled", "true");
            block.text("stream_view_type", "NEW_AND_OLD_IMAGES");
        }
        tags(block, &format!("\"{name}\""));
        for (key, letter) in key_attributes(table) {
            block.block("attribute", |attribute| {
                attribute.text("name", key);
                attribute.text("type", letter);
            });
        }
        write_indexes(block, table);
        if let Some(ttl) = table.ttl {
            block.block("ttl", |block| {
                block.text("attribute_name", ttl);
                block.set("enabled", "true");
            });
        }
        block.block("point_in_time_recovery", |block| block.set("enabled", "var.point_in_time_recovery"));
        block.block("server_side_encryption", |block| {
            block.set("enabled", "true");
            block.set("kms_key_arn", "var.kms_key_arn");
        });
    });
}

/// Terraform wants exactly those attributes that are keys of the table or of an index.
fn key_attributes(table: &Table) -> BTreeMap<&'static str, &'static str> {
    let own = std::iter::once(table.hash).chain(table.range);
    let indexed = table.indexes.iter().flat_map(|index| std::iter::once(index.hash).chain(index.range));
    own.chain(indexed).map(|key| (key.name(), kind(key))).collect()
}

fn write_indexes(file: &mut Hcl, table: &Table) {
    for index in table.indexes {
        file.block("global_secondary_index", |block| {
            block.text("name", index.name);
            block.text("hash_key", index.hash.name());
            if let Some(range) = index.range {
                block.text("range_key", range.name());
            }
            match index.projection {
                Projection::All => block.text("projection_type", "ALL"),
                Projection::KeysOnly => block.text("projection_type", "KEYS_ONLY"),
                Projection::Include(names) => {
                    block.text("projection_type", "INCLUDE");
                    let names: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
                    block.set("non_key_attributes", format!("[{}]", names.join(", ")));
                }
            }
        });
    }
}

fn write_policy(file: &mut Hcl) {
    let actions = [
        "BatchGetItem",
        "BatchWriteItem",
        "ConditionCheckItem",
        "DeleteItem",
        "DescribeStream",
        "DescribeTable",
        "DescribeTimeToLive",
        "GetItem",
        "GetRecords",
        "GetShardIterator",
        "PutItem",
        "Query",
        "Scan",
        "UpdateItem",
    ];
    let resources = declared().into_iter().flat_map(|table| {
        let resource = format!("aws_dynamodb_table.{}", label(table));
        [format!("{resource}.arn"), format!("\"${{{resource}.arn}}/*\"")]
    });
    file.block("data \"aws_iam_policy_document\" \"server\"", |document| {
        document.block("statement", |statement| {
            statement.list("actions", actions.iter().map(|action| format!("\"dynamodb:{action}\"")));
            statement.list("resources", resources);
        });
    });
}
