//! Reading a chain: the newest first, filtered.

use std::collections::BTreeMap;

use atelier_base::{ActorId, Grant, Page, PageRequest, Timestamp, UserId};
use atelier_tables::{Cond, Key, Query, Value};

use crate::entry::Entry;
use crate::permissions::ReadAudit;
use crate::record::text;
use crate::tables::{ACTORS, OF_ACTOR, RECORDS};
use crate::{Error, Trail};

/// Which entries to read; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Who did it.
    pub actor: Option<UserId>,
    /// `noun.verb`, or a noun for all that was done to it.
    pub action: Option<String>,
    /// The id of what it was done to.
    pub target: Option<String>,
    /// Not before this instant.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub to: Option<Timestamp>,
}

impl Trail {
    /// Entries of the tenant, the newest first. What waits is sealed before, so that nothing is missing.
    pub async fn list(
        &self,
        grant: Grant<ReadAudit>,
        filter: &Filter,
        page: PageRequest,
    ) -> Result<Page<Entry>, Error> {
        let tenant = grant.tenant();
        if page.after.is_none() {
            self.seal(tenant).await?;
        }
        let query = match filter.actor {
            None => Query::table(&RECORDS, tenant),
            Some(user) => match self.actor_of(tenant, user).await? {
                Some(actor) => Query::index(&RECORDS, OF_ACTOR, actor.to_string()),
                None => return Ok(Page { edges: Vec::new(), has_next: false }),
            },
        };
        let query = match self.condition(grant, filter).await? {
            Some(condition) => query.filter(condition),
            None => query,
        };
        let page = self.tables.query(grant.scope(), query.descending().page(page)).await?;
        let mut page = page.try_map(Entry::read)?;
        let mut users = BTreeMap::new();
        for edge in &mut page.edges {
            let entry = &mut edge.node;
            if let Some(actor) = entry.actor {
                entry.user_id = self.user_of(grant, &mut users, actor).await?;
            }
            if let Some(actor) = entry.target.as_deref().and_then(|text| text.parse().ok()) {
                entry.target_user_id = self.user_of(grant, &mut users, actor).await?;
            }
        }
        Ok(page)
    }

    async fn condition(&self, grant: Grant<ReadAudit>, filter: &Filter) -> Result<Option<Cond>, Error> {
        let mut all = Vec::new();
        if let Some(action) = &filter.action {
            all.push(if action.contains('.') {
                Cond::eq("action", action.as_str())
            } else {
                Cond::begins_with("action", format!("{action}."))
            });
        }
        if let Some(target) = &filter.target {
            let actor = match target.parse() {
                Ok(user) => self.actor_of(grant.tenant(), user).await?,
                Err(_) => None,
            };
            all.push(Cond::eq("target", actor.map_or_else(|| target.clone(), |actor| actor.to_string())));
        }
        all.extend(filter.from.map(|from| Cond::ge("at", from)));
        all.extend(filter.to.map(|to| Cond::lt("at", to)));
        Ok(all.into_iter().reduce(Cond::and))
    }

    async fn user_of(
        &self,
        grant: Grant<ReadAudit>,
        known: &mut BTreeMap<ActorId, Option<UserId>>,
        actor: ActorId,
    ) -> Result<Option<UserId>, Error> {
        if let Some(user) = known.get(&actor) {
            return Ok(*user);
        }
        let key = Key::new(grant.tenant(), Value::text(actor));
        let item = self.tables.get(grant.scope(), &ACTORS, &key).await?;
        let user = item.and_then(|item| text(&item, "user_id").parse().ok());
        known.insert(actor, user);
        Ok(user)
    }
}
