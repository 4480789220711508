//! Parameters and commands: lists, ranges and draws of values; samples and limits in the prompt's text.

use std::sync::Arc;

use crate::ast::{Command, Document, ONE, Scope};
use crate::decimal::Range;
use crate::error::Fault;
use crate::expando::unescape;
use crate::plan::ParameterAxis;
use crate::position::{At, Field};
use crate::report::Report;
use crate::request::{Given, Request};
use crate::scalar::Scalar;
use crate::scan::Scanner;
use crate::value::Value;
use crate::warning::Warning;

/// What commands and fields say, besides the prompts.
#[derive(Debug, Default)]
pub(crate) struct Commands {
    pub(crate) sample: Option<u64>,
    pub(crate) limit: Option<u64>,
    pub(crate) batches: Vec<BatchCommands>,
}

#[derive(Debug, Default)]
pub(crate) struct BatchCommands {
    pub(crate) sample: Option<u64>,
    pub(crate) limit: Option<u64>,
    pub(crate) parameters: Vec<ParameterAxis>,
}

/// `negatives` names the negative batch of each batch.
pub(super) fn commands(
    request: &Request<'_>,
    prompt: &Document,
    negative: &Document,
    negatives: &[usize],
    report: &mut Report,
) -> Commands {
    let mut commands = Commands { sample: request.sample, ..Commands::default() };
    if request.sample == Some(0) {
        report.refuse(Fault::BadSample, None);
    }
    let all = prompt.batches.iter().chain(&negative.batches).flat_map(|batch| &batch.commands);
    let order: Vec<&Command> = all.filter(|command| command.scope == Scope::Order).collect();
    for command in &order {
        match command.key.as_str() {
            "sample" => commands.sample = number(command, report),
            "maxgens" => commands.limit = number(command, report),
            _ => {}
        }
    }
    for (batch, at) in prompt.batches.iter().zip(negatives) {
        let own =
            batch.commands.iter().chain(negative.batches.get(*at).into_iter().flat_map(|n| &n.commands));
        let own: Vec<&Command> = own.filter(|command| command.scope == Scope::Batch).collect();
        commands.batches.push(batch_commands(request, &order, &own, report));
    }
    if let Some(limit) = commands.batches.iter().filter_map(|batch| batch.limit).min()
        && commands.batches.len() == 1
    {
        commands.limit = Some(commands.limit.map_or(limit, |known| known.min(limit)));
    }
    commands
}

fn batch_commands(
    request: &Request<'_>,
    order: &[&Command],
    own: &[&Command],
    report: &mut Report,
) -> BatchCommands {
    let mut commands = BatchCommands::default();
    for (name, given) in request.parameters {
        let axis = field(name, given, report);
        commands.parameters.push(axis);
    }
    for command in order.iter().chain(own) {
        let for_batch = command.scope == Scope::Batch;
        match command.key.as_str() {
            "sample" | "maxgens" if !for_batch => {}
            "sample" => commands.sample = number(command, report),
            "maxbatchitem" | "maxbatchitems" | "maxgens" => commands.limit = number(command, report),
            name => {
                if commands.parameters.iter().any(|known| &*known.name == name) {
                    report.refuse(Fault::DuplicateParameter(name.to_owned()), Some(&command.at));
                }
                commands.parameters.push(list(&name.into(), &command.value, Some(&command.at), report));
            }
        }
    }
    commands
}

fn number(command: &Command, report: &mut Report) -> Option<u64> {
    let number = command.value.parse().ok();
    match number {
        None => report.refuse(Fault::BadCommand(command.key.clone()), Some(&command.at)),
        Some(0) => report.refuse(Fault::BadSample, Some(&command.at)),
        Some(_) => {}
    }
    number
}

fn field(name: &str, given: &Given, report: &mut Report) -> ParameterAxis {
    let name: Arc<str> = name.into();
    match given {
        Given::Text(text) => list(&name, text, None, report),
        Given::Fixed(value) => ParameterAxis { name, values: vec![Value::Fixed(value.clone())] },
    }
}

/// `value , value`, each a range or `scalar | scalar`. Inside a command everything is at its place.
fn list(name: &Arc<str>, text: &str, command: Option<&At>, report: &mut Report) -> ParameterAxis {
    let chars: Vec<char> = text.chars().collect();
    let field = Field::Parameter(name.clone());
    let whole = Scanner::new(&chars, &field);
    let parts = whole.split(',');
    let alone = parts.len() == 1;
    let (mut values, mut seen, mut repeated) = (Vec::new(), std::collections::HashSet::new(), 0);
    for part in parts {
        let part = part.trimmed();
        let at = command.cloned().unwrap_or_else(|| part.place(0, part.end()));
        for alternatives in alternatives(name, &part, alone, &at, report) {
            if !seen.insert(alternatives.clone()) {
                repeated += 1;
                continue;
            }
            let weighed = alternatives.into_iter().map(|scalar| (ONE, scalar)).collect();
            values.push(Value::new(weighed, false));
        }
    }
    if 0 < repeated {
        let at = command.cloned().unwrap_or_else(|| whole.place(0, whole.end()));
        report.warn(Warning::DuplicateOption(repeated), Some(&at));
    }
    ParameterAxis { name: name.clone(), values }
}

/// The values of one part, each with what it is drawn from.
fn alternatives(
    name: &str,
    part: &Scanner<'_>,
    alone: bool,
    at: &At,
    report: &mut Report,
) -> Vec<Vec<Scalar>> {
    if let Some(range) = Range::parse(&part.text(0, part.end())) {
        return match range.numbers() {
            Ok(numbers) => numbers.into_iter().map(|number| vec![Scalar::Number(number)]).collect(),
            Err(fault) => {
                report.refuse(fault, Some(at));
                Vec::new()
            }
        };
    }
    let parts = part.split('|');
    let single = alone && parts.len() == 1;
    let mut scalars = Vec::new();
    for scalar in parts {
        let scalar = scalar.trimmed();
        let (text, escaped) = unescape(&scalar.text(0, scalar.end()));
        if text.is_empty() && !single {
            report.refuse(Fault::BadParameter(name.to_owned()), Some(at));
        }
        let scalar = if escaped { Scalar::Text(text) } else { Scalar::read(text) };
        if !scalars.contains(&scalar) {
            scalars.push(scalar);
        }
    }
    vec![scalars]
}
