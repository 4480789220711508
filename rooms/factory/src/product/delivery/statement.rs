//! What is stated about a file that was made here, and signed: content credentials of our own.

use atelier_base::{Scope, Timestamp};
use atelier_credentials::{Claim, Error as Refusal, Signer, Source};
use atelier_media::content_credentials;
use bytes::Bytes;
use uuid::{Builder, Uuid};

use super::super::{Product, file_name};
use crate::{Error, State};

/// The one provider that has learnt nothing: it draws by rules.
const RULES: &str = "studio";

/// All that is needed to sign one file.
pub(super) struct Statement {
    signer: Signer,
    now: Timestamp,
    id: Uuid,
    title: String,
    provider: String,
    model: String,
    prompt: Option<String>,
    made_at: Timestamp,
}

impl Statement {
    /// The statement about a product: that it was made here, as the records of the work tell. None where nothing is
    /// signed, and for what somebody brought along: who made that is not ours to state.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) async fn of(state: &State, scope: Scope, product: &Product) -> Result<Option<Self>, Error> {
        let Some(signer) = state.signer.clone() else { return Ok(None) };
        let made = product.siblings.provenance(state, scope, product.id).await?;
        // The same file may have been made again; it was created the first time.
        let Some(made) = made.into_iter().next() else { return Ok(None) };
        // Of a file that was brought along before it was made here, the words are somebody else's.
        let is_ours = product.provider.as_ref() == Some(&made.provider) && !product.prompt.is_empty();
        Ok(Some(Self {
            signer,
            now: state.clock.now(),
            id: Builder::from_random_bytes(state.randomness.bytes()).into_uuid(),
            title: file_name(product),
            provider: made.provider,
            model: made.model,
            prompt: is_ours.then(|| product.prompt.clone()),
            made_at: made.created_at,
        }))
    }

    /// The file with the statement in it. One that takes none is given as it is, and so is every one once the
    /// certificate has run out: nobody shall wait for their picture for that.
    pub(super) fn sign(&self, bytes: Bytes) -> Bytes {
        if content_credentials(&bytes) {
            return bytes;
        }
        match self.signer.sign(&bytes, &self.claim(), self.now) {
            Ok(signed) => signed.into(),
            Err(Refusal::File(error)) => {
                tracing::debug!(%error, "a product is given away without content credentials");
                bytes
            }
            Err(error) => {
                tracing::warn!(%error, "products are given away without content credentials");
                bytes
            }
        }
    }

    fn claim(&self) -> Claim<'_> {
        Claim {
            id: self.id,
            title: &self.title,
            source: if self.provider == RULES { Source::Algorithm } else { Source::TrainedModel },
            provider: &self.provider,
            model: Some(&self.model),
            prompt: self.prompt.as_deref(),
            made_at: self.made_at,
        }
    }
}
