//! The tables of the workbench.

use atelier_tables::{Attribute, Index, Table};

/// Every table of this room.
pub const TABLES: &[&Table] = &[
    &STUDIO_FLOWS,
    &STUDIO_NODES,
    &STUDIO_EDGES,
    &STUDIO_SNAPSHOTS,
    &AGENT_TEMPLATES,
    &FLOW_NODE_CONFIGS,
    &AGENT_EXECUTION_HISTORY,
];

const TENANT: Attribute = Attribute::S("tenant_id");
const UPDATED: Attribute = Attribute::S("updated_at");

/// Flows.
pub(crate) const STUDIO_FLOWS: Table = Table {
    indexes: &[
        Index::new("project-flows-index", Attribute::S("project_id"), UPDATED),
        Index::new("tenant-flows-index", TENANT, UPDATED),
    ],
    ..Table::new("studio-flows", Attribute::S("flow_id"))
};

/// Nodes of flows.
pub(crate) const STUDIO_NODES: Table = Table {
    range: Some(Attribute::S("node_id")),
    indexes: &[Index::new("tenant-nodes-index", TENANT, UPDATED)],
    ..Table::new("studio-nodes", Attribute::S("flow_id"))
};

/// Edges between nodes.
pub(crate) const STUDIO_EDGES: Table = Table {
    range: Some(Attribute::S("edge_id")),
    indexes: &[Index::new("tenant-edges-index", TENANT, Attribute::S("flow_id"))],
    ..Table::new("studio-edges", Attribute::S("flow_id"))
};

/// Earlier states of flows.
pub(crate) const STUDIO_SNAPSHOTS: Table = Table {
    range: Some(Attribute::S("snapshot_id")),
    indexes: &[Index::new("tenant-snapshots-index", TENANT, Attribute::S("created_at"))],
    ..Table::new("studio-snapshots", Attribute::S("flow_id"))
};

/// Templates that flows begin from. `is_public` is a text, since an index has no truths.
pub(crate) const AGENT_TEMPLATES: Table = Table {
    indexes: &[
        Index::new("category-rating-index", Attribute::S("category"), Attribute::N("rating")),
        Index::new("public-usage-index", Attribute::S("is_public"), Attribute::N("usage_count")),
        Index::new("tenant-templates-index", TENANT, Attribute::S("created_at")),
        Index::new("popular-templates-index", Attribute::S("category"), Attribute::N("usage_count")),
    ],
    ..Table::new("agent-templates", Attribute::S("template_id"))
};

/// What a node may be set to, and how its form looks.
pub(crate) const FLOW_NODE_CONFIGS: Table = Table {
    range: Some(Attribute::S("node_id")),
    indexes: &[
        Index::new("node-type-index", Attribute::S("node_type"), UPDATED),
        Index::new("tenant-flows-index", TENANT, Attribute::S("flow_id")),
    ],
    ..Table::new("flow-node-configs", Attribute::S("flow_id"))
};

/// Executions of agents. They go after 180 days.
pub(crate) const AGENT_EXECUTION_HISTORY: Table = Table {
    range: Some(Attribute::S("run_id")),
    indexes: &[
        Index::new("user-runs-index", Attribute::S("user_id"), Attribute::S("started_at")),
        Index::new("tenant-runs-index", TENANT, Attribute::S("started_at")),
        Index::new("status-runs-index", Attribute::S("status"), Attribute::S("started_at")),
        Index::new("completed-runs-index", TENANT, Attribute::S("completed_at")),
    ],
    ttl: Some("expires_at"),
    ..Table::new("agent-execution-history", Attribute::S("agent_id"))
};
