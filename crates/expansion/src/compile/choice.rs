//! The options of a token: alternatives drawn, duplicates dropped, samples taken, several picked.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Compiler, Draft, Flat, Loose};
use crate::ast::{Choice, ONE, Opt, Sampler, Take, Weight};
use crate::decimal::MOST_OPTIONS;
use crate::error::Fault;
use crate::joint::Joint;
use crate::plan::Piece;
use crate::random::{Chance, derive};
use crate::warning::Warning;
use crate::weight;

/// The finest share of a weight among the values of one option.
const SHARES: u64 = 1_000_000;

impl Compiler<'_> {
    pub(super) fn choice(&mut self, choice: &Choice) -> Vec<Flat> {
        let options: Vec<Vec<Flat>> = choice.options.iter().map(|option| self.option(option)).collect();
        let values = match &choice.take {
            Take::Pick { least, most, separator } => {
                self.arrangements(&units(options), (*least, *most), separator)
            }
            Take::All | Take::Sample(_) if choice.sampler == Sampler::Every => {
                options.into_iter().flatten().collect()
            }
            Take::All | Take::Sample(_) => shared(&options),
        };
        let values = if choice.sampler == Sampler::Every {
            self.distinct(values)
        } else {
            self.drawn(values, choice.sampler)
        };
        if MOST_OPTIONS < values.len() {
            self.report.refuse(Fault::TooManyOptions, Some(&choice.at));
            return Vec::new();
        }
        match choice.take {
            Take::Sample(count) => self.sample(values, count, choice),
            _ => values,
        }
    }

    fn option(&mut self, option: &Opt) -> Vec<Flat> {
        if let [(_, body)] = option.alternatives.as_slice() {
            let mut values = self.flatten(body);
            for value in &mut values {
                value.weight = option.weight;
                for (_, text) in &mut value.alternatives {
                    *text = Joint::with(std::mem::take(text).finish());
                }
            }
            return values;
        }
        let mut alternatives: Vec<(Weight, Joint)> = Vec::new();
        for (weight, body) in &option.alternatives {
            let texts = self.flatten(body).into_iter().flat_map(|value| value.alternatives);
            alternatives.extend(texts.map(|(_, text)| (*weight, text)));
        }
        let all = alternatives.len();
        let mut seen = HashSet::new();
        alternatives.retain(|(_, text)| seen.insert(text.clone().finish()));
        self.repeated += all - alternatives.len();
        let sampler = if alternatives.len() == 1 { Sampler::Every } else { Sampler::Random };
        if alternatives.is_empty() {
            return Vec::new();
        }
        vec![Flat { alternatives, weight: option.weight, key: None, sampler }]
    }

    /// The first of each; how many were dropped is a warning.
    pub(super) fn distinct(&mut self, values: Vec<Flat>) -> Vec<Flat> {
        let mut places: HashSet<Vec<String>> = HashSet::with_capacity(values.len());
        let all = values.len();
        let mut kept = Vec::with_capacity(all);
        for value in values {
            let texts = value.alternatives.iter().map(|(_, text)| text.clone().finish()).collect();
            if places.insert(texts) {
                kept.push(value);
            }
        }
        let dropped = all - kept.len() + std::mem::take(&mut self.repeated);
        if 0 < dropped {
            self.warn_here(Warning::DuplicateOption(dropped));
        }
        kept
    }

    /// All values as what one is drawn from.
    pub(super) fn drawn(&mut self, values: Vec<Flat>, sampler: Sampler) -> Vec<Flat> {
        if values.iter().any(|value| value.sampler != Sampler::Every && value.sampler != sampler) {
            self.refuse_here(Fault::MixedSamplers);
        }
        let mut alternatives = Vec::new();
        for value in values {
            let all: u128 = value.alternatives.iter().map(|(weight, _)| u128::from(*weight)).sum();
            let texts = value.alternatives.into_iter();
            alternatives.extend(texts.map(|(weight, text)| (share(weight, value.weight, all), text)));
        }
        let alternatives = merged(alternatives);
        if alternatives.is_empty() {
            return Vec::new();
        }
        let sampler = if alternatives.len() == 1 { Sampler::Every } else { sampler };
        vec![Flat { alternatives, weight: ONE, key: None, sampler }]
    }

    fn sample(&mut self, values: Vec<Flat>, asked: u64, choice: &Choice) -> Vec<Flat> {
        let there = values.len();
        let Some(count) = usize::try_from(asked).ok().filter(|count| *count < there) else {
            self.report.warn(Warning::SampleExceedsOptions { asked, there }, Some(&choice.at));
            return values;
        };
        let weights: Vec<Weight> = values.iter().map(|value| value.weight).collect();
        let chance = Chance::new(derive(self.seed, format_args!("token{}", self.ordinal)));
        let places = weight::sample(chance, &weights, count);
        let mut chosen = places.into_iter().peekable();
        let kept = values.into_iter().enumerate();
        kept.filter(|(at, _)| chosen.next_if_eq(at).is_some()).map(|(_, value)| value).collect()
    }

    /// Every arrangement of so many of the units, each unit with each of its values.
    fn arrangements(&mut self, units: &[Vec<Flat>], bounds: (usize, usize), separator: &str) -> Vec<Flat> {
        let most = bounds.1.min(units.len());
        let least = bounds.0.min(most);
        let ways = |count| (0..count).fold(1_usize, |ways, taken| ways.saturating_mul(units.len() - taken));
        if (least..=most).any(|count| MOST_OPTIONS < ways(count)) {
            self.refuse_here(Fault::TooManyOptions);
            return Vec::new();
        }
        let mut all = Vec::new();
        for count in least..=most {
            self.arrange(units, count, separator, &mut Vec::new(), &mut all);
        }
        all
    }

    fn arrange(
        &mut self,
        units: &[Vec<Flat>],
        count: usize,
        separator: &str,
        chosen: &mut Vec<usize>,
        all: &mut Vec<Flat>,
    ) {
        if MOST_OPTIONS < all.len() || !self.step() {
            return;
        }
        if chosen.len() == count {
            let mut whole = vec![Flat::text("")];
            for (place, unit) in chosen.iter().enumerate() {
                if 0 < place {
                    whole = self.cross(&whole, &[Flat::text(separator)]);
                }
                whole = self.cross(&whole, &units[*unit]);
            }
            all.extend(whole);
            return;
        }
        for unit in 0..units.len() {
            if !chosen.contains(&unit) {
                chosen.push(unit);
                self.arrange(units, count, separator, chosen, all);
                chosen.pop();
            }
        }
    }

    /// Picks of a fixed number from plain options are as many axes that don't repeat each other: that has no
    /// bound on their number. Others are written out.
    pub(super) fn pick(&mut self, choice: &Choice, drafts: &mut Vec<Draft>, pieces: &mut Vec<Loose>) {
        let options: Vec<Vec<Flat>> = choice.options.iter().map(|option| self.option(option)).collect();
        let names = std::mem::take(&mut self.names);
        let units = units(options);
        let plain = units.iter().all(|unit| matches!(unit.as_slice(), [one] if one.alternatives.len() == 1));
        let Take::Pick { least, most, separator } = &choice.take else { return };
        let count = (*most).min(units.len());
        if !plain || choice.sampler != Sampler::Every || (*least).min(count) != count || count < 2 {
            let values = self.choice(choice);
            let axis = self.axis(values, None, &choice.at, drafts);
            pieces.push(Loose::Piece(Piece::Axis(axis)));
            return;
        }
        let values = self.distinct(units.into_iter().flatten().collect());
        if 10 * MOST_OPTIONS < values.len().saturating_mul(count) {
            self.report.refuse(Fault::TooManyOptions, Some(&choice.at));
            return;
        }
        // No lookup is called so: names have no blanks.
        let key: Arc<str> = format!(" pick {}", self.ordinal).into();
        for place in 0..count.min(values.len()) {
            if 0 < place {
                pieces.push(Loose::Piece(Piece::Text(separator.clone())));
            }
            self.names.clone_from(&names);
            let keyed = values.iter().map(|value| Flat { key: Some(key.clone()), ..value.clone() });
            let axis = self.axis(keyed.collect(), None, &choice.at, drafts);
            pieces.push(Loose::Piece(Piece::Axis(axis)));
        }
    }
}

