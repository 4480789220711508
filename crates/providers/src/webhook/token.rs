//! News that nobody signs: the address that they come to proves that they are of whom it was given to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac::{self, Tag};

use super::{Refused, Secret, Verified, named};

/// So that a token is never taken for a signature that was made with the same secret.
const CONTEXT: &[u8] = b"atelier-webhook-token-1.";

fn content(item: &str) -> Vec<u8> {
    [CONTEXT, item.as_bytes()].concat()
}

impl Secret {
    /// What the address for news of that item has in it, so that nobody else can guess it.
    pub fn token(&self, item: &str) -> String {
        let tag: Tag = hmac::sign(&self.key(), &content(item));
        URL_SAFE_NO_PAD.encode(tag)
    }
}

/// Checks a message of Civitai, whose body is an event of a workflow, by the token of the address that it came to.
pub fn verify_token(secret: &Secret, item: &str, token: &str, body: &[u8]) -> Result<Verified, Refused> {
    let sent = URL_SAFE_NO_PAD.decode(token).map_err(|_| Refused::Wrong)?;
    // In constant time.
    hmac::verify(&secret.key(), &content(item), &sent).map_err(|_| Refused::Wrong)?;
    // It was asked to tell of ends alone, of which a workflow has one.
    let request_id = named(body, "/workflowId")?;
    Ok(Verified { delivery_id: request_id.clone(), request_id })
}

#[cfg(test)]
mod tests {
    use atelier_base::Randomness;

    use super::*;

    const BODY: &[u8] = br#"{"$type": "workflow", "workflowId": "wf-1", "status": "succeeded"}"#;

    #[test]
    fn a_token_is_of_one_item_and_one_secret() {
        let (secret, other) = (Secret::draw(&Randomness::seeded(1)), Secret::draw(&Randomness::seeded(2)));
        let token = secret.token("item_1");
        let verified = verify_token(&secret, "item_1", &token, BODY).expect("it is right");
        assert_eq!((verified.request_id.as_str(), verified.delivery_id.as_str()), ("wf-1", "wf-1"));
        for (secret, item, token) in [
            (&secret, "item_2", token.as_str()),
            (&other, "item_1", token.as_str()),
            (&secret, "item_1", ""),
            (&secret, "item_1", "!"),
        ] {
            assert_eq!(verify_token(secret, item, token, BODY), Err(Refused::Wrong), "{item} {token}");
        }
    }

    #[test]
    fn a_message_names_its_workflow() {
        let secret = Secret::draw(&Randomness::seeded(1));
        let token = secret.token("item_1");
        for body in [&b"{}"[..], b"nonsense", br#"{"workflowId": ""}"#] {
            assert_eq!(verify_token(&secret, "item_1", &token, body), Err(Refused::Nameless));
        }
    }
}
