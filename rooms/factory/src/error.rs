//! What can go wrong in the factory.

use atelier_base::{Code, Coded, FieldError, InvalidInput, Kind};

/// Codes of the factory.
pub mod codes {
    atelier_base::codes! {
        BUDGET_EXCEEDED = "budget_exceeded", Conflict, "The order would cost more than may be spent",
            "Order fewer images, or raise the budget.";
        CHANGED_MEANWHILE = "changed_meanwhile", Conflict, "Somebody else changed it first",
            "Read it again, and make the change once more.";
        FACTORY_FAILED = "factory_failed", Internal, "Something went wrong in the factory",
            "A fault of the server: report it with the request id.";
        FACTORY_NOT_FOUND = "factory_not_found", NotFound, "There is no such thing in the factory",
            "It may have been deleted, or it belongs to a tenant you are not in.";
        NAME_TAKEN = "name_taken", Conflict, "There is one of that name already",
            "Choose another name, or change the one that is there.";
        OF_THE_HOUSE = "of_the_house", Conflict, "It came with the house, and can't be deleted",
            "Change its values instead, or make one of another name.";
        ORDER_ENDED = "order_ended", Conflict, "The order has ended",
            "Order it again, or retry its failed items.";
        PROVIDER_DISABLED = "provider_disabled", Conflict, "The provider is switched off",
            "Switch it on under Providers, and store its key if it needs one.";
    }
}

/// A failed operation on the factory.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the catalogue of codes describes each")]
pub enum Error {
    #[error("there is no {noun} {id}")]
    NotFound { noun: &'static str, id: String },
    #[error("the {noun} {name} was changed meanwhile")]
    Stale { noun: &'static str, name: String },
    #[error("there is a {noun} called {name} already")]
    NameTaken { noun: &'static str, name: String },
    #[error("{0}")]
    BudgetExceeded(String),
    #[error("{}", sentence(fields))]
    Expansion { code: Code, fields: Vec<FieldError> },
    #[error("{0} came with the house")]
    OfTheHouse(String),
    #[error("the order has ended")]
    OrderEnded,
    #[error("{0} is switched off")]
    ProviderDisabled(String),
    #[error("{0}")]
    Invalid(#[from] InvalidInput),
    #[error("{0}")]
    Project(#[from] atelier_projects::Error),
    #[error("{0}")]
    Provider(#[from] atelier_providers::Error),
    #[error("{0}")]
    Webhook(#[from] atelier_providers::webhook::Refused),
    #[error("the factory's store failed")]
    Store(#[from] atelier_sql::Error),
    #[error("the audit trail failed")]
    Trail(#[from] atelier_tables::Error),
    #[error("the factory's files failed")]
    Blobs(#[from] atelier_blobs::Error),
    #[error("the keys could not be opened")]
    Secrets(#[from] atelier_secrets::Error),
    #[error("{0}")]
    Media(#[from] atelier_media::Error),
    #[error("something went wrong: {0}")]
    Unexpected(String),
}

impl Error {
    /// Whether a store is full, busy or away: later it may take the same.
    pub(crate) fn is_of_a_moment(&self) -> bool {
        let is_of_a_store = matches!(self, Self::Store(_) | Self::Blobs(_) | Self::Trail(_));
        is_of_a_store && self.code().kind == Kind::Unavailable
    }

    /// There is no such thing.
    #[expect(clippy::needless_pass_by_value, reason = "ids are copied")]
    pub(crate) fn missing(noun: &'static str, id: impl ToString) -> Self {
        Self::NotFound { noun, id: id.to_string() }
    }
}

/// What is wrong, one after the other.
fn sentence(fields: &[FieldError]) -> String {
    fields.iter().map(|field| field.message.as_str()).collect::<Vec<_>>().join("; ")
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::NotFound { .. } => codes::FACTORY_NOT_FOUND,
            Self::Stale { .. } => codes::CHANGED_MEANWHILE,
            Self::NameTaken { .. } => codes::NAME_TAKEN,
            Self::BudgetExceeded(_) => codes::BUDGET_EXCEEDED,
            Self::Expansion { code, .. } => *code,
            Self::OfTheHouse(_) => codes::OF_THE_HOUSE,
            Self::OrderEnded => codes::ORDER_ENDED,
            Self::ProviderDisabled(_) => codes::PROVIDER_DISABLED,
            Self::Invalid(faults) => faults.code(),
            Self::Project(error) => error.code(),
            Self::Provider(error) => error.code(),
            Self::Webhook(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Trail(error) => error.code(),
            Self::Blobs(error) => error.code(),
            Self::Secrets(error) => error.code(),
            Self::Media(error) => error.code(),
            Self::Unexpected(_) => codes::FACTORY_FAILED,
        }
    }

    fn fields(&self) -> Vec<FieldError> {
        match self {
            Self::Expansion { fields, .. } => fields.clone(),
            Self::Invalid(faults) => faults.fields(),
            Self::Project(error) => error.fields(),
            Self::Provider(error) => error.fields(),
            _ => Vec::new(),
        }
    }
}
