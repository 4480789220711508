//! A forgotten password: a link that works once, by mail or from the operator.

use std::net::IpAddr;
use std::time::Duration;

use atelier_base::Scope;

use crate::one_time::{Purpose, end_all, issue, peek, redeem};
use crate::password::Passwords;
use crate::throttle::{Subject, admit};
use crate::user::normal_login;
use crate::{Error, State, User, session, user};

/// How long a link works.
const LIFETIME: Duration = Duration::from_hours(1);

/// A link for the user: for the operator, who hands it over, and for the mail.
pub async fn reset_link(state: &State, user: &User) -> Result<String, Error> {
    state.trail.note(Scope::directory(), state.own_deed(user.id, "user.reset_link")).await?;
    let (token, _) = issue(state, Purpose::PasswordReset, Some(user.id), LIFETIME).await?;
    // Behind the `#`, so that neither logs nor other sites get to see it.
    Ok(format!("{}/reset-password#token={token}", state.settings.public_url.trim_end_matches('/')))
}

/// Mails a link to the account with that email. The answer tells nobody whether there is one: it is the
/// same, as soon, and the mail goes out behind it.
pub(crate) async fn request(state: &State, email: &str, address: Option<IpAddr>) -> Result<(), Error> {
    let Some(mailer) = state.mailer.clone() else { return Err(Error::MailOff) };
    let email = normal_login(email);
    // An address that nobody can have would only fill the table of attempts.
    if email.chars().count() > 254 || !email.contains('@') {
        return Ok(());
    }
    if let Some(address) = address {
        admit(state, Subject::Address, &format!("reset-address#{address}")).await?;
    }
    // Counted for unknown emails as well. A mailbox is not flooded, and nobody learns who has an account.
    admit(state, Subject::Login, &format!("reset#{email}")).await?;
    let state = state.clone();
    state.tasks.clone().spawn(async move {
        let outcome = async {
            let Some(user) = user::find_by_login(&state, &email).await? else { return Ok(()) };
            let link = reset_link(&state, &user).await?;
            mailer.send_reset_link(&user, &link, state.clock.now()).await
        };
        let outcome: Result<(), Error> = outcome.await;
        if let Err(error) = outcome {
            // Not the address: who asked is nobody's business in a log.
            tracing::error!(error = %error, "a mail with a link for a new password was not sent");
        }
    });
    Ok(())
}

/// Gives the user of the link another password, ends all their sessions and the other links.
/// Two-step sign-in stays on.
pub(crate) async fn complete(state: &State, token: &str, password: &str) -> Result<(), Error> {
    let link = peek(state, token).await?;
    let (Purpose::PasswordReset, Some(id)) = (&link.purpose, link.user_id) else {
        return Err(Error::LinkExpired);
    };
    let user = user::find(state, id).await?.ok_or(Error::LinkExpired)?;
    // A password that is refused must not use the link up.
    Passwords::check("new_password", password, &[&user.email, &user.username, &user.name])?;
    redeem(state, token).await?;
    user::set_password(state, &user, "new_password", password).await?;
    end_all(state, id).await?;
    session::end_others(state, id, None).await
}
