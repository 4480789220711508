//! What can go wrong with accounts.

use std::time::Duration;

use atelier_base::{Code, Coded, FieldError, InvalidInput};

/// Codes of accounts.
pub mod codes {
    atelier_base::codes! {
        ALREADY_MEMBER = "already_member", Conflict, "The user is a member already",
            "Change their role instead.";
        API_KEY_NOT_FOUND = "api_key_not_found", NotFound, "There is no such API key",
            "It may have been revoked already.";
        EMAIL_TAKEN = "email_taken", Conflict, "There is an account with this email already",
            "Sign in with it, or use another email.";
        LAST_OWNER = "last_owner", Conflict, "The last owner must stay",
            "Make another member an owner first.";
        MEMBER_NOT_FOUND = "member_not_found", NotFound, "The user is not a member",
            "They may have left already.";
        PERSONAL_TENANT = "personal_tenant", Conflict, "A personal tenant has no other members",
            "Create an organisation and add members there.";
        ROLE_TOO_HIGH = "role_too_high", Forbidden, "A key can't do more than you",
            "Choose your own role or a lower one.";
        SESSION_EXPIRED = "session_expired", Unauthenticated, "The session has ended",
            "Sign in again.";
        SIGN_UP_CLOSED = "sign_up_closed", Forbidden, "New accounts are made by the operator",
            "Ask the operator, who runs `atelier user add`.";
        TENANT_NOT_FOUND = "tenant_not_found", NotFound, "There is no such tenant, or you don't belong to it",
            "Choose one of your tenants.";
        TOO_MANY_ATTEMPTS = "too_many_attempts", Limited, "Too many failed attempts",
            "Wait as long as `retry-after` says.";
        UNKNOWN_KEY = "unknown_api_key", Unauthenticated, "The API key is not valid",
            "It may have expired or been revoked; make a new one.";
        USER_NOT_FOUND = "user_not_found", NotFound, "There is no such user",
            "Check the email or username; they must sign up first.";
        USERNAME_TAKEN = "username_taken", Conflict, "The username is taken",
            "Choose another one.";
        WEAK_PASSWORD = "weak_password", Invalid, "The password is too easy to guess",
            "Use 10 characters or more, not your name or email.";
        WRONG_CREDENTIALS = "wrong_credentials", Unauthenticated, "The login or the password is wrong",
            "Try again; after some failures you must wait.";
    }
}

/// A failed operation on accounts.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("the user is a member already")]
    AlreadyMember,
    #[error("there is no such API key")]
    ApiKeyNotFound,
    #[error("there is an account with this email already")]
    EmailTaken,
    #[error("the last owner must stay")]
    LastOwner,
    #[error("the user is not a member")]
    MemberNotFound,
    #[error("a personal tenant has no other members")]
    PersonalTenant,
    #[error("a key can't have a higher role than its maker")]
    RoleTooHigh,
    #[error("the session has ended")]
    SessionExpired,
    #[error("new accounts are made by the operator")]
    SignUpClosed,
    #[error("there is no such tenant, or you don't belong to it")]
    TenantNotFound,
    #[error("too many failed attempts, wait {} seconds", wait.as_millis().div_ceil(1_000))]
    TooManyAttempts { wait: Duration },
    #[error("the credential is not known")]
    Unauthenticated,
    #[error("the API key is not valid")]
    UnknownApiKey,
    #[error("there is no such user")]
    UserNotFound,
    #[error("the username is taken")]
    UsernameTaken,
    #[error("the password {reason}")]
    WeakPassword { field: &'static str, reason: String },
    #[error("the login or the password is wrong")]
    WrongCredentials,
    #[error("{0}")]
    Invalid(#[from] InvalidInput),
    #[error("the password could not be hashed: {0}")]
    Hashing(String),
    #[error("the account store failed")]
    Store(#[from] atelier_tables::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::AlreadyMember => codes::ALREADY_MEMBER,
            Self::ApiKeyNotFound => codes::API_KEY_NOT_FOUND,
            Self::EmailTaken => codes::EMAIL_TAKEN,
            Self::LastOwner => codes::LAST_OWNER,
            Self::MemberNotFound => codes::MEMBER_NOT_FOUND,
            Self::PersonalTenant => codes::PERSONAL_TENANT,
            Self::RoleTooHigh => codes::ROLE_TOO_HIGH,
            Self::SessionExpired => codes::SESSION_EXPIRED,
            Self::SignUpClosed => codes::SIGN_UP_CLOSED,
            Self::TenantNotFound => codes::TENANT_NOT_FOUND,
            Self::TooManyAttempts { .. } => codes::TOO_MANY_ATTEMPTS,
            Self::Unauthenticated => atelier_api::codes::UNAUTHENTICATED,
            Self::UnknownApiKey => codes::UNKNOWN_KEY,
            Self::UserNotFound => codes::USER_NOT_FOUND,
            Self::UsernameTaken => codes::USERNAME_TAKEN,
            Self::WeakPassword { .. } => codes::WEAK_PASSWORD,
            Self::WrongCredentials => codes::WRONG_CREDENTIALS,
            Self::Invalid(faults) => faults.code(),
            Self::Hashing(_) => atelier_api::codes::INTERNAL,
            Self::Store(error) => error.code(),
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        let at = |path: &str, code, message: String| vec![FieldError { path: path.into(), code, message }];
        match self {
            Self::Invalid(faults) => faults.fields(),
            Self::EmailTaken => at("email", "taken", "has an account already".into()),
            Self::UsernameTaken => at("username", "taken", "is taken".into()),
            Self::WeakPassword { field, reason } => at(field, "weak", reason.clone()),
            _ => Vec::new(),
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooManyAttempts { wait } => Some(*wait),
            _ => None,
        }
    }
}
