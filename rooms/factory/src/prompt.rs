//! What is ordered: a prompt that stands for many, held to the schema of its model.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject};
use atelier_base::{FieldError, InvalidInput, ProjectId, Scope};
use atelier_expansion::{
    Count, Expansion, Fault, Given, Item, Located, Lookups, Refused, Request, Scalar, Syntax,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::model::{self, Model};
use crate::parameters::Misfit;
use crate::{Error, State, stock};

mod preview;

pub(crate) use preview::units;
pub use preview::{ExpandedItem, ExpansionAxis, ExpansionNotice, ExpansionPreview, preview};

/// More items than this are never laid down in one order.
pub(crate) const MOST_ITEMS: u64 = 1_000_000;
/// Images an item, at most.
const MOST_QUANTITY: i32 = 100;
/// Characters of a prompt, at most.
const MOST_TEXT: usize = 100_000;
/// Misfits that are told of at once.
const MOST_MISFITS: usize = 20;

/// How a prompt is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromptSyntax {
    /// `[red,blue] dog || [color] cat`
    #[default]
    Expando,
    /// `{red|blue} dog in __place__`
    DynamicPrompts,
    /// Nothing has a meaning.
    Plain,
}

impl From<PromptSyntax> for Syntax {
    fn from(syntax: PromptSyntax) -> Self {
        match syntax {
            PromptSyntax::Expando => Self::Expando,
            PromptSyntax::DynamicPrompts => Self::DynamicPrompts,
            PromptSyntax::Plain => Self::Plain,
        }
    }
}

/// What is expanded.
#[derive(Clone, Debug, InputObject)]
pub struct PromptInput {
    /// The id of the provider, such as `studio`.
    pub provider: String,
    /// The provider's id of the model.
    pub model: String,
    /// The prompt with its tokens.
    pub prompt: String,
    /// The negative prompt with its tokens.
    #[graphql(default)]
    pub negative_prompt: String,
    /// Name to text with lists and ranges, number, or truth.
    #[graphql(default_with = "empty()")]
    pub parameters: Value,
    /// How both prompts are read.
    #[graphql(default)]
    pub syntax: PromptSyntax,
    /// All chance of the expansion comes from it: a whole number below 2^64, in decimal.
    #[graphql(default_with = "\"0\".to_owned()")]
    pub seed: String,
    /// Images an item, 1 or more.
    #[graphql(default = 1)]
    pub quantity: i32,
    /// So many items, chosen by chance, instead of all.
    pub sample: Option<i32>,
    /// The items that the order may have; unless it is said, those of the setting `orders.max_items`.
    pub limit: Option<i32>,
    /// The project that it is for.
    pub project_id: Option<ProjectId>,
}

fn empty() -> Value {
    json!({})
}

/// A prompt whose form was checked and whose model is known.
pub(crate) struct Wanted {
    pub(crate) input: PromptInput,
    pub(crate) model: Model,
    pub(crate) limit: u64,
    seed: u64,
    parameters: Vec<(String, Given)>,
    lookups: Lookups,
}

/// A prompt that can be ordered: its items are made when they are asked for.
pub(crate) struct Plan {
    pub(crate) model: Model,
    pub(crate) expansion: Expansion,
    axes: usize,
}

impl Wanted {
    /// Looks everything up that the prompt refers to.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every fault of its form, [`Error::NotFound`] and [`Error::ProviderDisabled`] for
    /// its model, and those of the store.
    pub(crate) async fn read(state: &State, scope: Scope, input: PromptInput) -> Result<Self, Error> {
        let (seed, parameters) = check_form(&input)?;
        let model = model::find(state, scope, &input.provider, &input.model).await?;
        let lookups = stock::lookups(state, scope, input.project_id).await?;
        let usual = stock::max_items(state, scope).await?;
        let limit = input.limit.and_then(|limit| u64::try_from(limit).ok()).unwrap_or(usual).min(MOST_ITEMS);
        Ok(Self { input, model, limit, seed, parameters, lookups })
    }

    pub(crate) fn images(&self, items: u128) -> u128 {
        items.saturating_mul(u128::try_from(self.input.quantity).unwrap_or(1))
    }

