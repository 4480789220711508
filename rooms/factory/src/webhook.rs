//! News that providers send: that something is done, so that it is asked after at once and not only now and then.
//!
//! `secret` has what news are known by, `hear` takes them in. They are believed only so far: what became of an item is
//! asked of its provider. Whoever sends the same twice, of something that has ended, or of what is not the tenant's,
//! changes nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atelier_providers::webhook::{FalKeys, Scheme, is_reachable};
use atelier_providers::{Http, Provider as Adapter};

use crate::State;
use crate::connection::kind_of;
use crate::item::Claimed;
use crate::provider::Provider;

mod hear;
mod secret;

pub use self::hear::{Message, hear};
pub(crate) use self::secret::{Setbacks, renew};

/// Below the address of the server; a tenant and a provider follow.
const PATH: &str = "/api/v1/factory/webhooks";

/// Where providers send news to.
#[derive(Clone, Debug)]
pub struct Webhooks {
    /// The address of the server as the internet knows it, without a slash at its end.
    pub address: String,
    /// How long to wait before an item is asked after whose provider was told where to send news; it doubles each time.
    pub shortest_wait: Duration,
    /// The longest that wait becomes: news may be lost on their way.
    pub longest_wait: Duration,
}

impl Webhooks {
    /// At the server's public address, unless that is one that the internet can't know.
    pub fn at(address: &str) -> Option<Self> {
        is_reachable(address).then(|| Self {
            address: address.trim_end_matches('/').to_owned(),
            shortest_wait: Duration::from_secs(5),
            longest_wait: Duration::from_mins(1),
        })
    }
}

/// Whether a provider is told where to send news; none for one that sends none.
pub(crate) fn is_told(state: &State, provider: &Provider) -> Option<bool> {
    let kind = kind_of(&provider.id, &provider.settings);
    Scheme::of(&kind).map(|_| state.webhooks.is_some())
}

/// The address for the news of an item; none where its provider sends none, or none that could be believed.
pub(crate) async fn address(state: &State, item: &Claimed, kind: &str, provider: &Adapter) -> Option<String> {
    let (webhooks, scheme) = (state.webhooks.as_ref()?, Scheme::of(kind)?);
    let address = format!("{}{PATH}/{}/{}", webhooks.address, item.scope.tenant_id()?, item.provider);
    if scheme == Scheme::Published {
        return Some(address);
    }
    let secret = secret::ready(state, item.scope, (item.provider.as_str(), scheme), provider).await;
    let secret = secret.inspect_err(|error| {
        tracing::warn!(provider = item.provider, %error, "a provider sends no news: it is asked instead");
    });
    let secret = secret.ok()??;
    Some(match scheme {
        Scheme::Token => format!("{address}?item={}&token={}", item.id, secret.token(&item.id.to_string())),
        Scheme::Standard | Scheme::Published => address,
    })
}

/// More published sets of keys are not kept at a time.
const MOST_SETS: usize = 100;

/// The keys that fal publishes, by the address that they are at.
#[derive(Clone, Debug, Default)]
pub(crate) struct FalKeyring(Arc<Mutex<BTreeMap<String, Arc<FalKeys>>>>);

impl FalKeyring {
    /// Those at that address, or at fal's own.
    fn at(&self, http: &Http, url: Option<&str>) -> Arc<FalKeys> {
        let mut sets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if MOST_SETS <= sets.len() {
            sets.clear();
        }
        let new = || Arc::new(FalKeys::new(http.clone(), url.map(str::to_owned)));
        sets.entry(url.unwrap_or_default().to_owned()).or_insert_with(new).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_come_to_public_addresses_only() {
        let at = |address| Webhooks::at(address).map(|webhooks| webhooks.address);
        assert_eq!(at("https://studio.example.org/"), Some("https://studio.example.org".to_owned()));
        assert_eq!(at("http://127.0.0.1:8080"), None);
    }
}
