//! Walking a chain to see that it is as it was sealed.

use std::collections::BTreeMap;
use std::fmt;

use atelier_base::{Scope, TenantId};
use atelier_tables::{Item, Key, KeyRange, Query, Scan, Select, Value};
use serde::Serialize;

use crate::canonical::hash;
use crate::record::{self, GENESIS, hash_of, text};
use crate::tables::{ACTORS, HEADS, RECORDS};
use crate::{Error, Trail};

/// The end of a chain. Kept elsewhere, it tells even of a chain that was forged as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Whose chain.
    pub tenant: TenantId,
    /// The number of the last record.
    pub seq: u64,
    /// Its hash.
    pub hash: String,
}

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Its content is not what was sealed.
    Changed,
    /// There is none with this number, though a later one or the head says there was.
    Removed,
    /// It does not follow the record before it.
    OutOfOrder,
    /// It comes after the end of the chain.
    Inserted,
    /// It is the last one, and not the one that the head names.
    NotTheHead,
    /// Where it came from is gone, though its actor was not forgotten.
    OriginRemoved,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Changed => "the record was changed",
            Self::Removed => "the record was removed",
            Self::OutOfOrder => "the record does not follow the one before it",
            Self::Inserted => "the record was inserted after the end",
            Self::NotTheHead => "the record is not the one that the head names",
            Self::OriginRemoved => "where the record came from was removed",
        })
    }
}

/// What came of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// Whose chain.
    pub tenant: TenantId,
    /// Records that are as they were sealed, from the first.
    pub intact: u64,
    /// The head that was compared with; none for a tenant without records.
    pub head: Option<Head>,
    /// The first number that is wrong, and what is wrong.
    pub broken: Option<(u64, Fault)>,
}

impl Verification {
    /// An error of what is broken.
    pub fn into_result(self) -> Result<Self, Error> {
        match self.broken {
            Some((seq, fault)) => Err(Error::Broken { tenant: self.tenant, seq, fault }),
            None => Ok(self),
        }
    }
}

impl Trail {
    /// Walks the chain of the tenant, from the first record to the head. What is noted meanwhile does not disturb.
    pub async fn verify(&self, tenant: TenantId) -> Result<Verification, Error> {
        let head = self.head(tenant).await?;
        let mut walk = Walk { trail: self, tenant, prev: GENESIS.into(), seq: 0, forgotten: BTreeMap::new() };
        let end = head.as_ref().map_or(0, |head| head.seq);
        let broken = walk.to(end).await?;
        let broken = match (broken, &head) {
            (None, Some(head)) if walk.prev != head.hash => Some((end, Fault::NotTheHead)),
            (None, _) => self.beyond(tenant, end).await?,
            (broken, _) => broken,
        };
        let intact = broken.map_or(walk.seq, |(seq, _)| seq.saturating_sub(1).min(walk.seq));
        Ok(Verification { tenant, intact, head, broken })
    }

    /// Every tenant with a chain.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, Error> {
        let mut tenants = Vec::new();
        let mut after = None;
        loop {
            let scan = Scan::table(&HEADS).select(Select::attributes(["tenant_id"])).after(after);
            let page = self.tables.scan(Scope::directory(), scan).await?;
            let Some(last) = page.edges.last() else { return Ok(tenants) };
            after = Some(last.cursor.clone());
            tenants.extend(
                page.edges.iter().filter_map(|edge| text(&edge.node, "tenant_id").parse::<TenantId>().ok()),
            );
        }
    }

    /// A record after the head, unless the head has moved on meanwhile.
    async fn beyond(&self, tenant: TenantId, end: u64) -> Result<Option<(u64, Fault)>, Error> {
        let query = Query::table(&RECORDS, tenant).range(KeyRange::Above(end.into())).limit(1);
        let found = self.tables.query(Scope::tenant(tenant), query).await?.into_nodes().next();
        let Some(found) = found else { return Ok(None) };
        let head = self.head(tenant).await?.map_or(0, |head| head.seq);
        Ok((head == end).then(|| (record::seq(&found), Fault::Inserted)))
    }
}

/// A walk along a chain.
struct Walk<'a> {
    trail: &'a Trail,
    tenant: TenantId,
    /// The hash of the last good record.
    prev: String,
    /// Its number.
    seq: u64,
    /// Whether an actor was forgotten.
    forgotten: BTreeMap<String, bool>,
}

impl Walk<'_> {
    /// Walks to the record of that number; the first fault.
    async fn to(&mut self, end: u64) -> Result<Option<(u64, Fault)>, Error> {
        while self.seq < end {
            let next = KeyRange::Between((self.seq + 1).into(), end.into());
            let query = Query::table(&RECORDS, self.tenant).range(next);
            let page = self.trail.tables.query(Scope::tenant(self.tenant), query).await?;
            if page.edges.is_empty() {
                return Ok(Some((self.seq + 1, Fault::Removed)));
            }
            for item in page.into_nodes() {
                if let Some(fault) = self.fault(&item).await? {
                    return Ok(Some((self.seq + 1, fault)));
                }
                self.seq += 1;
                text(&item, "hash").clone_into(&mut self.prev);
            }
        }
        Ok(None)
    }

    async fn fault(&mut self, item: &Item) -> Result<Option<Fault>, Error> {
        if record::seq(item) != self.seq + 1 {
            return Ok(Some(Fault::Removed));
        }
        if hash_of(item) != text(item, "hash") {
            return Ok(Some(Fault::Changed));
        }
        if text(item, "prev") != self.prev {
            return Ok(Some(Fault::OutOfOrder));
        }
        match item.get("origin").and_then(Value::as_map) {
            Some(origin) if hash(origin) == text(item, "origin_digest") => Ok(None),
            Some(_) => Ok(Some(Fault::Changed)),
            None if self.is_forgotten(text(item, "actor")).await? => Ok(None),
            None => Ok(Some(Fault::OriginRemoved)),
        }
    }

    async fn is_forgotten(&mut self, actor: &str) -> Result<bool, Error> {
        if let Some(known) = self.forgotten.get(actor) {
            return Ok(*known);
        }
        let key = Key::new(self.tenant, actor);
        let scope = Scope::tenant(self.tenant);
        // While a user is being forgotten, the mark says so before the first origin goes.
        let forgotten = !actor.is_empty()
            && self
                .trail
                .tables
                .get(scope, &ACTORS, &key)
                .await?
                .is_none_or(|item| item.contains_key("leaving"));
        self.forgotten.insert(actor.to_owned(), forgotten);
        Ok(forgotten)
    }
}
