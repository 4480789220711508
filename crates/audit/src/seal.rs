//! The sealer: chains what waits.
//!
//! A batch goes into the chain in one transaction with the head, which must be as it was read: of two sealers
//! at once, one starts over. So it can be killed at any moment and run as often as one likes.

use std::collections::BTreeMap;
use std::time::Duration;

use atelier_base::{ActorId, Scope, TenantId, UserId};
use atelier_tables::{Cond, Item, Key, KeyRange, Query, Scan, Select, Value, Write};
use tokio::time::timeout;

use crate::deed::Pending;
use crate::record::{self, GENESIS};
use crate::tables::{ACTORS, HEADS, OF_USER, PENDING, RECORDS};
use crate::{Error, Head, Trail};

/// Deeds of a batch. Each takes up to four writes: the record, two new actors, and its own removal.
const BATCH: usize = 24;
/// Batches that may be lost to other sealers in a row.
const PATIENCE: usize = 64;
/// A deed of another process, which can't wake this sealer, waits for so long.
const LOOK_AROUND: Duration = Duration::from_secs(30);

impl Trail {
    /// Seals everything of the tenant that waits; says how many deeds that were.
    pub async fn seal(&self, tenant: TenantId) -> Result<usize, Error> {
        let (mut sealed, mut lost) = (0, 0);
        loop {
            match self.seal_batch(tenant).await {
                Ok(0) => return Ok(sealed),
                Ok(count) => (sealed, lost) = (sealed + count, 0),
                Err(Error::Store(atelier_tables::Error::ConditionFailed { .. })) if lost < PATIENCE => {
                    lost += 1;
                    tokio::task::yield_now().await;
                }
                Err(Error::Store(atelier_tables::Error::ConditionFailed { .. })) => return Err(Error::Busy),
                Err(error) => return Err(error),
            }
        }
    }

    /// Seals everything of every tenant that waits: at the start.
    pub async fn seal_all(&self) -> Result<usize, Error> {
        let mut sealed = 0;
        loop {
            let keys = Select::attributes(["tenant_id", "place"]);
            let scan = Scan::table(&PENDING).select(keys).limit(Query::MAX_LIMIT);
            let page = self.tables.scan(Scope::directory(), scan).await?;
            let tenants: std::collections::BTreeSet<TenantId> =
                page.into_nodes().filter_map(|item| record::text(&item, "tenant_id").parse().ok()).collect();
            if tenants.is_empty() {
                return Ok(sealed);
            }
            for tenant in tenants {
                sealed += self.seal(tenant).await?;
            }
        }
    }

    /// Seals right after each change until the future is dropped. A failure is logged and tried again.
    pub async fn keep_sealing(&self) {
        loop {
            if let Err(error) = self.seal_all().await {
                tracing::warn!(error = %error, "the audit trail could not be sealed; it is tried again");
            }
            // News wake it at once; the look around finds what other processes noted.
            while timeout(LOOK_AROUND, self.waiting.news.notified()).await.is_ok() {
                for tenant in self.waiting.take() {
                    if let Err(error) = self.seal(tenant).await {
                        tracing::warn!(error = %error, "an audit trail could not be sealed; it is tried again");
                    }
                }
            }
        }
    }

    async fn seal_batch(&self, tenant: TenantId) -> Result<usize, Error> {
        let scope = Scope::tenant(tenant);
        // The head first: what is read after it waits still, or the head has moved.
        let head = self.head(tenant).await?;
        let query = Query::table(&PENDING, tenant).limit(BATCH);
        let pending: Vec<Pending> = self
            .tables
            .query(scope, query)
            .await?
            .into_nodes()
            .map(Pending::read)
            .collect::<Result<_, _>>()?;
        let Some(count) = Some(pending.len()).filter(|count| 0 < *count) else { return Ok(0) };
        let mut actors = Actors::new(tenant);
        let (mut seq, mut prev) =
            head.as_ref().map_or((0, GENESIS.to_owned()), |head| (head.seq, head.hash.clone()));
        let mut writes = Vec::new();
        for deed in &pending {
            seq += 1;
            let actor = match deed.user {
                Some(user) => Some(actors.of(self, user).await?),
                None => None,
            };
            let target = match (&deed.target, deed.target.as_deref().and_then(|text| text.parse().ok())) {
                (_, Some(user)) => Some(actors.of(self, user).await?.to_string()),
                (target, None) => target.clone(),
            };
            let record = record::chain(deed, actor, target, seq, &prev)?;
            record::text(&record, "hash").clone_into(&mut prev);
            writes.push(Write::create(&RECORDS, record));
            writes.push(Write::delete(&PENDING, Key::new(tenant, deed.place.as_str())));
        }
        writes.extend(actors.made.into_iter().map(|item| Write::create(&ACTORS, item)));
        let unmoved = match &head {
            Some(head) => Cond::eq("hash", head.hash.as_str()).and(Cond::eq("seq", head.seq)),
            None => Cond::missing("tenant_id"),
        };
        let next: Item = [("tenant_id", tenant.into()), ("seq", seq.into()), ("hash", Value::S(prev))]
            .map(|(name, value)| (name.to_owned(), value))
            .into();
        writes.push(Write::put(&HEADS, next).when(unmoved));
        self.tables.transact(scope, writes).await?;
        Ok(count)
    }

    /// The end of a tenant's chain; none before its first record.
    pub async fn head(&self, tenant: TenantId) -> Result<Option<Head>, Error> {
        let item = self.tables.get(Scope::tenant(tenant), &HEADS, &Key::hash(tenant)).await?;
        Ok(item.map(|item| Head {
            tenant,
            seq: record::seq(&item),
            hash: record::text(&item, "hash").to_owned(),
        }))
    }

    /// Who stands for the user in the tenant, if they did something there.
    pub(crate) async fn actor_of(&self, tenant: TenantId, user: UserId) -> Result<Option<ActorId>, Error> {
        let query = Query::index(&ACTORS, OF_USER, user).range(KeyRange::Equal(tenant.into())).limit(1);
        let page = self.tables.query(Scope::tenant(tenant), query).await?;
        Ok(page.into_nodes().next().and_then(|item| record::text(&item, "actor").parse().ok()))
    }
}

/// The actors of a batch, with those that it makes.
struct Actors {
    tenant: TenantId,
    known: BTreeMap<UserId, ActorId>,
    made: Vec<Item>,
}

impl Actors {
    fn new(tenant: TenantId) -> Self {
        Self { tenant, known: BTreeMap::new(), made: Vec::new() }
    }

    /// Only the sealer makes actors, in the transaction of the head: a user has one in a tenant.
    async fn of(&mut self, trail: &Trail, user: UserId) -> Result<ActorId, Error> {
        if let Some(actor) = self.known.get(&user) {
            return Ok(*actor);
        }
        let actor = if let Some(actor) = trail.actor_of(self.tenant, user).await? {
            actor
        } else {
            let actor = ActorId::generate(trail.clock.now(), &trail.randomness);
            let item =
                [("tenant_id", self.tenant.into()), ("actor", Value::text(actor)), ("user_id", user.into())];
            self.made.push(item.map(|(name, value)| (name.to_owned(), value)).into());
            actor
        };
        self.known.insert(user, actor);
        Ok(actor)
    }
}
