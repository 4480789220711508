//! Approvals: somebody is asked whether the current version is right, and says so or not.

use async_graphql::{Enum, SimpleObject};
use atelier_audit::Deed;
use atelier_base::{Grant, InvalidInput, ProjectId, Timestamp, UserId};
use atelier_tables::{Cond, Write};
use serde::{Deserialize, Serialize};

use super::read::{number, one};
use super::save::conflict;
use super::{Brief, BriefOutcome};
use crate::permissions::DecideApproval;
use crate::record;
use crate::tables::ARTISSIST;
use crate::{Entity, Error, JournalChangeKind, State};

/// How an approval stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// Somebody was asked.
    Requested,
    /// They agree.
    Approved,
    /// They want something else.
    ChangesRequested,
    /// It is not wanted any more.
    Withdrawn,
}

impl ApprovalState {
    /// Whether an approval may go from this state to that one. What was withdrawn stays so, and nobody is
    /// asked twice by the same request.
    const fn may_become(self, next: Self) -> bool {
        use ApprovalState::{Approved, ChangesRequested, Requested, Withdrawn};
        matches!(
            (self, next),
            (Requested, Approved | ChangesRequested | Withdrawn)
                | (ChangesRequested, Approved | Withdrawn)
                | (Approved, Withdrawn)
        )
    }
}

/// Somebody's word on a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// Unique within the version: `1`, `2`.
    pub id: String,
    /// Who is asked: a name, 1 to 120 characters. They need no account.
    pub who: String,
    /// How it stands.
    pub state: ApprovalState,
    /// What was asked or said, up to 1000 characters.
    pub note: String,
    /// When they were asked.
    pub requested_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// Who noted the decision.
    pub decided_by: Option<UserId>,
}

/// A version has at most so many.
const MOST: usize = 50;

/// Which state of which version a change is made from.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Whose brief.
    pub project: ProjectId,
    /// Which version, the current one.
    pub version: u32,
    /// Its lock.
    pub lock: u32,
}

/// What was decided.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Which approval.
    pub id: String,
    /// What it becomes.
    pub state: ApprovalState,
    /// What was said; the old note stays when it is absent.
    pub note: Option<String>,
}

/// Asks somebody to approve the current version.
pub async fn request(
    state: &State,
    grant: Grant<DecideApproval>,
    from: Request,
    who: String,
    note: Option<String>,
) -> Result<BriefOutcome, Error> {
    let now = state.clock.now();
    change(state, grant, from, "approval.request", |brief| asked(brief, &who, note, now)).await
}

/// Notes what was decided.
pub async fn decide(
    state: &State,
    grant: Grant<DecideApproval>,
    from: Request,
    decision: Decision,
) -> Result<BriefOutcome, Error> {
    let at = (state.clock.now(), grant.user());
    change(state, grant, from, "approval.decide", |brief| decided(brief, decision, at)).await
}

pub(super) fn asked(
    mut brief: Brief,
    who: &str,
    note: Option<String>,
    requested_at: Timestamp,
) -> Result<Brief, Error> {
    let (who, note) = (who.trim().to_owned(), note.unwrap_or_default());
    let mut faults = InvalidInput::default();
    faults.note_length("who", &who, 1..=120);
    faults.note_length("note", &note, 0..=1_000);
    let full = brief.approvals.len() >= MOST;
    faults.note(full, "who", "too_many", format!("{MOST} people can be asked at most"));
    let waits = |approval: &Approval| approval.who == who && approval.state == ApprovalState::Requested;
    faults.note(brief.approvals.iter().any(waits), "who", "asked_already", "was asked already");
    faults.finish()?;
    let id = (brief.approvals.len() + 1).to_string();
    let approval = Approval {
        id,
        who,
        state: ApprovalState::Requested,
        note,
        requested_at,
        decided_at: None,
        decided_by: None,
    };
    brief.approvals.push(approval);
    Ok(brief)
}

pub(super) fn decided(
    mut brief: Brief,
    decision: Decision,
    (at, by): (Timestamp, UserId),
) -> Result<Brief, Error> {
    let mut faults = InvalidInput::default();
    faults.note_length("note", decision.note.as_deref().unwrap_or_default(), 0..=1_000);
    let found = brief.approvals.iter_mut().find(|approval| approval.id == decision.id);
    let approval = found.ok_or_else(|| Error::missing("approval", &decision.id))?;
    let allowed = approval.state.may_become(decision.state);
    faults.note(!allowed, "state", "not_allowed", "does not follow on the state that the approval has");
    faults.finish()?;
    approval.state = decision.state;
    approval.note = decision.note.unwrap_or_else(|| std::mem::take(&mut approval.note));
    approval.decided_at = Some(at);
    approval.decided_by = Some(by);
    Ok(brief)
}

async fn change(
    state: &State,
    grant: Grant<DecideApproval>,
    from: Request,
    action: &'static str,
    change: impl FnOnce(Brief) -> Result<Brief, Error>,
) -> Result<BriefOutcome, Error> {
    let (scope, tenant, Request { project, version, lock }) = (grant.scope(), grant.tenant(), from);
    record::open(state, grant, project).await?;
    let before = one(state, scope, tenant, (project, version)).await?;
    let before = before.ok_or_else(|| Error::missing("brief", format!("v{version}")))?;
    if number(state, scope, tenant, project).await? != Some(version) || before.lock != lock {
        return conflict(state, grant, project, Some(before)).await;
    }
    let after = change(Brief { lock: lock + 1, current: true, ..before.clone() })?;
    let item = after.item(tenant)?;
    let deed = Deed::granted(grant, action)
        .target(format!("{project}#v{version}"))
        .before(&ARTISSIST, &before.item(tenant)?)
        .after(&ARTISSIST, &item);
    // The record says that the version is still the current one.
    let current = Cond::eq("brief", version).and(Cond::missing("archivedAt"));
    let place = crate::tables::key(tenant, crate::tables::project_sort(project));
    let writes = vec![
        Write::put(&ARTISSIST, item).when(Cond::eq("lock", lock)),
        Write::check(&ARTISSIST, place, current),
    ];
    match state.trail.transact(scope, deed, writes).await {
        Ok(_) => {
            state.tell(tenant, JournalChangeKind::Updated, Entity::Brief, project, Some(project));
            Ok(BriefOutcome::Done(Box::new(after)))
        }
        Err(atelier_tables::Error::ConditionFailed { .. }) => {
            record::open(state, grant, project).await?;
            conflict(state, grant, project, Some(before)).await
        }
        Err(error) => Err(error.into()),
    }
}
