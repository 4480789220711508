//! Signing up, in and out, and changing the password.

use std::net::IpAddr;

use atelier_base::{Caller, Credential};

use crate::session::NewSession;
use crate::state::SignUp;
use crate::throttle::{Subject, admit, forgive};
use crate::user::normal_login;
use crate::{Error, NewUser, State, session, user};

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
) -> Result<NewSession, Error> {
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
    let Some(user) = user.filter(|_| right) else {
        return Err(Error::WrongCredentials);
    };
    forgive(state, Subject::Login, &by_login).await?;
    if let Some(subject) = &by_address {
        forgive(state, Subject::Address, subject).await?;
    }
    session::start(state, user.id).await
}

/// Changes the caller's password, who proves the old one, and ends their other sessions.
pub(crate) async fn change_password(
    state: &State,
    caller: &Caller,
    current: &str,
    new: &str,
) -> Result<(), Error> {
    let user = user::me(state, caller).await?;
    let subject = format!("login#{}", user.email);
    admit(state, Subject::Login, &subject).await?;
    let hash = user::password_hash(state, user.id).await?.ok_or(Error::UserNotFound)?;
    if !state.passwords.verify(current, hash).await? {
        return Err(Error::WrongCredentials);
    }
    forgive(state, Subject::Login, &subject).await?;
    user::set_password(state, &user, "new_password", new).await?;
    let kept = match caller.credential() {
        Credential::Session(id) => Some(id),
        Credential::ApiKey(_) => None,
    };
    session::end_others(state, user.id, kept).await
}
