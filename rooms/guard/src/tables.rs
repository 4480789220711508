//! The tables of the guard. The users of its specification are the directory's (`crates/accounts`).

use atelier_tables::{Attribute, Index, Table};

/// Every table of this room.
pub const TABLES: &[&Table] =
    &[&INFERENCE_RECORDS, &IMAGE_RECORDS, &PATCH_RECORDS, &RUN_RECORDS, &CONFIG_RECORDS];

/// Forgery scores that were given. They go after 90 days.
pub(crate) const INFERENCE_RECORDS: Table = Table {
    indexes: &[Index::new("UserInferencesIndex", Attribute::S("user_id"), Attribute::N("created_at"))],
    ttl: Some("ttl"),
    ..Table::new("artguard-inference-records", Attribute::S("inference_id"))
};

/// Images of datasets.
pub(crate) const IMAGE_RECORDS: Table = Table {
    indexes: &[Index::new("LabelSplitIndex", Attribute::S("label"), Attribute::S("split"))],
    ..Table::new("artguard-image-records", Attribute::S("image_id"))
};

/// Patches of images.
pub(crate) const PATCH_RECORDS: Table = Table {
    indexes: &[Index::new("ImagePatchesIndex", Attribute::S("image_id"), Attribute::S("patch_type"))],
    ..Table::new("artguard-patch-records", Attribute::S("patch_id"))
};

/// Training runs.
pub(crate) const RUN_RECORDS: Table = Table {
    indexes: &[
        Index::new("StatusIndex", Attribute::S("status"), Attribute::N("created_at")),
        Index::new("DatasetVersionIndex", Attribute::S("dataset_version"), Attribute::N("created_at")),
    ],
    ..Table::new("artguard-run-records", Attribute::S("run_id"))
};

/// Configurations that a run tried, by fold.
pub(crate) const CONFIG_RECORDS: Table = Table {
    indexes: &[Index::new("RunConfigsIndex", Attribute::S("run_id"), Attribute::N("fold_id"))],
    ..Table::new("artguard-config-records", Attribute::S("config_id"))
};
