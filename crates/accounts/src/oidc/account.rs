//! From an identity to an account.

use std::time::Duration;

use atelier_base::{Scope, Timestamp, UserId};
use atelier_tables::{Item, Key, Value, Write};

use super::IssuerSettings;
use super::jwt::Claims;
use crate::one_time::{Purpose, issue, peek, redeem};
use crate::sign_in::{SignedIn, begin, prove_password};
use crate::tables::IDENTITIES;
use crate::{Error, NewUser, SignUp, State, User, user};

/// What follows after the issuer.
pub(crate) enum Outcome {
    /// The identity's user signs in.
    Known(SignedIn),
    /// The email has an account: its password is asked for, with this token.
    PasswordNeeded { token: String },
}

/// So long somebody may look for their password.
const LINKING: Duration = Duration::from_mins(10);

/// Finds or makes the account of an identity.
pub(super) async fn resolve(
    state: &State,
    settings: &IssuerSettings,
    claims: Claims,
) -> Result<Outcome, Error> {
    let email = claims.verified_email().map(user::normal_login);
    check_domain(settings, email.as_deref())?;
    // An issuer's address has no blank, so no two pairs give one text.
    let identity = format!("{} {}", settings.issuer, claims.sub);
    if let Some(user) = find(state, &identity).await? {
        return Ok(Outcome::Known(begin(state, user).await?));
    }
    let email = email.ok_or(Error::EmailNotVerified)?;
    if let Some(user) = user::find_by_login(state, &email).await? {
        let purpose = Purpose::LinkIdentity { identity };
        let (token, _) = issue(state, purpose, Some(user.id), LINKING).await?;
        return Ok(Outcome::PasswordNeeded { token });
    }
    if state.settings.sign_up == SignUp::Closed {
        return Err(Error::SignUpClosed);
    }
    let user = create(state, &identity, &email, &claims).await?;
    Ok(Outcome::Known(begin(state, user.id).await?))
}

/// Links the identity of the token to the account whose password it is, and signs in.
pub(crate) async fn link(state: &State, token: &str, password: &str) -> Result<SignedIn, Error> {
    let pending = peek(state, token).await?;
    let (Purpose::LinkIdentity { identity }, Some(id)) = (&pending.purpose, pending.user_id) else {
        return Err(Error::LinkExpired);
    };
    let user = user::find(state, id).await?.ok_or(Error::LinkExpired)?;
    prove_password(state, &user, password).await?;
    redeem(state, token).await?;
    let write = claim(identity, id, state.clock.now());
    match state.trail.write(Scope::directory(), state.own_deed(id, "identity.link"), write).await {
        // It was linked in this very moment, perhaps to somebody else.
        Err(atelier_tables::Error::ConditionFailed { .. }) => return Err(Error::LinkExpired),
        other => other?,
    };
    begin(state, id).await
}

/// The write that makes an identity a user's, unless it is somebody's.
pub(crate) fn claim(identity: &str, user: UserId, now: Timestamp) -> Write {
    let item: Item = [
        ("identity".to_owned(), Value::S(identity.to_owned())),
        ("user_id".to_owned(), user.into()),
        ("created_at".to_owned(), now.into()),
    ]
    .into();
    Write::create(&IDENTITIES, item)
}

async fn find(state: &State, identity: &str) -> Result<Option<UserId>, Error> {
    let item = state.tables.get(Scope::directory(), &IDENTITIES, &Key::hash(identity)).await?;
    Ok(item.and_then(|item| item.get("user_id")?.as_str()?.parse().ok()))
}

fn check_domain(settings: &IssuerSettings, email: Option<&str>) -> Result<(), Error> {
    let allowed = &settings.allowed_domains;
    if allowed.is_empty() {
        return Ok(());
    }
    let domain = email.ok_or(Error::EmailNotVerified)?.rsplit('@').next().unwrap_or_default();
    let known = allowed.iter().any(|name| name.eq_ignore_ascii_case(domain));
    if known { Ok(()) } else { Err(Error::DomainNotAllowed) }
}

/// Makes the account, under a username that is free.
async fn create(state: &State, identity: &str, email: &str, claims: &Claims) -> Result<User, Error> {
    let wish = claims.preferred_username.as_deref().unwrap_or(email);
    let mut username = suggest_username(wish);
    let name = claims.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let name: String = name.unwrap_or(&username).chars().take(100).collect();
    for _ in 0..8 {
        let new = NewUser {
            email: email.to_owned(),
            username: username.clone(),
            name: name.clone(),
            password: String::new(),
        };
        match user::create_with_identity(state, new, identity).await {
            Err(Error::UsernameTaken) => {
                let number = u16::from_be_bytes(state.randomness.bytes());
                username = format!("{}-{number:04x}", suggest_username(wish));
            }
            other => return other,
        }
    }
    Err(Error::UsernameTaken)
}

/// What of a name or an email makes a username.
fn suggest_username(wish: &str) -> String {
    let local = wish.split('@').next().unwrap_or_default().to_lowercase();
    let plain: String = local
        .chars()
        .map(|letter| if letter == '.' || letter == '+' { '-' } else { letter })
        .filter(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '_' | '-'))
        .take(24)
        .collect();
    if plain.len() < 3 { format!("artist-{plain}").trim_end_matches('-').to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usernames_come_from_names_and_emails() {
        for (wish, username) in [
            ("Ada.Calder@example.test", "ada-calder"),
            ("Zoë", "artist-zo"),
            ("李", "artist"),
            ("a-very-long-name-that-goes-on-and-on", "a-very-long-name-that-go"),
        ] {
            assert_eq!(suggest_username(wish), username);
        }
    }
}
