//! Where each value of the configuration comes from.

use std::fmt;

use figment::Figment;
use figment::value::{Dict, Value};
use serde::Serialize;

use super::Config;
use crate::Error;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// `atelier.default.toml`.
    Default,
    /// A configuration file.
    File(String),
    /// An environment variable.
    Environment,
    /// A flag of the command.
    Flag,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => f.write_str(path),
            Self::Environment => f.write_str("environment"),
            Self::Flag => f.write_str("flag"),
        }
    }
}

/// One effective value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// `section.key`.
    pub key: String,
    /// The value as text; secrets are masked.
    pub value: String,
    /// Where it comes from.
    pub source: Source,
}

/// Keys whose values are never shown.
const SECRETS: &[&str] = &[
    "blobs.secret_access_key",
    "dynamodb_api.secret_access_key",
    "intelligence.extract_key",
    "intelligence.transcribe_key",
    "intelligence.transcribe_secret_access_key",
    "mail.smtp_url",
    "metrics.token",
    "secrets.kms_secret_access_key",
    "tables.dynamodb.secret_access_key",
];
/// The same for keys below a name that the operator chose.
const SECRET_ENDS: &[&str] = &[".client_secret"];

pub(super) fn settings(figment: &Figment, config: &Config) -> Result<Vec<Setting>, Error> {
    let value = Value::serialize(config).map_err(|error| Error::Config(error.to_string()))?;
    let sections: Dict = value.into_dict().unwrap_or_default();
    let mut settings = Vec::new();
    for (section, value) in sections {
        list(figment, &section, value, &mut settings);
    }
    Ok(settings)
}

fn list(figment: &Figment, key: &str, value: Value, settings: &mut Vec<Setting>) {
    if let Value::Dict(_, entries) = value {
        for (name, value) in entries {
            list(figment, &format!("{key}.{name}"), value, settings);
        }
        return;
    }
    let shown = text(&value);
    let secret = SECRETS.contains(&key) || SECRET_ENDS.iter().any(|end| key.ends_with(end));
    let value = if secret && !shown.is_empty() { "***".into() } else { shown };
    settings.push(Setting { key: key.to_owned(), value, source: source(figment, key) });
}

fn text(value: &Value) -> String {
    match value {
        Value::String(_, text) => text.clone(),
        Value::Bool(_, flag) => flag.to_string(),
        Value::Num(_, number) => number
            .to_u128()
            .map(|number| number.to_string())
            .or_else(|| number.to_i128().map(|number| number.to_string()))
            .unwrap_or_default(),
        Value::Array(_, entries) => entries.iter().map(text).collect::<Vec<_>>().join(", "),
        other => format!("{other:?}"),
    }
}

fn source(figment: &Figment, key: &str) -> Source {
    let Some(metadata) = figment.find_metadata(key) else { return Source::Default };
    match &metadata.source {
        Some(figment::Source::File(path)) => Source::File(path.display().to_string()),
        _ if metadata.name.contains("environment") => Source::Environment,
        _ if metadata.name.contains("TOML") => Source::Default,
        _ => Source::Flag,
    }
}
