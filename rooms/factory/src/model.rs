//! A model as an order sees it: what it takes, and what it costs.

use atelier_base::Scope;
use atelier_sql::{Row, Sql};
use serde_json::Value;

use crate::parameters::Schema;
use crate::{Error, State, connection, defaults};

/// A model of a provider that can be ordered from.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// The provider's id.
    pub(crate) provider: String,
    /// The provider's id of the model.
    pub(crate) id: String,
    pub(crate) family: Option<String>,
    pub(crate) modality: String,
    pub(crate) schema: Schema,
    pub(crate) price: Price,
    /// Seconds an image, where the provider or the house knows.
    pub(crate) seconds: Option<f64>,
    /// How many images its provider makes at once.
    pub(crate) at_once: Option<i64>,
}

/// What an image costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Price {
    /// Millionths of the currency; none when nobody knows.
    pub(crate) per_image_micros: Option<i64>,
    /// Three letters.
    pub(crate) currency: String,
    /// The day the price was read on.
    pub(crate) as_of: Option<String>,
}

impl Price {
    /// Millionths for so many images; none when the price is not known, or has no number.
    pub(crate) fn of(&self, images: u128) -> Option<i64> {
        let each = u128::try_from(self.per_image_micros?).ok()?;
        i64::try_from(each.checked_mul(images)?).ok()
    }

    fn read(pricing: Option<&Value>, is_own_machine: bool) -> Self {
        let text = |name: &str| pricing.and_then(|pricing| pricing[name].as_str()).map(str::to_owned);
        let stated =
            pricing.and_then(|pricing| pricing["per_image_micros"].as_i64()).filter(|micros| 0 <= *micros);
        // What runs on the owner's machines asks for nothing.
        let free = is_own_machine.then_some(0);
        let currency = text("currency").filter(|currency| currency.len() == 3);
        Self {
            per_image_micros: stated.or(free),
            currency: currency.unwrap_or_else(|| "USD".to_owned()),
            as_of: text("as_of"),
        }
    }
}

/// The model of that provider. A tenant who comes for the first time is furnished with what the house has.
///
/// # Errors
/// [`Error::NotFound`], [`Error::ProviderDisabled`], and those of the store.
pub(crate) async fn find(state: &State, scope: Scope, provider: &str, model: &str) -> Result<Model, Error> {
    if let Some(row) = stored(state, scope, provider, model).await? {
        return read(provider, &row);
    }
    defaults::ensure(state, scope).await?;
    match stored(state, scope, provider, model).await? {
        Some(row) => read(provider, &row),
        None => Err(Error::missing("model", format!("{provider}/{model}"))),
    }
}

/// What a model calls the negative prompt, whether it can still be ordered from or not.
///
/// # Errors
/// Those of the store.
pub(crate) async fn negative_name(
    state: &State,
    scope: Scope,
    provider: &str,
    model: &str,
) -> Result<Option<&'static str>, Error> {
    let row = stored(state, scope, provider, model).await?;
    let schema = row.map(|row| row.find::<Value>("parameter_schema")).transpose()?.flatten();
    Ok(Schema::new(schema.unwrap_or_default()).negative())
}

async fn stored(state: &State, scope: Scope, provider: &str, model: &str) -> Result<Option<Row>, Error> {
    let sql = Sql::new(
        "SELECT p.name, p.is_enabled, p.settings, m.model_id, m.family, m.modality, m.is_available, \
         m.parameter_schema, m.capabilities, m.pricing FROM models m \
         JOIN providers p ON p.tenant_id = m.tenant_id AND p.id = m.provider_id \
         WHERE m.tenant_id = :tenant AND m.provider_id = ? AND m.model_id = ?",
    );
    Ok(state.db.fetch_optional(scope, sql.bind(provider).bind(model)).await?)
}

fn read(provider: &str, row: &Row) -> Result<Model, Error> {
    if !row.get::<bool>("is_enabled")? {
        return Err(Error::ProviderDisabled(row.get("name")?));
    }
    let id: String = row.get("model_id")?;
    if !row.get::<bool>("is_available")? {
        return Err(Error::ProviderDisabled(format!("{id} of {provider}")));
    }
    let settings = row.find::<Value>("settings")?.unwrap_or_default();
    let capabilities = row.find::<Value>("capabilities")?.unwrap_or_default();
    let pricing = row.find::<Value>("pricing")?;
    let kind = connection::kind_of(provider, &settings);
    let is_own = connection::is_own_machine(&kind);
    let schema = Schema::new(row.find::<Value>("parameter_schema")?.unwrap_or_default());
    let batch = capabilities["batch_parameter"].as_str();
    let at_once = batch.and_then(|name| schema.property(name)).and_then(|one| one["maximum"].as_i64());
    Ok(Model {
        provider: provider.to_owned(),
        id,
        family: row.find("family")?,
        modality: row.get("modality")?,
        schema,
        price: Price::read(pricing.as_ref(), is_own),
        seconds: capabilities["seconds_per_image"].as_f64(),
        at_once,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn prices_are_known_or_not_never_guessed() {
        let stated = json!({"per_image_micros": 3000, "currency": "EUR", "as_of": "2026-11-01"});
        let price = Price::read(Some(&stated), false);
        assert_eq!((price.of(2), price.currency.as_str()), (Some(6_000), "EUR"));
        assert_eq!(price.of(u128::MAX), None);
        assert_eq!(Price::read(None, false).of(1), None);
        assert_eq!(Price::read(None, true).of(1_000), Some(0));
        assert_eq!(Price::read(Some(&json!({"per_image_micros": -1})), false).of(1), None);
    }
}
