//! The tables of the lab.

use atelier_tables::{Attribute, Index, Table};

/// Every table of this room.
pub const TABLES: &[&Table] =
    &[&EXPERIMENTS, &EXPERIMENT_RUNS, &DATASETS, &MODELS, &LAB_MODEL_REGISTRY, &EXPERIMENT_RUN_LOGS];

const PROJECT: Attribute = Attribute::S("project_id");
const TENANT: Attribute = Attribute::S("tenant_id");
const UPDATED: Attribute = Attribute::S("updated_at");
const LOGGED: Attribute = Attribute::S("log_timestamp");

/// Experiments.
pub(crate) const EXPERIMENTS: Table = Table {
    indexes: &[
        Index::new("project-experiments-index", PROJECT, UPDATED),
        Index::new("tenant-experiments-index", TENANT, UPDATED),
        Index::new("status-experiments-index", Attribute::S("status"), UPDATED),
    ],
    ..Table::new("experiments", Attribute::S("experiment_id"))
};

/// Runs of experiments.
pub(crate) const EXPERIMENT_RUNS: Table = Table {
    range: Some(Attribute::S("run_id")),
    indexes: &[
        Index::new("tenant-runs-index", TENANT, Attribute::S("start_time")),
        Index::new("status-runs-index", Attribute::S("status"), Attribute::S("start_time")),
    ],
    ..Table::new("experiment-runs", Attribute::S("experiment_id"))
};

/// Datasets.
pub(crate) const DATASETS: Table = Table {
    indexes: &[
        Index::new("project-datasets-index", PROJECT, UPDATED),
        Index::new("tenant-datasets-index", TENANT, UPDATED),
    ],
    ..Table::new("datasets", Attribute::S("dataset_id"))
};

/// Models.
pub(crate) const MODELS: Table = Table {
    indexes: &[
        Index::new("project-models-index", PROJECT, UPDATED),
        Index::new("tenant-models-index", TENANT, UPDATED),
    ],
    ..Table::new("models", Attribute::S("model_id"))
};

/// Registered models and where they are deployed. Its `version` is the model's own, a text.
pub(crate) const LAB_MODEL_REGISTRY: Table = Table {
    range: Some(Attribute::S("model_id")),
    indexes: &[
        Index::new("project-models-index", PROJECT, UPDATED),
        Index::new("type-status-index", Attribute::S("model_type"), Attribute::S("status")),
        Index::new("deployment-status-index", Attribute::S("deployment_status"), UPDATED),
        Index::new("tenant-updated-index", TENANT, UPDATED),
    ],
    ..Table::new("lab-model-registry", TENANT)
};

/// What runs log. They go after 30 days.
pub(crate) const EXPERIMENT_RUN_LOGS: Table = Table {
    range: Some(LOGGED),
    indexes: &[
        Index::new("run-logs-index", Attribute::S("run_id"), LOGGED),
        Index::new("level-logs-index", Attribute::S("log_level"), LOGGED),
        Index::new("component-logs-index", Attribute::S("component_type"), LOGGED),
        Index::new("tenant-logs-index", TENANT, LOGGED),
    ],
    ttl: Some("expires_at"),
    ..Table::new("experiment-run-logs", Attribute::S("experiment_id"))
};
