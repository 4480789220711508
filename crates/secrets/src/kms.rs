//! AWS KMS: a master key that never leaves its service. Three calls, signed with Signature Version 4.
//!
//! Called at the start of the server and by rotation only; fields are sealed without it.

use std::time::{Duration, SystemTime};

use atelier_base::Timestamp;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::cipher::CipherKey;
use crate::{Error, Secret};

/// How to reach a key of AWS KMS.
#[derive(Clone, Debug)]
pub struct KmsOptions {
    /// The id, the ARN or the alias of the key.
    pub key: String,
    /// The region that it lives in.
    pub region: String,
    /// Another address than the region's own; empty for that.
    pub endpoint: String,
    /// Who signs.
    pub access_key_id: String,
    /// With what.
    pub secret_access_key: Secret,
}

/// A key of the service, and the moment that requests are signed for.
pub(crate) struct Kms<'a> {
    options: &'a KmsOptions,
    now: Timestamp,
}

impl<'a> Kms<'a> {
    /// How the names of its keys begin among those of master keys.
    pub(crate) const PREFIX: &'static str = "kms:";

    pub(crate) fn new(options: &'a KmsOptions, now: Timestamp) -> Self {
        Self { options, now }
    }

    /// The name of the key among master keys.
    pub(crate) fn master(&self) -> String {
        format!("{}{}", Self::PREFIX, self.options.key)
    }

    /// A new data key, and the same wrapped.
    pub(crate) fn generate(&self, id: &str) -> Result<(CipherKey, String), Error> {
        let body = json!({"KeyId": self.options.key, "KeySpec": "AES_256", "EncryptionContext": context(id)});
        let answer = self.call("GenerateDataKey", &body)?;
        Ok((key_of(&answer)?, text_of(&answer, "CiphertextBlob")?.to_owned()))
    }

    /// A data key of ours, wrapped.
    pub(crate) fn wrap(&self, id: &str, key: &CipherKey) -> Result<String, Error> {
        let plain = Zeroizing::new(STANDARD.encode(key.bytes()));
        let body = json!({"KeyId": self.options.key, "Plaintext": *plain, "EncryptionContext": context(id)});
        Ok(text_of(&self.call("Encrypt", &body)?, "CiphertextBlob")?.to_owned())
    }

    /// A wrapped data key, opened. The service finds the master key in what is wrapped, so that fields stay
    /// readable while a rotation moves to another one.
    pub(crate) fn unwrap(&self, id: &str, wrapped: &str) -> Result<CipherKey, Error> {
        let body = json!({"CiphertextBlob": wrapped, "EncryptionContext": context(id)});
        key_of(&self.call("Decrypt", &body)?)
    }

    /// On a thread of its own: the caller's may be one of an asynchronous runtime, which a client that
    /// waits does not get along with.
    fn call(&self, action: &str, body: &Value) -> Result<Value, Error> {
        std::thread::scope(|scope| scope.spawn(|| self.call_here(action, body)).join())
            .map_err(|_| Error::Kms("the call did not end".into()))?
    }

    fn call_here(&self, action: &str, body: &Value) -> Result<Value, Error> {
        let body = Zeroizing::new(body.to_string());
        let address = self.address();
        let target = format!("TrentService.{action}");
        let headers = [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", target.as_str())];
        // Whoever was first in this process has chosen; it is the only provider that is built in.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::blocking::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| Error::Kms(error.to_string()))?;
        let mut request = client.post(&address).body(body.as_bytes().to_vec());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        for (name, value) in self.signature(&address, &headers, body.as_bytes())? {
            request = request.header(name, value);
        }
        let answer = request.send().map_err(|error| Error::Kms(error.to_string()))?;
        let status = answer.status();
        let text = answer.text().map(Zeroizing::new).map_err(|error| Error::Kms(error.to_string()))?;
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        if status.is_success() {
            return Ok(value);
        }
        // The name of the error only: its words are the service's own.
        let name = value["__type"].as_str().unwrap_or_default().rsplit('#').next().unwrap_or_default();
        Err(Error::Kms(format!("{action}: {status} {name}")))
    }

    fn address(&self) -> String {
        match self.options.endpoint.as_str() {
            "" => format!("https://kms.{}.amazonaws.com/", self.options.region),
            endpoint => format!("{}/", endpoint.trim_end_matches('/')),
        }
    }

    /// The headers that sign the request.
    fn signature(
        &self,
        address: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Vec<(String, String)>, Error> {
        let fault = |error: &dyn std::fmt::Display| Error::Kms(error.to_string());
        let options = self.options;
        let secret = options.secret_access_key.expose();
        let identity =
            Credentials::new(options.access_key_id.as_str(), secret, None, None, "configuration").into();
        let millis = u64::try_from(self.now.as_millis()).unwrap_or(0);
        let parameters = SigningParams::builder()
            .identity(&identity)
            .region(&options.region)
            .name("kms")
            .time(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
            .settings(SigningSettings::default())
            .build()
            .map_err(|error| fault(&error))?
            .into();
        let request =
            SignableRequest::new("POST", address, headers.iter().copied(), SignableBody::Bytes(body));
        let signed = sign(request.map_err(|error| fault(&error))?, &parameters);
        let (instructions, _) = signed.map_err(|error| fault(&error))?.into_parts();
        let pair = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Ok(instructions.headers().map(pair).collect())
    }
}

/// Binds a wrapped key to its id; the service writes it to its own log of calls as well.
fn context(id: &str) -> Value {
    json!({"atelier": "data key", "id": id})
}

fn text_of<'a>(answer: &'a Value, field: &str) -> Result<&'a str, Error> {
    answer[field].as_str().ok_or_else(|| Error::Kms(format!("the answer has no {field}")))
}

fn key_of(answer: &Value) -> Result<CipherKey, Error> {
    let bytes = STANDARD.decode(text_of(answer, "Plaintext")?).map(Zeroizing::new);
    let key = bytes.ok().and_then(|bytes| CipherKey::of_bytes(&bytes));
    key.ok_or_else(|| Error::Kms("the answer has no key of 256 bits".into()))
}
