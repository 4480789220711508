//! Addresses that carry their own permission, and bytes that prove what they are.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use atelier_base::{Randomness, Timestamp};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::directory::Place;
use crate::disk::{absent, create_file, make_folder, remove_file, sync_folder};
use crate::staging::check;
use crate::{Error, ObjectKey};

/// What an address allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// To read the object, or only what is known of it.
    #[default]
    Get,
    /// Only what is known of it.
    Head,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
        }
    }
}

/// What a browser does with the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// Shows them.
    Inline,
    /// Saves them under this name.
    Attachment(String),
}

impl Disposition {
    /// The header's value.
    pub fn header(&self) -> String {
        let Self::Attachment(name) = self else { return "inline".into() };
        // RFC 6266: an ASCII name for old programs, and the real one in UTF-8.
        let plain = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '"' | '\\' | '%');
        let ascii: String = name.chars().map(|letter| if plain(letter) { letter } else { '_' }).collect();
        format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", escape(name))
    }
}

/// How to sign an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// What it allows.
    pub method: Method,
    /// How long, a second to seven days.
    pub lifetime: Duration,
    /// What a browser does with the bytes; not said when there is none.
    pub disposition: Option<Disposition>,
}

impl Signing {
    /// An address that reads for so long.
    pub const fn reading(lifetime: Duration) -> Self {
        Self { method: Method::Get, lifetime, disposition: None }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        if !(1..=7 * 24 * 3_600).contains(&self.lifetime.as_secs()) {
            return Err(Error::InvalidMetadata { reason: "an address lives a second to seven days" });
        }
        if let Some(Disposition::Attachment(name)) = &self.disposition
            && (name.is_empty() || 200 < name.len() || name.chars().any(|c| c.is_control() || c == '/'))
        {
            return Err(Error::InvalidMetadata {
                reason: "the name of the file is not 1 to 200 bytes of text",
            });
        }
        Ok(())
    }
}

/// The query of a signed address.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedQuery {
    /// Whose object it is.
    pub tenant: String,
    /// Seconds since 1970.
    pub expires: i64,
    /// The name to save it under.
    #[serde(default)]
    pub filename: Option<String>,
    /// Whether to show it.
    #[serde(default)]
    pub inline: Option<bool>,
    /// What proves the rest.
    pub signature: String,
}

impl SignedQuery {
    /// What a browser is to do with the bytes.
    pub fn disposition(&self) -> Option<Disposition> {
        let name = self.filename.clone().map(Disposition::Attachment);
        name.or(self.inline.filter(|inline| *inline).map(|_| Disposition::Inline))
    }
}

/// The key of signed addresses.
pub(crate) struct Signer([u8; 32]);

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

impl Signer {
    /// The name of the key's file in the data directory.
    const FILE: &'static str = "blobs.key";

    /// Reads the key, or makes one.
    pub(crate) fn open(directory: &Path, randomness: &Randomness) -> Result<Self, Error> {
        use std::os::unix::fs::PermissionsExt as _;
        make_folder(directory)?;
        let path = directory.join(Self::FILE);
        let Some(about) = absent(std::fs::metadata(&path)).map_err(Error::of_file("read", &path))? else {
            let key = randomness.bytes();
            let next = directory.join("blobs.key.next");
            remove_file(&next)?;
            let file = create_file(&next)?;
            std::io::Write::write_all(&mut &file, hex::encode(key).as_bytes())
                .map_err(Error::of_file("write", &next))?;
            file.sync_all().map_err(Error::of_file("write to disk", &next))?;
            std::fs::rename(&next, &path).map_err(Error::of_file("rename", &path))?;
            sync_folder(directory)?;
            return Ok(Self(key));
        };
        if about.permissions().mode() & 0o077 != 0 {
            return Err(Error::KeyExposed { path, reason: "others may read or change it" });
        }
        let text = std::fs::read_to_string(&path).map_err(Error::of_file("read", &path))?;
        let mut key = [0; 32];
        hex::decode_to_slice(text.trim(), &mut key)
            .map_err(|_| Error::KeyExposed { path, reason: "it is not 64 hexadecimal digits" })?;
        Ok(Self(key))
    }

