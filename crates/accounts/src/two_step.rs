//! Two-step sign-in: after the password, a code from the user's authenticator app (TOTP, RFC 6238).
//!
//! The secret is stored sealed. A code is good for its half minute and the ones beside it, and once.
//! API keys are not affected: a key is itself 256 random bits that its user made while signed in.

mod codes;
mod qr;

use atelier_audit::{Actor, Deed};
use atelier_base::{Caller, Credential, Grant, Scope, TenantId, Timestamp, UserId};
use atelier_secrets::{Place, Sealed, Secret};
use atelier_tables::{Cond, Key, Update, Value, Write, from_item, to_item};
use serde::{Deserialize, Serialize};

use self::codes::{Entered, RecoveryCodes};
use crate::permissions::ManageTwoStep;
use crate::sign_in::prove_password;
use crate::tables::TWO_STEP;
use crate::throttle::{Subject, admit, forgive};
use crate::{Error, State, user};

/// What is stored of a user who set it up, or began to.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct TwoStep {
    user_id: UserId,
    secret: Sealed<Secret>,
    /// None until the first code proved that the app has the secret.
    confirmed_at: Option<Timestamp>,
    /// The half minute of the last code that was used: it and earlier ones are used up.
    last_step: u64,
    /// Hashes of recovery codes that were not used yet.
    recovery: Vec<String>,
    #[serde(default)]
    version: u64,
}

/// Whether a user signs in in two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct TwoStepStatus {
    /// Whether a code is asked for.
    pub on: bool,
    /// Since when.
    pub since: Option<Timestamp>,
    /// How many recovery codes are left.
    pub recovery_codes_left: usize,
}

/// What an authenticator app needs to know. Shown once.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Enrolment {
    /// The secret in Base32, to type.
    secret: String,
    /// The same as an `otpauth://` address.
    uri: String,
    /// The address as a QR code, an SVG document.
    qr_svg: String,
}

impl TwoStep {
    fn place(user: &str) -> Place<'_> {
        Place { table: TWO_STEP.name, item: user, field: "secret" }
    }

    fn open(&self, state: &State) -> Result<Secret, Error> {
        Ok(state.keyring.unseal(&self.secret, Self::place(&self.user_id.to_string()))?)
    }
}

async fn find(state: &State, user: UserId) -> Result<Option<TwoStep>, Error> {
    let item = state.tables.get(Scope::directory(), &TWO_STEP, &Key::hash(user)).await?;
    Ok(item.map(from_item).transpose()?)
}

/// The user's setup, if codes are asked for.
async fn confirmed(state: &State, user: UserId) -> Result<Option<TwoStep>, Error> {
    Ok(find(state, user).await?.filter(|stored| stored.confirmed_at.is_some()))
}

/// Whether the user signs in in two steps.
pub(crate) async fn is_on(state: &State, user: UserId) -> Result<bool, Error> {
    Ok(confirmed(state, user).await?.is_some())
}

/// The same for the settings page.
pub(crate) async fn status(state: &State, grant: Grant<ManageTwoStep>) -> Result<TwoStepStatus, Error> {
    let stored = confirmed(state, grant.user()).await?;
    Ok(TwoStepStatus {
        on: stored.is_some(),
        since: stored.as_ref().and_then(|stored| stored.confirmed_at),
        recovery_codes_left: stored.map_or(0, |stored| stored.recovery.len()),
    })
}

/// Makes a secret for the user's app. Until [`confirm`] nothing is asked for.
pub(crate) async fn enrol(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageTwoStep>,
    password: &str,
) -> Result<Enrolment, Error> {
    in_session(caller)?;
    let user = user::find(state, grant.user()).await?.ok_or(Error::UserNotFound)?;
    prove_password(state, &user, password).await?;
    let (secret, uri) = codes::new_secret(&state.randomness, &user.email);
    let id = user.id.to_string();
    let stored = TwoStep {
        user_id: user.id,
        secret: state.keyring.seal(&Secret::from(secret.clone()), TwoStep::place(&id))?,
        confirmed_at: None,
        last_step: 0,
        recovery: Vec::new(),
        version: 0,
    };
    let mut item = to_item(&stored)?;
    item.remove("confirmed_at");
    let write = Write::put(&TWO_STEP, item).when(Cond::missing("confirmed_at"));
    match state.trail.write(Scope::directory(), deed(grant, "two_step.enrol"), write).await {
        Err(atelier_tables::Error::ConditionFailed { .. }) => return Err(Error::TwoStepOn),
        other => other?,
    };
    Ok(Enrolment { qr_svg: qr::svg(&uri), secret, uri })
}

