//! Signing up, in and out, and changing the password.

use std::net::IpAddr;
use std::time::Duration;

use atelier_audit::{Actor, Deed};
use atelier_base::{Caller, Credential, Scope, TenantId, Timestamp, UserId};

use crate::one_time::Purpose;
use crate::session::NewSession;
use crate::state::SignUp;
use crate::throttle::{Subject, admit, forgive};
use crate::user::normal_login;
use crate::{Error, NewUser, State, User, one_time, session, two_step, user};

/// A hash that no password has, verified for unknown logins so that they take as long as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Makes an account and signs it in.
pub(crate) async fn sign_up(state: &State, new: NewUser) -> Result<NewSession, Error> {
    if state.settings.sign_up == SignUp::Closed {
        return Err(Error::SignUpClosed);
    }
    let user = user::create(state, new).await?;
    session::start(state, user.id).await
}

/// Signs in with an email or username and a password.
pub(crate) async fn sign_in(
    state: &State,
    login: &str,
    password: &str,
    address: Option<IpAddr>,
) -> Result<SignedIn, Error> {
    // A login that nobody can have would only fill the table of attempts.
    if login.chars().count() > 254 {
        return Err(Error::WrongCredentials);
    }
    let by_login = format!("login#{}", normal_login(login));
    let by_address = address.map(|address| format!("address#{address}"));
    if let Some(subject) = &by_address {
        admit(state, Subject::Address, subject).await?;
    }
    admit(state, Subject::Login, &by_login).await?;
    let user = user::find_by_login(state, login).await?;
    let hash = match &user {
        Some(user) => user::password_hash(state, user.id).await?,
        None => None,
    };
    let right = state.passwords.verify(password, hash.unwrap_or_else(|| NOBODY.into())).await?;
    if let Some(user) = user.as_ref().filter(|_| !right) {
        note_refusal(state, user.id);
    }
    let Some(user) = user.filter(|_| right) else {
        return Err(Error::WrongCredentials);
    };
    forgive(state, Subject::Login, &by_login).await?;
    if let Some(subject) = &by_address {
        forgive(state, Subject::Address, subject).await?;
    }
    begin(state, user.id).await
}

/// Notes a refused sign-in behind the answer, which must not take longer when there is an account.
fn note_refusal(state: &State, user: UserId) {
    let deed = Deed::new(TenantId::Personal(user), Actor::unknown(state.origin), "session.start");
    let (trail, deed) = (state.trail.clone(), deed.target(user).refused());
    state.tasks.spawn(async move {
        if let Err(error) = trail.note(Scope::directory(), deed).await {
            tracing::error!(error = %error, "a refused sign-in was not recorded");
        }
    });
}

/// What follows when the user is known.
pub(crate) enum SignedIn {
    /// They are signed in.
    Session(NewSession),
    /// They set up two steps: the token stands for the first one, and a code is still to come.
    SecondStep { token: String, expires_at: Timestamp },
}

/// So long somebody may look for their app.
const SECOND_STEP: Duration = Duration::from_mins(10);

/// Starts the session of a user who proved who they are, or asks for the second step if they set it up.
pub(crate) async fn begin(state: &State, user: UserId) -> Result<SignedIn, Error> {
    if two_step::is_on(state, user).await? {
        let (token, expires_at) =
            one_time::issue(state, Purpose::SecondStep, Some(user), SECOND_STEP).await?;
        return Ok(SignedIn::SecondStep { token, expires_at });
    }
    Ok(SignedIn::Session(session::start(state, user).await?))
}

/// The second step: a code of the app, or a recovery code. A wrong one leaves the token as it is.
pub(crate) async fn second_step(state: &State, token: &str, code: &str) -> Result<NewSession, Error> {
    let pending = one_time::peek(state, token).await?;
    let (Purpose::SecondStep, Some(user)) = (pending.purpose, pending.user_id) else {
        return Err(Error::LinkExpired);
    };
    if let Err(error) = two_step::prove(state, user, code).await {
        note_refusal(state, user);
        return Err(error);
    }
    one_time::redeem(state, token).await?;
    session::start(state, user).await
}

/// Checks the password of a known user, throttled like a sign-in.
pub(crate) async fn prove_password(state: &State, user: &User, password: &str) -> Result<(), Error> {
    let subject = format!("login#{}", user.email);
    admit(state, Subject::Login, &subject).await?;
    let hash = user::password_hash(state, user.id).await?.unwrap_or_else(|| NOBODY.into());
    if !state.passwords.verify(password, hash).await? {
        return Err(Error::WrongCredentials);
    }
    forgive(state, Subject::Login, &subject).await
}

/// Changes the caller's password, who proves the old one, and ends their other sessions.
pub(crate) async fn change_password(
    state: &State,
    caller: &Caller,
    current: &str,
    new: &str,
) -> Result<(), Error> {
    let state = &state.clone().at(caller.origin());
    let user = user::me(state, caller).await?;
    prove_password(state, &user, current).await?;
    user::set_password(state, &user, "new_password", new).await?;
    let kept = match caller.credential() {
        Credential::Session(id) => Some(id),
        Credential::ApiKey(_) => None,
    };
    session::end_others(state, user.id, kept).await
}
