//! The module of the buckets.

use atelier_blobs::{Access, BUCKETS, Bucket, Fate};

use super::{Hcl, output, shared_variables, tags, variable};

/// How variables call a bucket: `artguard-images-raw-{env}` is `images_raw`.
fn label(bucket: &Bucket) -> String {
    let name = bucket.name.replace("-{env}", "");
    name.trim_start_matches("artguard-").trim_start_matches("atelier-").replace('-', "_")
}

/// The output with a bucket's name: `s3_images_raw_bucket_name`.
pub(super) fn output_name(bucket: &Bucket) -> String {
    format!("s3_{}_bucket_name", label(bucket))
}

pub(super) fn module() -> [Hcl; 3] {
    let (mut main, mut outputs) = (Hcl::file(), Hcl::file());
    for bucket in BUCKETS {
        write_bucket(&mut main, bucket);
        let value = format!("aws_s3_bucket.{}.bucket", label(bucket));
        output(&mut outputs, &output_name(bucket), bucket.purpose, &value);
        if bucket.access == Access::Public {
            write_network(&mut main, bucket);
            let value = format!("aws_cloudfront_distribution.{}.domain_name", label(bucket));
            let name = format!("cloudfront_{}_domain_name", label(bucket));
            output(&mut outputs, &name, "Where the public reads it", &value);
        }
    }
    write_policy(&mut main);
    let policy = "data.aws_iam_policy_document.server.json";
    output(
        &mut outputs,
        "server_policy_json",
        "What the server may do with the buckets, and no more",
        policy,
    );
    let mut variables = shared_variables();
    variable(
        &mut variables,
        "force_destroy",
        "bool",
        Some("false"),
        "Whether a full bucket may be destroyed",
    );
    variable(&mut variables, "kms_key_arn", "string", Some("null"), "A KMS key of your own; AWS's when null");
    [main, variables, outputs]
}

fn write_bucket(file: &mut Hcl, bucket: &Bucket) {
    let label = label(bucket);
    let head = |kind: &str| format!("resource \"aws_s3_bucket{kind}\" \"{label}\"");
    let id = format!("aws_s3_bucket.{label}.id");
    file.block(&head(""), |block| {
        let name = bucket.name.replace(Bucket::ENVIRONMENT, "${var.environment}");
        block.text("bucket", &name);
        block.set("force_destroy", "var.force_destroy");
        tags(block, &format!("\"{name}\""));
    });
    file.block(&head("_public_access_block"), |block| {
        block.set("bucket", &id);
        for right in
            ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
        {
            block.set(right, "true");
        }
    });
    file.block(&head("_server_side_encryption_configuration"), |block| {
        block.set("bucket", &id);
        block.block("rule", |rule| {
            rule.set("bucket_key_enabled", "true");
            rule.block("apply_server_side_encryption_by_default", |default| {
                // A content network can't read what AWS's own KMS key sealed.
                if bucket.access == Access::Public {
                    default.text("sse_algorithm", "AES256");
                } else {
                    default.text("sse_algorithm", "aws:kms");
                    default.set("kms_master_key_id", "var.kms_key_arn");
                }
            });
        });
    });
    file.block(&head("_versioning"), |block| {
        block.set("bucket", &id);
        block.block("versioning_configuration", |versioning| {
            versioning.text("status", if bucket.versioning { "Enabled" } else { "Disabled" });
        });
    });
    write_lifecycle(file, bucket, &head("_lifecycle_configuration"), &id);
}

fn write_lifecycle(file: &mut Hcl, bucket: &Bucket, head: &str, id: &str) {
    file.block(head, |block| {
        block.set("bucket", id);
        for rule in bucket.lifecycle {
            block.block("rule", |block| {
                let name = match rule.fate {
                    Fate::Expire => "expire",
                    Fate::Transition(_) => "transition",
                };
                block.text("id", &format!("{name}-after-{}-days", rule.after_days));
                block.text("status", "Enabled");
                block.block("filter", |_| ());
                let kind = if rule.fate == Fate::Expire { "expiration" } else { "transition" };
                block.block(kind, |block| {
                    block.set("days", rule.after_days.to_string());
                    if let Fate::Transition(class) = rule.fate {
                        block.text("storage_class", class.name());
                    }
                });
            });
        }
        block.block("rule", |block| {
            block.text("id", "forget-unfinished-uploads");
            block.text("status", "Enabled");
            block.block("filter", |_| ());
            block.block("abort_incomplete_multipart_upload", |abort| abort.set("days_after_initiation", "7"));
        });
    });
}

