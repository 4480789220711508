//! Parameters against the schema of their model: types, bounds and choices, what is required, what is unknown.

use atelier_expansion::Scalar;
use serde_json::{Map, Number, Value};

/// A JSON Schema of an object, of which the part is understood that models use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Schema(Value);

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// `snake_case`.
    pub(crate) code: &'static str,
    /// For people, after the parameter's name.
    pub(crate) message: String,
}

impl Misfit {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// Names of the negative prompt in models.
const NEGATIVES: [&str; 2] = ["negative_prompt", "negativePrompt"];

impl Schema {
    pub(crate) fn new(schema: Value) -> Self {
        Self(schema)
    }

    /// What is said of a parameter.
    pub(crate) fn property(&self, name: &str) -> Option<&Value> {
        self.0["properties"].get(name)
    }

    /// What the model calls the negative prompt, if it takes one. One without a schema is not second-guessed.
    pub(crate) fn negative(&self) -> Option<&'static str> {
        let known = NEGATIVES.into_iter().find(|name| self.property(name).is_some());
        known.or_else(|| (!self.is_closed()).then_some(NEGATIVES[0]))
    }

    /// The largest seed that it takes; none when it takes no seed.
    pub(crate) fn most_seed(&self) -> Option<u64> {
        let seed = self.property("seed")?;
        Some(seed["maximum"].as_u64().unwrap_or(u32::MAX.into()).max(1))
    }

    /// Whether parameters that it does not name are refused.
    fn is_closed(&self) -> bool {
        self.0["additionalProperties"] == Value::Bool(false)
    }

    /// The value as the schema wants it: a text where one is wanted, a whole number without its point.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn fit(&self, name: &str, scalar: &Scalar) -> Result<Value, Misfit> {
        let Some(property) = self.property(name) else {
            return if self.is_closed() {
                Err(Misfit::new("unknown", "is no parameter of this model"))
            } else {
                Ok(plain(scalar))
            };
        };
        let value = typed(property, scalar)?;
        check(property, &value)?;
        Ok(value)
    }

    /// Parameters that are required and not there.
    pub(crate) fn missing<'s>(&'s self, parameters: &'s Map<String, Value>) -> impl Iterator<Item = &'s str> {
        let required = self.0["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        required.iter().filter_map(Value::as_str).filter(|name| !parameters.contains_key(*name))
    }

    /// What is wrong with a text that has its own place, such as the prompt.
    pub(crate) fn check_text(&self, name: &str, text: &str) -> Result<(), Misfit> {
        self.property(name).map_or(Ok(()), |property| check_length(property, text))
    }
}

fn plain(scalar: &Scalar) -> Value {
    match scalar {
        Scalar::Boolean(value) => Value::Bool(*value),
        Scalar::Text(text) => Value::String(text.clone()),
        Scalar::Number(number) => number_of(&number.to_string()),
    }
}

/// A number that JSON readers keep exactly, else its text: seeds may be larger than they can.
fn number_of(text: &str) -> Value {
    let whole = text.parse::<i64>().map(Number::from).or_else(|_| text.parse::<u64>().map(Number::from));
    let number = whole.ok().or_else(|| {
        let is_decimal = text.contains('.');
        text.parse::<f64>().ok().filter(|_| is_decimal).and_then(Number::from_f64)
    });
    number.map_or_else(|| Value::String(text.to_owned()), Value::Number)
}

