//! The trail over a real store.

mod chain;
mod forgetting;
mod tampering;

use atelier_audit::{Actor, Deed, TABLES, Trail, permissions::ReadAudit};
use atelier_base::{
    Caller, Clock, Credential, Grant, OrganisationId, Origin, Randomness, Role, Scope, SessionId, TenantId,
    Timestamp, UserId,
};
use atelier_tables::{Attribute, Item, Options, Table, Tables, Write};
use tempfile::TempDir;

/// What deeds are done to.
pub(crate) const THINGS: &Table =
    &Table { version: Some("version"), ..Table::new("things", Attribute::S("id")) };

pub(crate) struct Studio {
    pub trail: Trail,
    pub tables: Tables,
    pub clock: Clock,
    pub randomness: Randomness,
    pub tenant: TenantId,
    pub directory: TempDir,
}

pub(crate) fn table(name: &str) -> &'static Table {
    TABLES.iter().copied().find(|table| table.name == name).expect("a table of the trail")
}

impl Studio {
    pub(crate) fn open() -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let clock = Clock::fixed(Timestamp::from_millis(1_795_251_600_000));
        let randomness = Randomness::seeded(7);
        let mut declared = TABLES.to_vec();
        declared.push(THINGS);
        let options = Options { clock: clock.clone(), ..Options::at(directory.path()) };
        let tables = Tables::open(&options, &declared).expect("the store opens");
        let trail = Trail::new(tables.clone(), clock.clone(), randomness.clone());
        let tenant = TenantId::Organisation(OrganisationId::generate(clock.now(), &randomness));
        Self { trail, tables, clock, randomness, tenant, directory }
    }

    pub(crate) fn user(&self) -> UserId {
        UserId::generate(self.clock.now(), &self.randomness)
    }

    pub(crate) fn grant(&self, user: UserId) -> Grant<ReadAudit> {
        let session = SessionId::generate(self.clock.now(), &self.randomness);
        let origin = Origin::new("192.0.2.7".parse().ok(), "req-00000001", "curl/8.9.1");
        Caller::verified(user, self.tenant, Role::Owner, Credential::Session(session))
            .from(origin)
            .may(ReadAudit)
            .expect("owners may")
    }

    /// Makes a thing, with its deed.
    pub(crate) async fn make(&self, user: UserId, id: &str) {
        let item = Item::from([("id".to_owned(), id.into())]);
        let deed = Deed::granted(self.grant(user), "thing.make").target(id).after(THINGS, &item);
        let scope = Scope::tenant(self.tenant);
        self.trail.write(scope, deed, Write::create(THINGS, item)).await.expect("made");
    }

    /// Makes so many things and seals.
    pub(crate) async fn fill(&self, count: usize) -> UserId {
        let user = self.user();
        for n in 0..count {
            self.make(user, &format!("thing-{n}")).await;
        }
        assert_eq!(self.trail.seal(self.tenant).await.expect("sealed"), count);
        user
    }

    pub(crate) fn outsider() -> Actor {
        Actor::unknown(Origin::new(None, "req-00000002", ""))
    }
}