/// Turns it on with the first code of the app; returns the recovery codes, which can't be read again.
pub(crate) async fn confirm(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageTwoStep>,
    code: &str,
) -> Result<Vec<String>, Error> {
    in_session(caller)?;
    let stored = find(state, grant.user()).await?.ok_or(Error::TwoStepOff)?;
    if stored.confirmed_at.is_some() {
        return Err(Error::TwoStepOn);
    }
    let subject = subject(grant.user());
    admit(state, Subject::Login, &subject).await?;
    let step = codes::step_of(stored.open(state)?.expose(), code, state.clock.now());
    let step = step.ok_or(Error::WrongCode)?;
    forgive(state, Subject::Login, &subject).await?;
    let fresh = RecoveryCodes::generate(&state.randomness);
    let update = Update::new()
        .set("confirmed_at", state.clock.now())
        .set("last_step", step)
        .set("recovery", hashes(fresh.hashes));
    let write = Write::update(&TWO_STEP, Key::hash(grant.user()), update).expect_version(stored.version);
    match state.trail.write(Scope::directory(), deed(grant, "two_step.confirm"), write).await {
        // Another enrolment came in between: its secret is another one.
        Err(atelier_tables::Error::VersionConflict { .. }) => Err(Error::WrongCode),
        Err(error) => Err(error.into()),
        Ok(_) => Ok(fresh.codes),
    }
}

/// Turns it off.
pub(crate) async fn disable(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageTwoStep>,
    password: &str,
    code: &str,
) -> Result<(), Error> {
    prove_both(state, caller, grant, password, code).await?;
    let write = Write::delete(&TWO_STEP, Key::hash(grant.user()));
    state.trail.write(Scope::directory(), deed(grant, "two_step.disable"), write).await?;
    Ok(())
}

/// Turns it off for a user who lost both app and codes: for the operator, whose right to it is the data
/// directory.
pub async fn reset_two_step(state: &State, user: UserId) -> Result<(), Error> {
    if !is_on(state, user).await? {
        return Err(Error::TwoStepOff);
    }
    let write = Write::delete(&TWO_STEP, Key::hash(user));
    state.trail.write(Scope::directory(), state.own_deed(user, "two_step.disable"), write).await?;
    Ok(())
}

/// New recovery codes; the old ones end.
pub(crate) async fn renew_recovery_codes(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageTwoStep>,
    password: &str,
    code: &str,
) -> Result<Vec<String>, Error> {
    prove_both(state, caller, grant, password, code).await?;
    let fresh = RecoveryCodes::generate(&state.randomness);
    let update = Update::new().set("recovery", hashes(fresh.hashes));
    let write = Write::update(&TWO_STEP, Key::hash(grant.user()), update).when(Cond::exists("confirmed_at"));
    match state.trail.write(Scope::directory(), deed(grant, "two_step.renew_codes"), write).await {
        Err(atelier_tables::Error::ConditionFailed { .. }) => Err(Error::TwoStepOff),
        Err(error) => Err(error.into()),
        Ok(_) => Ok(fresh.codes),
    }
}

/// Checks a code, of the app or a recovery code, and uses it up. Guesses are throttled like passwords.
pub(crate) async fn prove(state: &State, user: UserId, code: &str) -> Result<(), Error> {
    let subject = subject(user);
    admit(state, Subject::Login, &subject).await?;
    let stored = confirmed(state, user).await?.ok_or(Error::TwoStepOff)?;
    let key = Key::hash(user);
    let write = match Entered::parse(code) {
        Entered::OfApp(code) => {
            let step = codes::step_of(stored.open(state)?.expose(), &code, state.clock.now());
            let step = step.ok_or(Error::WrongCode)?;
            Write::update(&TWO_STEP, key, Update::new().set("last_step", step))
                .when(Cond::lt("last_step", step))
        }
        Entered::Recovery(hash) => {
            let left: Vec<String> = stored.recovery.iter().filter(|known| **known != hash).cloned().collect();
            if left.len() == stored.recovery.len() {
                return Err(Error::WrongCode);
            }
            Write::update(&TWO_STEP, key, Update::new().set("recovery", hashes(left)))
                .expect_version(stored.version)
        }
    };
    match state.tables.write(Scope::directory(), write).await {
        // Somebody was faster with the same code.
        Err(
            atelier_tables::Error::ConditionFailed { .. } | atelier_tables::Error::VersionConflict { .. },
        ) => Err(Error::WrongCode),
        Err(error) => Err(error.into()),
        Ok(_) => forgive(state, Subject::Login, &subject).await,
    }
}

/// What the caller does to their own setup. Secrets and codes leave no digest.
fn deed(grant: Grant<ManageTwoStep>, action: &'static str) -> Deed {
    Deed::new(TenantId::Personal(grant.user()), Actor::of(grant), action).target(grant.user())
}

async fn prove_both(
    state: &State,
    caller: &Caller,
    grant: Grant<ManageTwoStep>,
    password: &str,
    code: &str,
) -> Result<(), Error> {
    in_session(caller)?;
    if !is_on(state, grant.user()).await? {
        return Err(Error::TwoStepOff);
    }
    let user = user::find(state, grant.user()).await?.ok_or(Error::UserNotFound)?;
    prove_password(state, &user, password).await?;
    prove(state, grant.user(), code).await
}

/// A program with a key does not change how its user signs in.
fn in_session(caller: &Caller) -> Result<(), Error> {
    match caller.credential() {
        Credential::Session(_) => Ok(()),
        Credential::ApiKey(_) => Err(Error::SessionNeeded),
    }
}

fn subject(user: UserId) -> String {
    format!("code#{user}")
}

fn hashes(hashes: Vec<String>) -> Value {
    Value::L(hashes.into_iter().map(Value::S).collect())
}
