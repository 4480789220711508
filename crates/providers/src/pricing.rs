//! Prices that a provider's row holds, for providers that tell none themselves.
//!
//! They are in the settings under the name of the model, in units of the currency:
//! `{"pricing": {"gpt-image-2": {"currency": "USD", "as_of": "2026-11-20", "per_picture": {"high 1024x1024": 0.2},
//! "per_million_tokens": {"text_input": 5, "image_input": 10, "image_output": 40}}}}`.
//! `per_picture` may also be one number.

use serde_json::Value;

const MILLION: u64 = 1_000_000;

/// The prices of a model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prices<'a>(&'a Value);

impl<'a> Prices<'a> {
    /// From the setting `pricing`. None where it has none of the model.
    pub(crate) fn of(pricing: Option<&'a Value>, model: &str) -> Option<Self> {
        pricing?.get(model).filter(|prices| prices.is_object()).map(Self)
    }

    /// Three letters.
    pub(crate) fn currency(self) -> String {
        self.0["currency"].as_str().unwrap_or("USD").to_owned()
    }

    /// All that is known, as it is stored.
    pub(crate) fn all(self) -> Value {
        self.0.clone()
    }

    /// What so many pictures of a sort cost, in millionths; the first of the sorts that has a price counts.
    pub(crate) fn pictures(self, sorts: &[String], count: u32) -> Option<i64> {
        let prices = &self.0["per_picture"];
        let price = sorts.iter().find_map(|sort| millionths(&prices[sort.as_str()]));
        let price = price.or_else(|| millionths(prices))?;
        i64::try_from(price.checked_mul(u64::from(count))?).ok()
    }

    /// What the tokens cost that an answer counts, in millionths. None when some of them have no price.
    pub(crate) fn tokens(self, usage: &Value) -> Option<i64> {
        let prices = &self.0["per_million_tokens"];
        let count = |pointer: &str| usage.pointer(pointer).and_then(Value::as_u64);
        let (input, output) = (count("/input_tokens")?, count("/output_tokens")?);
        let image_input = count("/input_tokens_details/image_tokens").unwrap_or_default();
        // Without details, what came out is the picture.
        let text_output = count("/output_tokens_details/text_tokens").unwrap_or_default();
        let kinds = [
            ("text_input", input.saturating_sub(image_input)),
            ("image_input", image_input),
            ("text_output", text_output),
            ("image_output", output.saturating_sub(text_output)),
        ];
        let mut sum = 0_u64;
        for (kind, tokens) in kinds.into_iter().filter(|(_, tokens)| 0 < *tokens) {
            sum = sum.checked_add(millionths(&prices[kind])?.checked_mul(tokens)?)?;
        }
        i64::try_from(sum.div_ceil(MILLION)).ok()
    }
}

/// A number of units in millionths, read from its decimal digits so that nothing is rounded.
fn millionths(price: &Value) -> Option<u64> {
    let text = price.as_number()?.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: String = fraction.chars().chain("000000".chars()).take(6).collect();
    whole.parse::<u64>().ok()?.checked_mul(MILLION)?.checked_add(fraction.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pricing() -> Value {
        json!({
            "tokens": {"per_million_tokens": {"text_input": 5, "image_input": 10.0, "image_output": 40.5}},
            "pictures": {"currency": "EUR", "per_picture": {"high": 0.17, "high 1024x1024": 0.2}},
            "flat": {"per_picture": 0.03},
        })
    }

    #[test]
    fn tokens_are_priced_by_their_kind() {
        let pricing = pricing();
        let prices = Prices::of(Some(&pricing), "tokens").expect("prices");
        let usage = json!({"input_tokens": 60, "output_tokens": 1000,
            "input_tokens_details": {"text_tokens": 50, "image_tokens": 10}});
        assert_eq!(prices.tokens(&usage), Some(250 + 100 + 40_500));
        // There is no price for words that came out, and to leave them out would say too little.
        let usage =
            json!({"input_tokens": 1, "output_tokens": 9, "output_tokens_details": {"text_tokens": 3}});
        assert_eq!(prices.tokens(&usage), None);
        assert_eq!(prices.tokens(&json!({})), None);
        let usage = json!({"input_tokens": 1, "output_tokens": 1});
        assert_eq!(prices.tokens(&usage), Some(46), "a part of a millionth is a whole one");
    }

    #[test]
    fn pictures_are_priced_by_the_first_sort_that_has_one() {
        let pricing = pricing();
        let price = |model: &str, sort: &str| {
            let sorts = [sort.to_owned(), "high".to_owned()];
            Prices::of(Some(&pricing), model)?.pictures(&sorts, 2)
        };
        assert_eq!(price("pictures", "high 1024x1024"), Some(400_000));
        assert_eq!(price("pictures", "high 1x1"), Some(340_000));
        assert_eq!(price("flat", "any"), Some(60_000));
        assert_eq!(price("unknown", "any"), None);
    }

    #[test]
    fn numbers_that_are_no_prices_are_none() {
        for odd in [json!(-1), json!(1e-9), json!("5"), json!(null), json!(1e300)] {
            assert_eq!(millionths(&odd), None, "{odd}");
        }
        assert_eq!(millionths(&json!(0.000_001_9)), None, "1.9e-6 is written with an exponent");
        assert_eq!(millionths(&json!(12.5)), Some(12_500_000));
    }
}