    /// Expands it.
    pub(crate) fn expand(&self) -> Result<Plan, Refused> {
        let request = Request {
            negative_prompt: &self.input.negative_prompt,
            parameters: &self.parameters,
            syntax: self.input.syntax.into(),
            seed: self.seed,
            limit: self.limit,
            sample: self.input.sample.and_then(|sample| u64::try_from(sample).ok()),
            ..Request::new(&self.input.prompt, &self.lookups)
        };
        let expansion = atelier_expansion::expand(&request)?;
        let axes = expansion.axes().len();
        Ok(Plan { model: self.model.clone(), expansion, axes })
    }

    /// The faults of an expansion as an input error, with what the whole would cost.
    pub(crate) fn refusal(&self, refused: &Refused) -> Error {
        let field = |located: &Located<Fault>| FieldError {
            path: path_of(located),
            code: located.what.code().name,
            message: self.sentence(&located.what),
        };
        Error::Expansion {
            code: atelier_base::Coded::code(refused),
            fields: refused.errors.iter().map(field).collect(),
        }
    }

    fn sentence(&self, fault: &Fault) -> String {
        let Fault::LimitExceeded { count, .. } = fault else { return fault.to_string() };
        let (Count::Exact(items) | Count::AtMost(items)) = *count;
        let price = &self.model.price;
        match price.of(self.images(items)) {
            Some(0) | None => fault.to_string(),
            Some(micros) => format!("{fault}; together they would cost {}", money(micros, &price.currency)),
        }
    }
}

/// `12.50 USD`.
pub(crate) fn money(micros: i64, currency: &str) -> String {
    let cents = (i128::from(micros) + 5_000).div_euclid(10_000);
    format!("{}.{:02} {currency}", cents / 100, cents % 100)
}

fn path_of(located: &Located<Fault>) -> String {
    match preview::field_of(located) {
        Some(name) if matches!(name.as_str(), "prompt" | "negativePrompt") => format!("prompt.{name}"),
        Some(name) => format!("prompt.parameters.{name}"),
        None if matches!(located.what, Fault::LimitExceeded { .. }) => "prompt.limit".to_owned(),
        None => "prompt.prompt".to_owned(),
    }
}

/// The seed and the parameters, if all of it has the right form.
fn check_form(input: &PromptInput) -> Result<(u64, Vec<(String, Given)>), InvalidInput> {
    let mut faults = InvalidInput::default();
    faults.note_length("prompt.prompt", &input.prompt, 1..=MOST_TEXT);
    faults.note_length("prompt.negativePrompt", &input.negative_prompt, 0..=MOST_TEXT);
    let seed = input.seed.parse::<u64>();
    faults.note(
        seed.is_err(),
        "prompt.seed",
        "out_of_range",
        "must be a whole number from 0 to 18446744073709551615",
    );
    let fits = (1..=MOST_QUANTITY).contains(&input.quantity);
    faults.note(!fits, "prompt.quantity", "out_of_range", format!("lies between 1 and {MOST_QUANTITY}"));
    let least = |value: Option<i32>| value.is_some_and(|value| value < 1);
    faults.note(least(input.sample), "prompt.sample", "out_of_range", "must be 1 or more");
    let over =
        input.limit.is_some_and(|limit| i64::from(limit) > i64::try_from(MOST_ITEMS).unwrap_or(i64::MAX));
    let wrong = least(input.limit) || over;
    faults.note(wrong, "prompt.limit", "out_of_range", format!("lies between 1 and {MOST_ITEMS}"));
    let mut parameters = Vec::new();
    match &input.parameters {
        Value::Object(members) => {
            for (name, value) in members {
                match given(value) {
                    Ok(given) => parameters.extend(given.map(|given| (name.clone(), given))),
                    Err(why) => {
                        faults.note(true, &format!("prompt.parameters.{name}"), "wrong_type", why);
                    }
                }
            }
        }
        _ => faults.note(true, "prompt.parameters", "wrong_type", "must be an object"),
    }
    faults.finish()?;
    Ok((seed.unwrap_or_default(), parameters))
}

/// A parameter as the expansion takes it; null is as good as none.
fn given(value: &Value) -> Result<Option<Given>, &'static str> {
    Ok(match value {
        Value::Null => None,
        Value::Bool(value) => Some(Given::Fixed(Scalar::Boolean(*value))),
        Value::String(text) => Some(Given::Text(text.clone())),
        Value::Number(number) => Some(match number.as_i64() {
            Some(whole) => Given::Fixed(Scalar::Number(whole.into())),
            // Its shortest text reads back as the same number.
            None => Given::Text(number.to_string()),
        }),
        Value::Array(_) | Value::Object(_) => return Err("must be a text, a number, true or false"),
    })
}