    /// The path and query of an address.
    pub(crate) fn sign(&self, place: &Place, bucket: &str, signing: &Signing, expires: i64) -> String {
        let mut query = SignedQuery {
            tenant: place.tenant.to_string(),
            expires,
            filename: None,
            inline: None,
            signature: String::new(),
        };
        match &signing.disposition {
            Some(Disposition::Attachment(name)) => query.filename = Some(name.clone()),
            Some(Disposition::Inline) => query.inline = Some(true),
            None => {}
        }
        let mac = self.mac(signing.method, bucket, place.key.as_str(), &query).finalize().into_bytes();
        // A key needs no escapes but for these, which mean other things to some programs.
        let key = place.key.as_str().replace('+', "%2B");
        let mut path = format!("/blobs/{bucket}/{key}?tenant={}&expires={expires}", query.tenant);
        if let Some(name) = &query.filename {
            let _ = write!(path, "&filename={}", escape(name));
        }
        if query.inline.is_some() {
            path.push_str("&inline=true");
        }
        let _ = write!(path, "&signature={}", URL_SAFE_NO_PAD.encode(mac));
        path
    }

    /// Whether the address was made with this key, unchanged, and is not over.
    pub(crate) fn verify(
        &self,
        method: Method,
        bucket: &str,
        key: &str,
        query: &SignedQuery,
        now: Timestamp,
    ) -> Result<(), Error> {
        let sent = URL_SAFE_NO_PAD.decode(&query.signature).map_err(|_| Error::SignatureInvalid)?;
        // Who may read may know as well.
        let allowed: &[Method] =
            if method == Method::Head { &[Method::Get, Method::Head] } else { &[method] };
        // The comparison takes the same time wherever they differ.
        let right = |method: &Method| self.mac(*method, bucket, key, query).verify_slice(&sent).is_ok();
        if !allowed.iter().any(right) {
            return Err(Error::SignatureInvalid);
        }
        if query.expires <= now.as_seconds() { Err(Error::SignatureExpired) } else { Ok(()) }
    }

    /// Every part with its length before it, so that no two addresses have the same text.
    fn mac(&self, method: Method, bucket: &str, key: &str, query: &SignedQuery) -> Hmac<Sha256> {
        // HMAC fills a short key up with zeros to a block.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut mac = Hmac::<Sha256>::new(&block.into());
        let expires = query.expires.to_string();
        let inline = query.inline.map_or("", |inline| if inline { "1" } else { "0" });
        let name = query.filename.as_deref();
        let parts = ["atelier-blobs-1", method.name(), bucket, &query.tenant, key, &expires, inline];
        for part in parts.into_iter().chain([if name.is_some() { "1" } else { "" }, name.unwrap_or("")]) {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        mac
    }
}

/// The stream with an error at its end when the bytes are not those of the SHA-256.
pub(crate) fn hashed(
    body: impl Stream<Item = Result<Bytes, Error>> + Send + 'static,
    sha256: String,
    key: ObjectKey,
) -> impl Stream<Item = Result<Bytes, Error>> + Send + 'static {
    let state = Some((Box::pin(body), Sha256::new()));
    futures_util::stream::unfold(state, move |state| {
        let (sha256, key) = (sha256.clone(), key.clone());
        async move {
            let (mut body, mut hasher) = state?;
            match body.next().await {
                Some(Ok(bytes)) => {
                    hasher.update(&bytes);
                    Some((Ok(bytes), Some((body, hasher))))
                }
                Some(Err(error)) => Some((Err(error), None)),
                None => {
                    let differ = check(Some(&sha256), &hex::encode(hasher.finalize())).err()?;
                    let damaged = Error::Corrupt { name: key.to_string(), reason: differ.to_string() };
                    Some((Err(damaged), None))
                }
            }
        }
    })
}

/// Everything but letters, digits and `-_.`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

fn escape(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests;
