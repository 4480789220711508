//! What is stated about a file.

use atelier_base::Timestamp;
use uuid::Uuid;

/// How a file came to be, in the words of the press (IPTC's digital source types), which C2PA uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// By a model that learnt from works of others.
    TrainedModel,
    /// By a program alone, without anything learnt.
    Algorithm,
}

impl Source {
    /// The word's address.
    pub(crate) const fn address(self) -> &'static str {
        match self {
            Self::TrainedModel => "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
            Self::Algorithm => "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        }
    }
}

/// A statement: this file was created so, then, by that.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// A fresh random one for each file that is signed; it names the manifest.
    pub id: Uuid,
    /// What the file is called.
    pub title: &'a str,
    /// How it came to be.
    pub source: Source,
    /// Who made it, such as `replicate`.
    pub provider: &'a str,
    /// With what, such as `black-forest-labs/flux-schnell`.
    pub model: Option<&'a str>,
    /// What was asked for; none where that stays private.
    pub prompt: Option<&'a str>,
    /// When it was made.
    pub made_at: Timestamp,
}