/// Values that were fitted already, by where the expansion keeps them: each is fitted once.
type Fitted = HashMap<usize, Value>;

impl Plan {
    /// Every item as it is stored, or what is wrong with the first few that do not fit the model.
    pub(crate) fn check(&self) -> Result<(), InvalidInput> {
        let (mut faults, mut seen) = (InvalidInput::default(), Fitted::new());
        for item in self.expansion.items() {
            if let Err(found) = self.fitted(&item, &mut seen) {
                for (path, misfit) in found {
                    let is_new =
                        !faults.fields.iter().any(|one| one.path == path && one.message == misfit.message);
                    faults.note(is_new, &path, misfit.code, misfit.message);
                }
            }
            if MOST_MISFITS <= faults.fields.len() {
                break;
            }
        }
        faults.finish()
    }

    /// Every item as it is stored. Those that do not fit were found by [`Plan::check`].
    pub(crate) fn items(&self) -> impl Iterator<Item = Value> + '_ {
        let mut seen = Fitted::new();
        self.expansion.items().filter_map(move |item| self.stored(&item, &mut seen).ok())
    }

    fn stored(&self, item: &Item<'_>, seen: &mut Fitted) -> Result<Value, Vec<(String, Misfit)>> {
        let parameters = self.fitted(item, seen)?;
        let mut axes = vec![Value::String(String::new()); self.axes];
        for value in &item.axes {
            if let Some(place) = axes.get_mut(value.axis) {
                *place = Value::String(value.text.to_owned());
            }
        }
        let mut stored = Map::new();
        stored.insert("axes".to_owned(), Value::Array(axes));
        stored.insert("negative_prompt".to_owned(), Value::String(item.negative_prompt.clone()));
        stored.insert("parameters".to_owned(), Value::Object(parameters));
        stored.insert("prompt".to_owned(), Value::String(item.prompt.clone()));
        Ok(Value::Object(stored))
    }

    /// The parameters of an item without its prompts, under the model's names and of its types.
    fn fitted(
        &self,
        item: &Item<'_>,
        seen: &mut Fitted,
    ) -> Result<Map<String, Value>, Vec<(String, Misfit)>> {
        let schema = &self.model.schema;
        let (mut fitted, mut misfits) = (Map::new(), Vec::new());
        let text = schema.check_text("prompt", &item.prompt);
        misfits.extend(text.err().map(|misfit| ("prompt.prompt".to_owned(), misfit)));
        if !item.negative_prompt.is_empty() && schema.negative().is_none() {
            let misfit = Misfit { code: "unknown", message: "is nothing that this model takes".to_owned() };
            misfits.push(("prompt.negativePrompt".to_owned(), misfit));
        }
        for parameter in &item.parameters {
            let place = std::ptr::from_ref(parameter.value).addr();
            let value = match seen.get(&place) {
                Some(value) => Ok(value.clone()),
                None => self.fit_one(parameter.name, parameter.value),
            };
            match value {
                Ok(value) => {
                    seen.entry(place).or_insert_with(|| value.clone());
                    // A seed of -1 is the provider's to draw.
                    if !value.is_null() {
                        fitted.insert(parameter.name.to_owned(), value);
                    }
                }
                Err(misfit) => misfits.push((format!("prompt.parameters.{}", parameter.name), misfit)),
            }
        }
        self.add_seed(item, &mut fitted);
        let absent = schema.missing(&fitted).filter(|name| *name != "prompt");
        misfits.extend(absent.map(|name| {
            let misfit = Misfit { code: "required", message: "is required".to_owned() };
            (format!("prompt.parameters.{name}"), misfit)
        }));
        if misfits.is_empty() { Ok(fitted) } else { Err(misfits) }
    }

    fn fit_one(&self, name: &str, value: &Scalar) -> Result<Value, Misfit> {
        if name == "seed" && value.to_string() == "-1" {
            return Ok(Value::Null);
        }
        self.model.schema.fit(name, value)
    }

    /// Where the model takes a seed and none was given, each item has one of its own that the order's seed
    /// decides, so that it can be made again.
    fn add_seed(&self, item: &Item<'_>, fitted: &mut Map<String, Value>) {
        let given = item.parameters.iter().any(|parameter| parameter.name == "seed");
        if let (false, Some(most)) = (given, self.model.schema.most_seed()) {
            let seed = self.expansion.derived_seed(item, "seed");
            fitted.insert("seed".to_owned(), (seed % most.saturating_add(1).max(1)).into());
        }
    }
}
