//! What an order would be: counted, priced, its first items, and everything that is wrong with it.

use async_graphql::SimpleObject;
use atelier_base::Grant;
use atelier_expansion::{At, AxisInfo, Count, Expansion, Fault, Field, Located, Refused, Warning};
use serde_json::{Value, json};

use super::{Plan, PromptInput, Wanted};
use crate::permissions::ReadFactory;
use crate::{Error, State};

/// Values of an axis that are shown.
const SHOWN_VALUES: usize = 100;
/// Items that are shown, at most.
const MOST_SHOWN: usize = 200;

/// What a prompt would become.
#[derive(Clone, Debug, Default, SimpleObject)]
pub struct ExpansionPreview {
    /// Items, in decimal: they may be very many.
    pub count: String,
    /// All combinations, before anything was sampled or removed.
    pub combinations: String,
    /// Combinations that equal an earlier one.
    pub duplicates_removed: String,
    /// The items that this order may have.
    pub limit: i64,
    /// Images of all items together.
    pub images: String,
    /// The first items.
    pub items: Vec<ExpandedItem>,
    /// The tokens that choose.
    pub axes: Vec<ExpansionAxis>,
    /// What its author may not have meant.
    pub warnings: Vec<ExpansionNotice>,
    /// What keeps it from being ordered. Then there are no items, and the count is that of a refused limit, or 0.
    pub errors: Vec<ExpansionNotice>,
    /// What all of it costs, in units of the currency; null when the price is not known.
    pub estimated_cost: Option<f64>,
    /// Three letters.
    pub currency: String,
    /// The day of the price.
    pub priced_at: Option<String>,
    /// How long all of it takes, where that is known.
    pub estimated_seconds: Option<f64>,
}

/// An item as it would be ordered.
#[derive(Clone, Debug, SimpleObject)]
pub struct ExpandedItem {
    /// Its number among all combinations, in decimal.
    pub index: String,
    /// The finished prompt.
    pub prompt: String,
    /// The finished negative prompt.
    pub negative_prompt: String,
    /// Under the model's own names.
    pub parameters: Value,
    /// Its value on each axis, empty where it has none.
    pub axes: Vec<String>,
}

/// A token that chooses.
#[derive(Clone, Debug, SimpleObject)]
pub struct ExpansionAxis {
    /// Its label, its lookup, or its number.
    pub name: String,
    /// How many values it has.
    pub size: i64,
    /// Whether a value is drawn for each item.
    pub drawn: bool,
    /// The first hundred.
    pub values: Vec<String>,
    /// `prompt`, `negativePrompt` or a parameter's name.
    pub field: String,
    /// The first character of the token.
    pub start: i64,
    /// One past its last.
    pub end: i64,
}

/// A remark on a prompt, and where.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ExpansionNotice {
    /// Stable; clients branch on it.
    pub code: String,
    /// For people.
    pub message: String,
    /// `prompt`, `negativePrompt` or a parameter's name.
    pub field: Option<String>,
    /// The first character.
    pub start: Option<i64>,
    /// One past the last.
    pub end: Option<i64>,
}

/// Says what a prompt would become, and orders nothing.
///
/// # Errors
/// [`Error::Invalid`] when its form is wrong, [`Error::NotFound`] and [`Error::ProviderDisabled`] for its model, and
/// those of the store. What is wrong with the text is in the answer.
pub async fn preview(
    state: &State,
    grant: Grant<ReadFactory>,
    input: PromptInput,
    first: usize,
) -> Result<ExpansionPreview, Error> {
    let wanted = Wanted::read(state, grant.scope(), input).await?;
    // Counting duplicates of a large order takes a while.
    let shown = tokio::task::spawn_blocking(move || shown(&wanted, first.min(MOST_SHOWN)));
    shown.await.map_err(|error| Error::Unexpected(error.to_string()))
}

fn shown(wanted: &Wanted, first: usize) -> ExpansionPreview {
    match wanted.expand() {
        Ok(plan) => accepted(wanted, &plan, first),
        Err(refused) => refusal(wanted, &refused),
    }
}

fn blank(wanted: &Wanted, items: u128) -> ExpansionPreview {
    let (model, images) = (&wanted.model, wanted.images(items));
    let side_by_side = model.at_once.map_or(1, |at_once| u128::try_from(at_once.max(1)).unwrap_or(1));
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let seconds = model.seconds.map(|each| each * (images / side_by_side) as f64);
    ExpansionPreview {
        count: items.to_string(),
        combinations: items.to_string(),
        duplicates_removed: "0".to_owned(),
        limit: i64::try_from(wanted.limit).unwrap_or(i64::MAX),
        images: images.to_string(),
        estimated_cost: model.price.of(images).map(units),
        currency: model.price.currency.clone(),
        priced_at: model.price.as_of.clone(),
        estimated_seconds: seconds,
        ..ExpansionPreview::default()
    }
}