/// The content network in front of a public bucket, which stays closed to everybody else.
fn write_network(file: &mut Hcl, bucket: &Bucket) {
    let label = label(bucket);
    file.block(&format!("resource \"aws_cloudfront_origin_access_control\" \"{label}\""), |block| {
        block.text("name", &bucket.name.replace(Bucket::ENVIRONMENT, "${var.environment}"));
        block.text("origin_access_control_origin_type", "s3");
        block.text("signing_behavior", "always");
        block.text("signing_protocol", "sigv4");
    });
    file.block(&format!("resource \"aws_cloudfront_distribution\" \"{label}\""), |block| {
        block.set("enabled", "true");
        block.text("default_root_object", "index.html");
        block.set("tags", "var.tags");
        block.block("origin", |origin| {
            origin.set("domain_name", format!("aws_s3_bucket.{label}.bucket_regional_domain_name"));
            origin.text("origin_id", &label);
            origin
                .set("origin_access_control_id", format!("aws_cloudfront_origin_access_control.{label}.id"));
        });
        block.block("default_cache_behavior", |cache| {
            cache.text("target_origin_id", &label);
            cache.text("viewer_protocol_policy", "redirect-to-https");
            cache.set("allowed_methods", "[\"GET\", \"HEAD\"]");
            cache.set("cached_methods", "[\"GET\", \"HEAD\"]");
            cache.set("compress", "true");
            cache.set("cache_policy_id", "data.aws_cloudfront_cache_policy.optimized.id");
        });
        block.block("restrictions", |block| {
            block.block("geo_restriction", |geo| geo.text("restriction_type", "none"));
        });
        block.block("viewer_certificate", |block| block.set("cloudfront_default_certificate", "true"));
    });
    file.block("data \"aws_cloudfront_cache_policy\" \"optimized\"", |block| {
        block.text("name", "Managed-CachingOptimized");
    });
    file.block(&format!("data \"aws_iam_policy_document\" \"{label}\""), |document| {
        document.block("statement", |statement| {
            statement.set("actions", "[\"s3:GetObject\"]");
            statement.set("resources", format!("[\"${{aws_s3_bucket.{label}.arn}}/*\"]"));
            statement.block("principals", |block| {
                block.text("type", "Service");
                block.set("identifiers", "[\"cloudfront.amazonaws.com\"]");
            });
            statement.block("condition", |block| {
                block.text("test", "StringEquals");
                block.text("variable", "AWS:SourceArn");
                block.set("values", format!("[aws_cloudfront_distribution.{label}.arn]"));
            });
        });
    });
    file.block(&format!("resource \"aws_s3_bucket_policy\" \"{label}\""), |block| {
        block.set("bucket", format!("aws_s3_bucket.{label}.id"));
        block.set("policy", format!("data.aws_iam_policy_document.{label}.json"));
    });
}

fn write_policy(file: &mut Hcl) {
    let private = || BUCKETS.iter().filter(|bucket| bucket.access == Access::Private);
    file.block("data \"aws_iam_policy_document\" \"server\"", |document| {
        document.block("statement", |statement| {
            statement.set("actions", "[\"s3:ListBucket\", \"s3:ListBucketMultipartUploads\"]");
            statement
                .list("resources", private().map(|bucket| format!("aws_s3_bucket.{}.arn", label(bucket))));
        });
        document.block("statement", |statement| {
            let actions = ["AbortMultipartUpload", "DeleteObject", "GetObject", "PutObject"];
            statement.list("actions", actions.iter().map(|action| format!("\"s3:{action}\"")));
            let objects = private().map(|bucket| format!("\"${{aws_s3_bucket.{}.arn}}/*\"", label(bucket)));
            statement.list("resources", objects);
        });
    });
}
