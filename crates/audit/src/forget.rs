//! Forgetting a user: the chain keeps what was done, and no longer says by whom or from where.

use atelier_base::{ActorId, Scope, TenantId, UserId};
use atelier_tables::{Cond, Key, Query, Update, Write};

use crate::record::{seq, text};
use crate::tables::{ACTORS, OF_ACTOR, OF_USER, RECORDS};
use crate::{Error, Trail};

/// Records changed together.
const BATCH: usize = 50;

/// What was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Records that no longer say where they came from.
    pub records: u64,
    /// Links from actor to user that are gone.
    pub actors: u64,
}

impl Trail {
    /// The tenants in whose trail the user acts or is acted upon.
    pub async fn tenants_of(&self, user: UserId) -> Result<Vec<TenantId>, Error> {
        // What waits names users, and no actor yet.
        self.seal_all().await?;
        Ok(self.links(user).await?.into_iter().map(|(tenant, _)| tenant).collect())
    }

    /// Makes the user unknown to every trail. It may be killed at any moment and begun again.
    pub async fn forget(&self, user: UserId) -> Result<Forgotten, Error> {
        let mut forgotten = Forgotten::default();
        loop {
            self.seal_all().await?;
            let links = self.links(user).await?;
            if links.is_empty() {
                return Ok(forgotten);
            }
            for (tenant, actor) in links {
                forgotten.records += self.forget_actor(tenant, actor).await?;
                forgotten.actors += 1;
            }
        }
    }

    async fn links(&self, user: UserId) -> Result<Vec<(TenantId, ActorId)>, Error> {
        let query = Query::index(&ACTORS, OF_USER, user);
        let page = self.tables.query(Scope::directory(), query).await?;
        let link = |item| Some((text(&item, "tenant_id").parse().ok()?, text(&item, "actor").parse().ok()?));
        Ok(page.into_nodes().filter_map(link).collect())
    }

    async fn forget_actor(&self, tenant: TenantId, actor: ActorId) -> Result<u64, Error> {
        let scope = Scope::tenant(tenant);
        let key = Key::new(tenant, atelier_tables::Value::text(actor));
        let mark = Update::new().set("leaving", true);
        self.tables.write(scope, Write::update(&ACTORS, key.clone(), mark)).await?;
        let mut records = 0;
        let mut after = None;
        loop {
            let query = Query::index(&RECORDS, OF_ACTOR, actor.to_string())
                .filter(Cond::exists("origin"))
                .limit(BATCH)
                .after(after);
            let page = self.tables.query(scope, query).await?;
            let Some(last) = page.edges.last() else { break };
            after = Some(last.cursor.clone());
            let writes: Vec<_> = page
                .edges
                .iter()
                .map(|edge| {
                    let key = Key::new(tenant, seq(&edge.node));
                    Write::update(&RECORDS, key, Update::new().remove("origin"))
                })
                .collect();
            records += writes.len() as u64;
            self.tables.transact(scope, writes).await?;
        }
        self.tables.write(scope, Write::delete(&ACTORS, key)).await?;
        Ok(records)
    }
}