/// Millionths as units of the currency.
#[expect(clippy::cast_precision_loss, reason = "money is shown, not reckoned with")]
pub(crate) fn units(micros: i64) -> f64 {
    micros as f64 / 1_000_000.0
}

fn accepted(wanted: &Wanted, plan: &Plan, first: usize) -> ExpansionPreview {
    let expansion = &plan.expansion;
    let misfits = plan.check().err().unwrap_or_default();
    let error = |field: atelier_base::FieldError| {
        let name = field.path.rsplit('.').next().unwrap_or_default().to_owned();
        let (code, message) = (field.code.to_owned(), field.message);
        ExpansionNotice { code, message, field: Some(name), start: None, end: None }
    };
    let errors: Vec<_> = misfits.fields.into_iter().map(error).collect();
    let numbered = expansion.items().zip(plan.items());
    let items = if errors.is_empty() { numbered.take(first).map(item).collect() } else { Vec::new() };
    ExpansionPreview {
        combinations: expansion.combinations().to_string(),
        duplicates_removed: expansion.duplicates_removed().to_string(),
        items,
        axes: axes(expansion),
        warnings: expansion.warnings().iter().map(warning).collect(),
        errors,
        ..blank(wanted, expansion.count())
    }
}

fn item((expanded, stored): (atelier_expansion::Item<'_>, Value)) -> ExpandedItem {
    let axes = stored["axes"].as_array().map(Vec::as_slice).unwrap_or_default();
    ExpandedItem {
        index: expanded.index.to_string(),
        prompt: expanded.prompt,
        negative_prompt: expanded.negative_prompt,
        axes: axes.iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect(),
        parameters: stored["parameters"].clone(),
    }
}

fn refusal(wanted: &Wanted, refused: &Refused) -> ExpansionPreview {
    let counted = refused.errors.iter().find_map(|error| match error.what {
        Fault::LimitExceeded { count: Count::Exact(count) | Count::AtMost(count), .. } => Some(count),
        _ => None,
    });
    let error = |error: &Located<Fault>| {
        notice(error.what.code().name, wanted.sentence(&error.what), field_of(error), error.at.as_ref())
    };
    ExpansionPreview {
        errors: refused.errors.iter().map(error).collect(),
        warnings: refused.warnings.iter().map(warning).collect(),
        ..blank(wanted, counted.unwrap_or_default())
    }
}

fn warning(warning: &Located<Warning>) -> ExpansionNotice {
    notice(warning.what.code(), warning.what.to_string(), field_of(warning), warning.at.as_ref())
}

fn notice(code: &str, message: String, field: Option<String>, at: Option<&At>) -> ExpansionNotice {
    // A place within a lookup's value is none in a text that the caller sent.
    let at = at.filter(|_| field.is_some());
    let place = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
    let (start, end) = (at.map(|at| place(at.start)), at.map(|at| place(at.end)));
    ExpansionNotice { code: code.to_owned(), message, field, start, end }
}

/// The caller's name of the text in which it stands.
pub(super) fn field_of<T>(located: &Located<T>) -> Option<String> {
    located.at.as_ref().and_then(|at| name_of(&at.field))
}

fn name_of(field: &Field) -> Option<String> {
    match field {
        Field::Prompt => Some("prompt".to_owned()),
        Field::Negative => Some("negativePrompt".to_owned()),
        Field::Parameter(name) => Some(name.to_string()),
        Field::Lookup(_) => None,
    }
}

fn axes(expansion: &Expansion) -> Vec<ExpansionAxis> {
    let place = |place: usize| i64::try_from(place).unwrap_or(i64::MAX);
    let axis = |(number, axis): (usize, AxisInfo)| ExpansionAxis {
        values: expansion.texts(number).into_iter().take(SHOWN_VALUES).map(str::to_owned).collect(),
        field: name_of(&axis.at.field).unwrap_or_default(),
        name: axis.name,
        size: place(axis.size),
        drawn: axis.drawn,
        start: place(axis.at.start),
        end: place(axis.at.end),
    };
    expansion.axes().into_iter().enumerate().map(axis).collect()
}

impl Plan {
    /// The axes as an order keeps them: `[{"name": …, "values": […]}]`.
    pub(crate) fn kept_axes(&self) -> Value {
        let axes = self.expansion.axes().into_iter().enumerate();
        let kept =
            axes.map(|(number, axis)| json!({"name": axis.name, "values": self.expansion.texts(number)}));
        kept.collect()
    }
}