/// What is picked from: the options, or the values of the only one.
fn units(mut options: Vec<Vec<Flat>>) -> Vec<Vec<Flat>> {
    if options.len() == 1
        && let Some(only) = options.pop()
    {
        return only.into_iter().map(|value| vec![value]).collect();
    }
    options
}

/// The values of all options, each option's weight divided among its own.
fn shared(options: &[Vec<Flat>]) -> Vec<Flat> {
    let mut all = Vec::new();
    for values in options {
        let parts = values.len().max(1) as u64;
        // Where no option has several values the weights stay as they were written.
        let unit = if options.iter().all(|values| values.len() == 1) { 1 } else { SHARES };
        all.extend(values.iter().cloned().map(|mut value| {
            value.weight = (value.weight.saturating_mul(unit) / parts).max(1);
            value
        }));
    }
    all
}

/// The part of `whole` that falls to `weight` out of `all`.
fn share(weight: Weight, whole: Weight, all: u128) -> Weight {
    let part = u128::from(weight) * u128::from(whole) / all.max(1);
    Weight::try_from(part).unwrap_or(Weight::MAX).max(1)
}

/// Equal texts once, with the sum of their weights.
fn merged(alternatives: Vec<(Weight, Joint)>) -> Vec<(Weight, Joint)> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<(Weight, Joint)> = Vec::new();
    for (weight, text) in alternatives {
        let text = text.finish();
        if let Some(at) = places.get(&text) {
            kept[*at].0 = kept[*at].0.saturating_add(weight);
        } else {
            places.insert(text.clone(), kept.len());
            kept.push((weight, Joint::with(text)));
        }
    }
    kept
}
