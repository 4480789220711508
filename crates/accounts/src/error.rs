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
        EMAIL_NOT_VERIFIED = "email_not_verified", Forbidden, "The issuer does not vouch for your email",
            "Confirm the email at the issuer, then sign in again.";
        DOMAIN_NOT_ALLOWED = "domain_not_allowed", Forbidden, "Emails of this domain may not sign in here",
            "Use another account of the issuer, or ask the operator.";
        ISSUER_NOT_FOUND = "issuer_not_found", NotFound, "There is no such issuer",
            "Choose one of the sign-in page.";
        ISSUER_REFUSED = "issuer_refused", Unauthenticated, "The issuer's answer can't be trusted, or it said no",
            "Sign in again from the sign-in page; if it stays, ask the operator, whose log says more.";
        ISSUER_UNREACHABLE = "issuer_unreachable", Unavailable, "The issuer can't be reached",
            "Try again later, or sign in with your password.";
        LINK_EXPIRED = "link_expired", Invalid, "The link was used or has expired",
            "Begin anew: ask for another link, or sign in again.";
        MAIL_OFF = "mail_off", Unavailable, "This server sends no mail",
            "Ask the operator for a link; they run `atelier user reset-link`.";
        MAIL_FAILED = "mail_failed", Unavailable, "A mail could not be sent",
            "Check `mail.smtp_url` of the configuration.";
        LAST_OWNER = "last_owner", Conflict, "The last owner must stay",
            "Make another member an owner first.";
        MEMBER_NOT_FOUND = "member_not_found", NotFound, "The user is not a member",
            "They may have left already.";
        PERSONAL_TENANT = "personal_tenant", Conflict, "A personal tenant has no other members",
            "Create an organisation and add members there.";
        PROOF_NEEDED = "proof_needed", Forbidden, "Your sign-in is too long ago for this",
            "Send your password along, or sign in again.";
        ROLE_TOO_HIGH = "role_too_high", Forbidden, "A key can't do more than you",
            "Choose your own role or a lower one.";
        SESSION_NEEDED = "session_needed", Forbidden, "An API key can't do this",
            "Sign in with a browser.";
        SESSION_EXPIRED = "session_expired", Unauthenticated, "The session has ended",
            "Sign in again.";
        SIGN_UP_CLOSED = "sign_up_closed", Forbidden, "New accounts are made by the operator",
            "Ask the operator, who runs `atelier user add`.";
        SOLE_OWNER = "sole_owner", Conflict, "An organisation with other members would have no owner",
            "Make another member an owner, or remove the other members.";
        TENANT_NOT_FOUND = "tenant_not_found", NotFound, "There is no such tenant, or you don't belong to it",
            "Choose one of your tenants.";
        TOO_MANY_ATTEMPTS = "too_many_attempts", Limited, "Too many failed attempts",
            "Wait as long as `retry-after` says.";
        TWO_STEP_OFF = "two_step_off", Conflict, "Two-step sign-in is not set up",
            "Set it up under Security first.";
        TWO_STEP_ON = "two_step_on", Conflict, "Two-step sign-in is on already",
            "Turn it off first to set up another app.";
        UNKNOWN_KEY = "unknown_api_key", Unauthenticated, "The API key is not valid",
            "It may have expired or been revoked; make a new one.";
        USER_NOT_FOUND = "user_not_found", NotFound, "There is no such user",
            "Check the email or username; they must sign up first.";
        USERNAME_TAKEN = "username_taken", Conflict, "The username is taken",
            "Choose another one.";
        WEAK_PASSWORD = "weak_password", Invalid, "The password is too easy to guess",
            "Use 10 characters or more, not your name or email.";
        WRONG_CODE = "wrong_code", Unauthenticated, "The code is wrong or was used",
            "Wait for the next code of your app, and check the clock of its device.";
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
    #[error("emails of this domain may not sign in here")]
    DomainNotAllowed,
    #[error("the issuer does not vouch for the email")]
    EmailNotVerified,
    #[error("there is no such issuer")]
    IssuerNotFound,
    #[error("the issuer's answer is refused")]
    IssuerRefused(#[source] crate::oidc::Refusal),
    #[error("the issuer can't be reached: {0}")]
    IssuerUnreachable(String),
    #[error("the link was used or has expired")]
    LinkExpired,
    #[error("the mail could not be sent: {0}")]
    Mail(String),
    #[error("this server sends no mail")]
    MailOff,
    #[error("the last owner must stay")]
    LastOwner,
    #[error("the user is not a member")]
    MemberNotFound,
    #[error("a personal tenant has no other members")]
    PersonalTenant,
    #[error("the sign-in is too long ago for this")]
    ProofNeeded,
    #[error("a key can't have a higher role than its maker")]
    RoleTooHigh,
    #[error("the session has ended")]
    SessionExpired,
    #[error("an API key can't do this")]
    SessionNeeded,
    #[error("new accounts are made by the operator")]
    SignUpClosed,
    #[error("these would have no owner: {organisations}")]
    SoleOwner { organisations: String },
    #[error("there is no such tenant, or you don't belong to it")]
    TenantNotFound,
    #[error("too many failed attempts, wait {} seconds", wait.as_millis().div_ceil(1_000))]
    TooManyAttempts { wait: Duration },
    #[error("two-step sign-in is not set up")]
    TwoStepOff,
    #[error("two-step sign-in is on already")]
    TwoStepOn,
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
    #[error("the code is wrong or was used")]
    WrongCode,
    #[error("the login or the password is wrong")]
    WrongCredentials,
    #[error("{0}")]
    Invalid(#[from] InvalidInput),
    #[error("the password could not be hashed: {0}")]
    Hashing(String),
    #[error("{0}")]
    Secrets(#[from] atelier_secrets::Error),
    #[error("the account store failed")]
    Store(#[from] atelier_tables::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::AlreadyMember => codes::ALREADY_MEMBER,
            Self::ApiKeyNotFound => codes::API_KEY_NOT_FOUND,
            Self::EmailTaken => codes::EMAIL_TAKEN,
            Self::DomainNotAllowed => codes::DOMAIN_NOT_ALLOWED,
            Self::EmailNotVerified => codes::EMAIL_NOT_VERIFIED,
            Self::IssuerNotFound => codes::ISSUER_NOT_FOUND,
            Self::IssuerRefused(_) => codes::ISSUER_REFUSED,
            Self::IssuerUnreachable(_) => codes::ISSUER_UNREACHABLE,
            Self::LinkExpired => codes::LINK_EXPIRED,
            Self::Mail(_) => codes::MAIL_FAILED,
            Self::MailOff => codes::MAIL_OFF,
            Self::LastOwner => codes::LAST_OWNER,
            Self::MemberNotFound => codes::MEMBER_NOT_FOUND,
            Self::PersonalTenant => codes::PERSONAL_TENANT,
            Self::ProofNeeded => codes::PROOF_NEEDED,
            Self::RoleTooHigh => codes::ROLE_TOO_HIGH,
            Self::SessionExpired => codes::SESSION_EXPIRED,
            Self::SessionNeeded => codes::SESSION_NEEDED,
            Self::SignUpClosed => codes::SIGN_UP_CLOSED,
            Self::SoleOwner { .. } => codes::SOLE_OWNER,
            Self::TenantNotFound => codes::TENANT_NOT_FOUND,
            Self::TooManyAttempts { .. } => codes::TOO_MANY_ATTEMPTS,
            Self::TwoStepOff => codes::TWO_STEP_OFF,
            Self::TwoStepOn => codes::TWO_STEP_ON,
            Self::Unauthenticated => atelier_api::codes::UNAUTHENTICATED,
            Self::UnknownApiKey => codes::UNKNOWN_KEY,
            Self::UserNotFound => codes::USER_NOT_FOUND,
            Self::UsernameTaken => codes::USERNAME_TAKEN,
            Self::WeakPassword { .. } => codes::WEAK_PASSWORD,
            Self::WrongCode => codes::WRONG_CODE,
            Self::WrongCredentials => codes::WRONG_CREDENTIALS,
            Self::Invalid(faults) => faults.code(),
            Self::Hashing(_) => atelier_api::codes::INTERNAL,
            Self::Secrets(error) => error.code(),
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
