//! Why a file could not be signed, or nothing can be.

use atelier_base::{Code, Coded};

/// Codes of content credentials.
pub mod codes {
    atelier_base::codes! {
        CREDENTIALS_CERTIFICATE_UNFIT = "credentials_certificate_unfit", Unavailable, "The certificate can't vouch for pictures",
            "Look at `credentials.certificates`: docs/guides/factory.md says what the certificate must have, and how to make one.";
        CREDENTIALS_CERTIFICATE_EXPIRED = "credentials_certificate_expired", Unavailable, "The certificate is out of date",
            "Put a valid certificate where `credentials.certificates` points, with its key, and start the server again.";
        CREDENTIALS_KEY_UNFIT = "credentials_key_unfit", Unavailable, "The key can't sign pictures",
            "Look at `credentials.key`: it is the private key of the first certificate, Ed25519 or P-256, as PKCS#8 in PEM.";
    }
}

/// A file that was not signed. No variant carries a part of the key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The certificates can't be read, or checkers would refuse what is signed with them.
    #[error("the certificates can't vouch for pictures: {0}")]
    Certificates(String),
    /// It is before or after the time of one of the certificates.
    #[error("a certificate is {0}")]
    OutOfDate(&'static str),
    /// The key can't be read, or is not the certificate's.
    #[error("the key can't sign pictures: {0}")]
    Key(String),
    /// The file takes no credentials.
    #[error(transparent)]
    File(#[from] atelier_media::Error),
}

impl Coded for Error {
    fn code(&self) -> Code {
        match self {
            Self::Certificates(_) => codes::CREDENTIALS_CERTIFICATE_UNFIT,
            Self::OutOfDate(_) => codes::CREDENTIALS_CERTIFICATE_EXPIRED,
            Self::Key(_) => codes::CREDENTIALS_KEY_UNFIT,
            Self::File(error) => error.code(),
        }
    }
}
