//! What is sent and what comes back: Bedrock's Converse, with Signature Version 4 where an access key signs.

use std::time::{Duration, SystemTime};

use atelier_base::Timestamp;
use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::json;

use super::{BedrockCredentials, BedrockSettings};
use crate::speech::audio::RATE;
use crate::speech::error::Error;
use crate::speech::pieces::Speech;

pub(super) const JSON: &str = "application/json";
/// What to do, in the user's own words: such models take no other instructions beside a sound.
const TASK: &str = "Transcribe this recording word for word, in the language that is spoken. Answer with the words that \
    are said and nothing else. If nobody speaks, answer with nothing.";
/// Characters of terms to expect.
const PROMPT: usize = 800;
/// Tokens for a second of speech: nobody speaks so fast, and a model that goes round in circles ends there.
const TOKENS: usize = 8;
/// A path leaves these as they are; an ARN has others.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(super) fn address(settings: &BedrockSettings) -> String {
    let model = utf8_percent_encode(&settings.model, SEGMENT);
    format!("{}/model/{model}/converse", settings.base.trim_end_matches('/'))
}

pub(super) fn body(speech: &Speech, vocabulary: &[String]) -> String {
    let mut task = TASK.to_owned();
    let mut terms = String::new();
    for term in vocabulary.iter().take_while(|term| terms.len() + term.len() < PROMPT).collect::<Vec<_>>() {
        terms.push_str(if terms.is_empty() { "" } else { ", " });
        terms.push_str(term);
    }
    if !terms.is_empty() {
        task = format!("{task} These names and terms may occur: {terms}.");
    }
    let audio = json!({"format": "wav", "source": {"bytes": STANDARD.encode(wav(&speech.samples))}});
    let seconds = speech.samples.len() / RATE as usize + 1;
    json!({
        "messages": [{"role": "user", "content": [{"audio": audio}, {"text": task}]}],
        "inferenceConfig": {"maxTokens": seconds * TOKENS + 32, "temperature": 0},
    })
    .to_string()
}

/// A file of 16 bits, one channel.
fn wav(samples: &[f32]) -> Vec<u8> {
    let size = u32::try_from(2 * samples.len()).unwrap_or(u32::MAX);
    let mut file = Vec::with_capacity(44 + 2 * samples.len());
    file.extend(b"RIFF");
    file.extend(size.saturating_add(36).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(RATE.to_le_bytes());
    file.extend((2 * RATE).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend(size.to_le_bytes());
    #[expect(clippy::cast_possible_truncation, reason = "within sixteen bits")]
    file.extend(
        samples.iter().flat_map(|sample| ((sample.clamp(-1.0, 1.0) * 32_767.0) as i16).to_le_bytes()),
    );
    file
}

/// The headers that sign a request.
pub(super) fn signature(
    settings: &BedrockSettings,
    now: Timestamp,
    address: &str,
    body: &str,
) -> Result<Vec<(String, String)>, Error> {
    let BedrockCredentials::Signed { access_key_id, secret_access_key } = &settings.credentials else {
        return Ok(Vec::new());
    };
    let fault =
        |error: &dyn std::fmt::Display| Error::Remote(format!("the request can't be signed: {error}"));
    let identity =
        Credentials::new(access_key_id.as_str(), secret_access_key.as_str(), None, None, "configuration")
            .into();
    let millis = u64::try_from(now.as_millis()).unwrap_or(0);
    let parameters = SigningParams::builder()
        .identity(&identity)
        .region(&settings.region)
        .name("bedrock")
        .time(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
        .settings(SigningSettings::default())
        .build()
        .map_err(|error| fault(&error))?
        .into();
    let headers = [("content-type", JSON)];
    let request =
        SignableRequest::new("POST", address, headers.into_iter(), SignableBody::Bytes(body.as_bytes()));
    let signed = sign(request.map_err(|error| fault(&error))?, &parameters);
    let (instructions, _) = signed.map_err(|error| fault(&error))?.into_parts();
    Ok(instructions.headers().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

#[derive(Deserialize)]
struct Answer {
    output: Output,
}

#[derive(Deserialize)]
struct Output {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    content: Vec<Block>,
}

/// Blocks of other kinds say nothing here.
#[derive(Deserialize)]
struct Block {
    #[serde(default)]
    text: String,
}

/// The words of an answer.
pub(super) fn words(body: &[u8]) -> Result<String, Error> {
    let answer: Answer = serde_json::from_slice(body)
        .map_err(|error| Error::Remote(format!("its answer is no message: {error}")))?;
    Ok(answer.output.message.content.into_iter().map(|block| block.text).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_is_one_part_of_the_path() {
        let settings = BedrockSettings {
            base: "https://bedrock-runtime.eu-west-1.amazonaws.com/".into(),
            region: "eu-west-1".into(),
            model: "arn:aws:bedrock:eu-west-1:1:inference-profile/mistral.voxtral-mini-3b-2507".into(),
            credentials: BedrockCredentials::ApiKey(String::new()),
            timeout: Duration::from_secs(1),
        };
        let wanted = "https://bedrock-runtime.eu-west-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A1%3A\
            inference-profile%2Fmistral.voxtral-mini-3b-2507/converse";
        assert_eq!(address(&settings), wanted);
    }

    #[test]
    fn an_answer_may_come_in_blocks_and_without_words() {
        let body =
            br#"{"output":{"message":{"role":"assistant","content":[{"text":"Two "},{"text":"coats."}]}}}"#;
        assert_eq!(words(body).unwrap(), "Two coats.");
        assert_eq!(words(br#"{"output":{"message":{"content":[]}}}"#).unwrap(), "");
        assert!(matches!(words(b"<html>"), Err(Error::Remote(_))));
    }
}
