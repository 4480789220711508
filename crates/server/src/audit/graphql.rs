//! The audit trail in GraphQL.

use async_graphql::connection::Connection;
use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use atelier_api::Problem;
use atelier_api::graphql::{caller, connection, page_request};
use atelier_audit::permissions::ReadAudit;
use atelier_audit::{Entry, Fault, Filter, Outcome, Trail, Verification};
use atelier_base::{ActorId, AuditEntryId, Timestamp, UserId};

/// Queries of the audit trail.
#[derive(Default)]
pub(crate) struct Query;

/// An entry of the audit trail: who did what, when and from where. Digests stand for content.
#[derive(SimpleObject)]
#[graphql(name = "AuditEntry")]
struct AuditEntry {
    id: AuditEntryId,
    /// Its number in the chain, from 1.
    seq: i64,
    at: Timestamp,
    /// Who did it, as the chain has it; null when nobody was known.
    actor: Option<ActorId>,
    /// The user that the actor stands for; null when they were erased, or nobody was known.
    user_id: Option<UserId>,
    /// The session or API key; `operator` for the operator at the machine.
    credential: Option<String>,
    /// `noun.verb`, such as `project.edit`.
    action: String,
    /// What it was done to, as a noun.
    noun: String,
    /// The id of what it was done to; for a user, the actor that stands for them.
    target: Option<String>,
    /// The user that the target stands for.
    target_user_id: Option<UserId>,
    outcome: AuditOutcome,
    /// SHA-256 of the item before, over a canonical encoding.
    before: Option<String>,
    /// SHA-256 of the item after.
    after: Option<String>,
    /// Where it came from; null when that was erased.
    origin: Option<AuditOrigin>,
    /// The hash of the entry before.
    prev: String,
    /// Its own hash.
    hash: String,
}

/// Where something came from. Each is empty where it is not known.
#[derive(SimpleObject)]
struct AuditOrigin {
    address: String,
    request_id: String,
    /// Browser and system, or the name of a program.
    user_agent: String,
}

/// What came of an action.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
enum AuditOutcome {
    /// It was done.
    Done,
    /// It was refused, and nothing changed.
    Refused,
}

/// What is wrong with a record.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
enum AuditFault {
    /// Its content is not what was sealed.
    Changed,
    /// It is gone.
    Removed,
    /// It does not follow the record before it.
    OutOfOrder,
    /// It comes after the end of the chain.
    Inserted,
    /// The head names another one as the last.
    NotTheHead,
    /// Where it came from is gone, though its actor was not erased.
    OriginRemoved,
}

/// What came of walking the chain.
#[derive(SimpleObject)]
struct AuditVerification {
    /// Whether every entry is as it was sealed.
    intact: bool,
    /// Entries that are, from the first on.
    entries: i64,
    /// The hash of the last entry: kept elsewhere, it tells even of a chain that was forged as a whole.
    head: Option<String>,
    /// The first number that is wrong.
    broken_at: Option<i64>,
    fault: Option<AuditFault>,
    checked_at: Timestamp,
}

/// Which entries to read; what is absent does not matter.
#[derive(Default, InputObject)]
struct AuditFilter {
    /// Who did it.
    actor: Option<UserId>,
    /// `project.edit`, or `project` for all that was done to projects.
    action: Option<String>,
    /// The id of what it was done to.
    target: Option<String>,
    /// Not before this instant.
    from: Option<Timestamp>,
    /// Before this instant.
    to: Option<Timestamp>,
}

#[Object(name = "AuditQuery")]
impl Query {
    /// The audit trail of the current tenant, the newest first. For owners.
    #[graphql(complexity = "usize::try_from(first).unwrap_or(0) * child_complexity")]
    async fn audit_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
        filter: Option<AuditFilter>,
    ) -> Result<Connection<String, AuditEntry>, Problem> {
        let grant = caller(ctx)?.may(ReadAudit)?;
        let page = page_request(first, after)?;
        let follows = page.after.is_some();
        let filter = filter.unwrap_or_default().into();
        let page = ctx.data_unchecked::<Trail>().list(grant, &filter, page).await?;
        Ok(connection(page.try_map(|entry| Ok::<_, Problem>(entry.into()))?, follows))
    }

    /// Walks the audit trail of the current tenant, from its first entry to its head. For owners.
    #[graphql(complexity = 200)]
    async fn audit_verification(&self, ctx: &Context<'_>) -> Result<AuditVerification, Problem> {
        let grant = caller(ctx)?.may(ReadAudit)?;
        let trail = ctx.data_unchecked::<Trail>();
        trail.seal(grant.tenant()).await?;
        let checked_at = trail.now();
        Ok(AuditVerification::of(trail.verify(grant.tenant()).await?, checked_at))
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl From<AuditFilter> for Filter {
    fn from(filter: AuditFilter) -> Self {
        let AuditFilter { actor, action, target, from, to } = filter;
        Self { actor, action, target, from, to }
    }
}

impl From<Entry> for AuditEntry {
    fn from(entry: Entry) -> Self {
        Self {
            noun: entry.noun().to_owned(),
            id: entry.id,
            seq: signed(entry.seq),
            at: entry.at,
            actor: entry.actor,
            user_id: entry.user_id,
            credential: entry.credential,
            action: entry.action,
            target: entry.target,
            target_user_id: entry.target_user_id,
            outcome: match entry.outcome {
                Outcome::Done => AuditOutcome::Done,
                Outcome::Refused => AuditOutcome::Refused,
            },
            before: entry.before,
            after: entry.after,
            origin: entry.origin.map(|origin| AuditOrigin {
                address: origin.address,
                request_id: origin.request_id,
                user_agent: origin.user_agent,
            }),
            prev: entry.prev,
            hash: entry.hash,
        }
    }
}

impl AuditVerification {
    fn of(verification: Verification, checked_at: Timestamp) -> Self {
        Self {
            intact: verification.broken.is_none(),
            entries: signed(verification.intact),
            head: verification.head.map(|head| head.hash),
            broken_at: verification.broken.map(|(seq, _)| signed(seq)),
            fault: verification.broken.map(|(_, fault)| match fault {
                Fault::Changed => AuditFault::Changed,
                Fault::Removed => AuditFault::Removed,
                Fault::OutOfOrder => AuditFault::OutOfOrder,
                Fault::Inserted => AuditFault::Inserted,
                Fault::NotTheHead => AuditFault::NotTheHead,
                Fault::OriginRemoved => AuditFault::OriginRemoved,
            }),
            checked_at,
        }
    }
}