fn types(property: &Value) -> Vec<&str> {
    match &property["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn typed(property: &Value, scalar: &Scalar) -> Result<Value, Misfit> {
    let types = types(property);
    let takes = |name: &str| types.is_empty() || types.contains(&name);
    let value = plain(scalar);
    let fits = match &value {
        Value::Bool(_) => takes("boolean"),
        Value::Number(number) => {
            takes("number") || takes("integer") && number.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        _ => takes("string"),
    };
    if fits {
        return Ok(value);
    }
    match scalar {
        // `2` is a fine name of a style.
        Scalar::Number(_) | Scalar::Boolean(_) if types.contains(&"string") => {
            Ok(Value::String(scalar.to_string()))
        }
        Scalar::Number(number) if number.integer().is_some() && (takes("integer") || takes("number")) => {
            Err(Misfit::new("out_of_range", "is too large a number"))
        }
        _ => Err(Misfit::new("wrong_type", format!("`{scalar}` is not {}", wanted(&types)))),
    }
}

fn wanted(types: &[&str]) -> String {
    let words = types.iter().map(|name| match *name {
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "string" => "a text",
        _ => "of a type that can be ordered here",
    });
    words.collect::<Vec<_>>().join(" or ")
}

fn check(property: &Value, value: &Value) -> Result<(), Misfit> {
    if let Some(choices) = property["enum"].as_array()
        && !choices.contains(value)
    {
        let choices: Vec<String> = choices.iter().map(shown).collect();
        return Err(Misfit::new(
            "not_a_choice",
            format!("{} is none of {}", shown(value), choices.join(", ")),
        ));
    }
    if let Some(number) = value.as_f64() {
        check_bounds(property, number)?;
    }
    value.as_str().map_or(Ok(()), |text| check_length(property, text))
}

fn check_bounds(property: &Value, number: f64) -> Result<(), Misfit> {
    let bound = |name: &str| property[name].as_f64();
    let below = bound("minimum").is_some_and(|least| number < least)
        || bound("exclusiveMinimum").is_some_and(|least| number <= least);
    let above = bound("maximum").is_some_and(|most| most < number)
        || bound("exclusiveMaximum").is_some_and(|most| most <= number);
    if below || above {
        let least = bound("minimum").or(bound("exclusiveMinimum"));
        let most = bound("maximum").or(bound("exclusiveMaximum"));
        let range = match (least, most) {
            (Some(least), Some(most)) => format!("between {least} and {most}"),
            (Some(least), None) => format!("{least} or more"),
            (None, most) => format!("{} or less", most.unwrap_or_default()),
        };
        return Err(Misfit::new("out_of_range", format!("{number} is not {range}")));
    }
    if let Some(step) = bound("multipleOf").filter(|step| 0.0 < *step) {
        let times = number / step;
        if 1e-9 < (times - times.round()).abs() {
            return Err(Misfit::new("not_a_multiple", format!("{number} is no multiple of {step}")));
        }
    }
    Ok(())
}

fn check_length(property: &Value, text: &str) -> Result<(), Misfit> {
    let length = text.chars().count() as u64;
    let bound = |name: &str| property[name].as_u64();
    if let Some(least) = bound("minLength").filter(|least| length < *least) {
        let what =
            if length == 0 { "is required".to_owned() } else { format!("needs {least} characters or more") };
        return Err(Misfit::new(if length == 0 { "required" } else { "too_short" }, what));
    }
    match bound("maxLength").filter(|most| *most < length) {
        Some(most) => Err(Misfit::new("too_long", format!("may have {most} characters at most"))),
        None => Ok(()),
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| format!("`{text}`"))
}

#[cfg(test)]
mod tests {
    use atelier_expansion::{Given, Lookups, Request, expand};
    use serde_json::json;

    use super::*;

    fn schema() -> Schema {
        Schema::new(json!({
            "type": "object", "required": ["prompt", "style"], "additionalProperties": false,
            "properties": {
                "prompt": {"type": "string", "minLength": 1, "maxLength": 5},
                "steps": {"type": "integer", "minimum": 1, "maximum": 50},
                "cfg": {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5},
                "ratio": {"type": "string", "enum": ["1:1", "2"]},
                "tile": {"type": "boolean"},
                "seed": {"type": "integer", "minimum": 0},
                "any": {},
            },
        }))
    }

    /// The first value that a text expands to.
    fn scalar(text: &str) -> Scalar {
        let (lookups, parameters) = (Lookups::new(), [("x".to_owned(), Given::Text(text.to_owned()))]);
        let expansion = expand(&Request { parameters: &parameters, ..Request::new("a", &lookups) }).unwrap();
        expansion.item(0).unwrap().parameters[0].value.clone()
    }

    fn code(name: &str, text: &str) -> Option<&'static str> {
        schema().fit(name, &scalar(text)).err().map(|misfit| misfit.code)
    }

    #[test]
    fn values_are_what_the_schema_wants() {
        assert_eq!(schema().fit("steps", &scalar("20")), Ok(json!(20)));
        assert_eq!(schema().fit("cfg", &scalar("7.5")), Ok(json!(7.5)));
        assert_eq!(schema().fit("ratio", &scalar("2")), Ok(json!("2")));
        assert_eq!(schema().fit("tile", &scalar("true")), Ok(json!(true)));
        assert_eq!(schema().fit("seed", &scalar("18446744073709551615")), Ok(json!(u64::MAX)));
        assert_eq!(schema().fit("any", &scalar("word")), Ok(json!("word")));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (name, text, wanted) in [
            ("steps", "0", "out_of_range"),
            ("steps", "51", "out_of_range"),
            ("steps", "2.5", "wrong_type"),
            ("steps", "many", "wrong_type"),
            ("cfg", "0", "out_of_range"),
            ("cfg", "0.7", "not_a_multiple"),
            ("ratio", "3:1", "not_a_choice"),
            ("tile", "1", "wrong_type"),
            ("seed", "99999999999999999999", "out_of_range"),
            ("sampler", "euler", "unknown"),
        ] {
            assert_eq!(code(name, text), Some(wanted), "{name} {text}");
        }
        let given = json!({"prompt": "a"});
        assert_eq!(schema().missing(given.as_object().unwrap()).collect::<Vec<_>>(), ["style"]);
        assert_eq!(schema().check_text("prompt", "").unwrap_err().code, "required");
        assert_eq!(schema().check_text("prompt", "a fox in snow").unwrap_err().code, "too_long");
    }

    #[test]
    fn open_schemas_take_what_they_do_not_name() {
        let open = Schema::new(json!({}));
        assert_eq!(open.fit("sampler", &scalar("euler")), Ok(json!("euler")));
        assert_eq!((open.negative(), schema().negative()), (Some("negative_prompt"), None));
        assert_eq!((open.most_seed(), schema().most_seed()), (None, Some(u32::MAX.into())));
    }
}
