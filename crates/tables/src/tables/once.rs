//! Transactions that are carried out once, however often they are asked for.

use atelier_base::Scope;

use super::{Tables, check_count};
use crate::change::TOKENS;
use crate::embedded::mark;
use crate::{Cond, Error, Item, Value, Write};

/// Seconds for which a token is remembered, as DynamoDB does.
const REMEMBERED: i64 = 600;
/// The longest token, in bytes, as DynamoDB has it.
const LONGEST: usize = 36;

impl Tables {
    /// All of the writes, or none, and only once for the token within ten minutes of the scope's tenant.
    /// A repetition changes nothing and succeeds.
    ///
    /// # Errors
    /// Those of [`Tables::transact`]; [`Error::TokenReused`] when the token was used with other writes.
    pub async fn transact_once(&self, scope: Scope, token: &str, writes: Vec<Write>) -> Result<(), Error> {
        check_count(&writes, Write::MAX)?;
        if token.is_empty() || LONGEST < token.len() {
            let reason = format!("an idempotency token has 1 to {LONGEST} bytes");
            return Err(Error::InvalidWrite { table: TOKENS.name, reason });
        }
        let digest = format!("{writes:?}");
        let digest = u64::from_be_bytes(mark(&[digest.as_bytes()]));
        let owner = scope.tenant_id().map(|tenant| tenant.to_string()).unwrap_or_default();
        let expires_at = self.now().as_seconds() + REMEMBERED;
        let item = Item::from([
            ("token".to_owned(), Value::from(format!("{owner}#{token}"))),
            ("digest".to_owned(), digest.into()),
            ("expires_at".to_owned(), expires_at.into()),
        ]);
        // First, so that a repetition is noticed before a condition of its writes fails.
        let token = Write::put(&TOKENS, item).when(Cond::missing("token"));
        let all = std::iter::once(token).chain(writes).collect();
        match self.carry_out(scope, all).await {
            Ok(_) => Ok(()),
            Err(Error::ConditionFailed { position: 0, current, .. }) => {
                let known = current.and_then(|item| item.get("digest")?.as_u64());
                if known == Some(digest) { Ok(()) } else { Err(Error::TokenReused) }
            }
            Err(error) => Err(without_token(error)),
        }
    }
}

/// Positions are counted without the token's write.
fn without_token(error: Error) -> Error {
    match error {
        Error::ConditionFailed { table, position, current } => {
            Error::ConditionFailed { table, position: position.saturating_sub(1), current }
        }
        Error::VersionConflict { table, position, expected, current } => {
            Error::VersionConflict { table, position: position.saturating_sub(1), expected, current }
        }
        other => other,
    }
}
