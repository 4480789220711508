//! Templates of orders: a prompt with its parameters that is ordered again and again, for all of a tenant or for one
//! project.

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{Grant, InvalidInput, OrderTemplateId, Patch, ProjectId, Scope, Timestamp};
use atelier_sql::{Row, Sql};
use serde_json::Value;

use crate::permissions::{EditLookup, ReadFactory};
use crate::product::version;
use crate::{Error, FactoryChange, FactoryChangeKind, FactoryEntity, Outcome, State, project};

const COLUMNS: &str = "id, name, description, provider, model, parameter_set, project_id, is_global, usage_count, \
    version, created_at";

/// A template of orders.
#[derive(Clone, Debug, PartialEq, SimpleObject)]
pub struct OrderTemplate {
    /// Unique, `tmpl_…`.
    pub id: OrderTemplateId,
    /// 1 to 255 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    pub description: String,
    /// The id of the provider.
    pub provider: String,
    /// The provider's id of the model.
    pub model: String,
    /// What is ordered: `prompt`, `negativePrompt`, `parameters`, `syntax`, `quantity`.
    pub parameter_set: Value,
    /// The project that it is for.
    pub project_id: Option<ProjectId>,
    /// Whether it is for all projects.
    pub is_global: bool,
    /// How many orders were made from it.
    pub usage_count: i64,
    /// Counts the changes, from 1. A change names the version it was made from.
    pub version: u32,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What it takes to make a template.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewOrderTemplate {
    /// 1 to 255 characters.
    pub name: String,
    /// Up to 20 000 characters, Markdown.
    #[graphql(default)]
    pub description: String,
    /// The id of the provider.
    pub provider: String,
    /// The provider's id of the model.
    pub model: String,
    /// What is ordered, 64 KB at most.
    pub parameter_set: Value,
    /// The project that it is for; none: all.
    pub project_id: Option<ProjectId>,
}

/// A change to a template: absent keeps a value.
#[derive(Clone, Debug, Default, InputObject)]
pub struct OrderTemplatePatch {
    /// 1 to 255 characters.
    pub name: Patch<String>,
    /// Up to 20 000 characters, Markdown.
    pub description: Patch<String>,
    /// The id of the provider.
    pub provider: Patch<String>,
    /// The provider's id of the model.
    pub model: Patch<String>,
    /// What is ordered, 64 KB at most.
    pub parameter_set: Patch<Value>,
}

impl OrderTemplate {
    fn patched(self, patch: OrderTemplatePatch) -> Result<Self, Error> {
        Self {
            name: patch.name.or_keep(self.name).trim().to_owned(),
            description: patch.description.or_keep(self.description),
            provider: patch.provider.or_keep(self.provider),
            model: patch.model.or_keep(self.model),
            parameter_set: patch.parameter_set.or_keep(self.parameter_set),
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("name", &self.name, 1..=255);
        faults.note_length("description", &self.description, 0..=20_000);
        faults.note_length("provider", &self.provider, 1..=100);
        faults.note_length("model", &self.model, 1..=200);
        faults.note(!self.parameter_set.is_object(), "parameterSet", "malformed", "is no object");
        let is_large = 65_536 < self.parameter_set.to_string().len();
        faults.note(is_large, "parameterSet", "too_long", "may have 64 KB at most");
        faults.finish()?;
        Ok(self)
    }
}

fn read(row: &Row) -> Result<OrderTemplate, Error> {
    Ok(OrderTemplate {
        id: OrderTemplateId::from_uuid(row.get("id")?),
        name: row.get("name")?,
        description: row.find("description")?.unwrap_or_default(),
        provider: row.get("provider")?,
        model: row.get("model")?,
        parameter_set: row.get("parameter_set")?,
        project_id: row.find("project_id")?.map(ProjectId::from_uuid),
        is_global: row.get("is_global")?,
        usage_count: row.get("usage_count")?,
        version: version(row)?,
        created_at: row.get("created_at")?,
    })
}

/// All templates by name; with a project, its own and those for all.
///
/// # Errors
/// Those of the store.
pub async fn list(
    state: &State,
    grant: Grant<ReadFactory>,
    project: Option<ProjectId>,
) -> Result<Vec<OrderTemplate>, Error> {
    let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM templates WHERE tenant_id = :tenant"));
    if let Some(project) = project {
        sql = sql.push(Sql::new(" AND (project_id = ? OR is_global)").bind(project.uuid()));
    }
    let rows = state.db.fetch_all(grant.scope(), sql.push(" ORDER BY name, id")).await?;
    rows.iter().map(read).collect()
}

async fn fetch(state: &State, scope: Scope, id: OrderTemplateId) -> Result<OrderTemplate, Error> {
    let sql = Sql::new(format!("SELECT {COLUMNS} FROM templates WHERE tenant_id = :tenant AND id = ?"));
    let row = state.db.fetch_optional(scope, sql.bind(id.uuid())).await?;
    read(&row.ok_or_else(|| Error::missing("template", id))?)
}

/// Makes a template. Its provider and model may be ones that the tenant does not have yet.
///
/// # Errors
/// [`Error::Invalid`], [`Error::NotFound`] for the project, and those of the stores.
pub async fn create(
    state: &State,
    grant: Grant<EditLookup>,
    new: NewOrderTemplate,
) -> Result<OrderTemplate, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let made = OrderTemplate {
        id: OrderTemplateId::generate(now, &state.randomness),
        name: new.name.trim().to_owned(),
        description: new.description,
        provider: new.provider,
        model: new.model,
        parameter_set: new.parameter_set,
        project_id: new.project_id,
        is_global: new.project_id.is_none(),
        usage_count: 0,
        version: 1,
        created_at: now,
    }
    .checked()?;
    project::ensure_some(state, scope, made.project_id).await?;
    let sql = Sql::new(
        "INSERT INTO templates (tenant_id, id, name, description, provider, model, parameter_set, project_id, \
         is_global, created_at, updated_at) VALUES (:tenant, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let sql = sql
        .bind(made.id.uuid())
        .bind(made.name.as_str())
        .bind(made.description.as_str())
        .bind(made.provider.as_str())
        .bind(made.model.as_str())
        .bind(made.parameter_set.clone())
        .bind(made.project_id.map(ProjectId::uuid))
        .bind(made.is_global)
        .bind(now)
        .bind(now);
    state.db.execute(scope, sql).await?;
    tell(state, grant, FactoryChangeKind::Created, &made);
    state.record(grant, "template.create", made.id).await?;
    Ok(made)
}

/// Changes a template that is at `version`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Invalid`], and those of the store.
pub async fn update(
    state: &State,
    grant: Grant<EditLookup>,
    id: OrderTemplateId,
    version: u32,
    patch: OrderTemplatePatch,
) -> Result<Outcome<OrderTemplate>, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    if before.version != version {
        return Ok(Outcome::Conflict(Box::new(before)));
    }
    let next = before.patched(patch)?;
    let sql = Sql::new(
        "UPDATE templates SET name = ?, description = ?, provider = ?, model = ?, parameter_set = ?, \
         updated_at = ?, version = version + 1 WHERE tenant_id = :tenant AND id = ? AND version = ?",
    );
    let sql = sql
        .bind(next.name)
        .bind(next.description)
        .bind(next.provider)
        .bind(next.model)
        .bind(next.parameter_set)
        .bind(state.clock.now())
        .bind(id.uuid())
        .bind(version);
    let is_done = state.db.execute(scope, sql).await? > 0;
    let after = fetch(state, scope, id).await?;
    if !is_done {
        return Ok(Outcome::Conflict(Box::new(after)));
    }
    tell(state, grant, FactoryChangeKind::Changed, &after);
    state.record(grant, "template.edit", id).await?;
    Ok(Outcome::Done(after))
}

/// Deletes a template; the orders that were made from it stay. Returns it as it was.
///
/// # Errors
/// [`Error::NotFound`], and those of the store.
pub async fn delete(
    state: &State,
    grant: Grant<EditLookup>,
    id: OrderTemplateId,
) -> Result<OrderTemplate, Error> {
    let scope = grant.scope();
    let before = fetch(state, scope, id).await?;
    let mut transaction = state.db.begin().await?;
    let forget =
        Sql::new("UPDATE orders SET template_id = NULL WHERE tenant_id = :tenant AND template_id = ?");
    transaction.execute(scope, forget.bind(id.uuid())).await?;
    let sql = Sql::new("DELETE FROM templates WHERE tenant_id = :tenant AND id = ?");
    transaction.execute(scope, sql.bind(id.uuid())).await?;
    transaction.commit().await?;
    tell(state, grant, FactoryChangeKind::Deleted, &before);
    state.record(grant, "template.delete", id).await?;
    Ok(before)
}

fn tell(state: &State, grant: Grant<EditLookup>, kind: FactoryChangeKind, template: &OrderTemplate) {
    let change = FactoryChange::of(kind, FactoryEntity::OrderTemplate, template.id);
    state.tell(grant.tenant(), change.project(template.project_id));
}
