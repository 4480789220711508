//! What a record may be.

use async_graphql::{InputObject, SimpleObject};
use atelier_base::{InvalidInput, Patch, Timestamp};
use serde::{Deserialize, Serialize};

use super::{ArtRecord, ArtRecordPatch};
use crate::Error;
use crate::field::{self, CustomField};

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "BudgetInput")]
pub struct Budget {
    /// A decimal number that is not negative: up to 15 digits, and up to 4 behind a point.
    pub amount: String,
    /// Three capital letters of ISO 4217: EUR.
    pub currency: String,
}

impl Budget {
    fn note(&self, path: &str, faults: &mut InvalidInput) {
        let (whole, decimals) = self.amount.split_once('.').unwrap_or((&self.amount, "0"));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let decimal = digits(whole, 15) && digits(decimals, 4);
        faults.note(!decimal, &format!("{path}.amount"), "malformed", "is no decimal number such as 1250.50");
        let code = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        faults.note(!code, &format!("{path}.currency"), "malformed", "is no code of ISO 4217 such as EUR");
    }
}

impl ArtRecord {
    /// The record after the patch, or what is wrong with it.
    pub(super) fn patched(
        self,
        patch: ArtRecordPatch,
        library: &[CustomField],
        now: Timestamp,
    ) -> Result<Self, Error> {
        if self.archived_at.is_some() {
            return Err(Error::Archived(self.project_id));
        }
        if let Patch::Value(at) = patch.expires_at {
            let mut faults = InvalidInput::default();
            faults.note(at <= now, "expiresAt", "past", "lies in the past");
            faults.finish()?;
        }
        let text = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Self {
            title: patch.title.or_keep(self.title).trim().to_owned(),
            medium: patch.medium.or_keep(self.medium).trim().to_owned(),
            status: patch.status.or_keep(self.status),
            client: patch.client.apply(self.client).and_then(text),
            deadline: patch.deadline.apply(self.deadline),
            budget: patch.budget.apply(self.budget),
            hourly_rate: patch.hourly_rate.apply(self.hourly_rate),
            custom_fields: field::merged(self.custom_fields, patch.custom_fields, library)?,
            expires_at: match patch.expires_at {
                Patch::Absent => self.expires_at,
                Patch::Null => None,
                Patch::Value(at) => Some(at.as_seconds()),
            },
            updated_at: now,
            ..self
        }
        .checked()
    }

    /// The record if its fields keep to their limits, else every fault at once.
    pub(super) fn checked(self) -> Result<Self, Error> {
        let mut faults = InvalidInput::default();
        faults.note_length("title", &self.title, 1..=200);
        faults.note_length("medium", &self.medium, 0..=80);
        faults.note_length("client", self.client.as_deref().unwrap_or_default(), 0..=200);
        for (path, money) in [("budget", &self.budget), ("hourlyRate", &self.hourly_rate)] {
            if let Some(money) = money {
                money.note(path, &mut faults);
            }
        }
        faults.finish()?;
        Ok(self)
    }
}
