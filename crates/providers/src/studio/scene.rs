//! What every model gets to see: the order, its words, its colours, and chance.

use super::canvas::Canvas;
use super::colour::Lab;
use super::dice::{Dice, hash};
use super::models::StudioModel;
use super::number::{Point, at};
use super::outline::{self, Contours};
use super::palette::Palette;
use super::request::Request;
use super::words::{Reading, Subject};
use super::{Pulse, StudioError};

/// One picture to be painted.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) request: &'a Request,
    pub(super) reading: Reading,
    pub(super) palette: Palette,
    /// Decides the composition; a copy is thrown, so that every use starts alike.
    pub(super) dice: Dice,
    pub(super) width: f32,
    pub(super) height: f32,
    /// The shorter side.
    pub(super) short: f32,
    /// The side of a square of the same area: what sizes are measured in, so that a picture of another size is the
    /// same picture.
    pub(super) unit: f32,
    pub(super) pulse: &'a Pulse<'a>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(model: &StudioModel, request: &'a Request, pulse: &'a Pulse<'a>) -> Self {
        let reading = Reading::of(&request.prompt);
        let negative = Reading::of(&request.negative_prompt);
        let seeded = Dice::new(request.seed);
        let palette = Palette::of(&reading, &negative, &seeded);
        let dice = seeded.other(reading.rest).other(negative.rest).other(hash(model.id));
        let (width, height) = (request.width as f32, request.height as f32);
        let (short, unit) = (width.min(height), (width * height).sqrt());
        Self { request, reading, palette, dice, width, height, short, unit, pulse }
    }

    pub(super) fn canvas(&self) -> Canvas {
        Canvas::new(self.request.width as usize, self.request.height as usize, self.palette.ground)
    }

    /// Pixels of so many thousandths of the unit.
    pub(super) fn size(&self, thousandths: f32) -> f32 {
        thousandths * self.unit / 1000.0
    }

    /// A place by shares of width and height.
    pub(super) fn place(&self, across: f32, down: f32) -> Point {
        at(self.width * across, self.height * down)
    }

    /// The picture's middle.
    pub(super) fn middle(&self) -> Point {
        self.place(0.5, 0.5)
    }

    pub(super) fn beat(&self) -> Result<(), StudioError> {
        self.pulse.beat()
    }

    /// The first thing named that has an outline, large and not quite in the middle.
    pub(super) fn silhouette(&self, share: f32) -> Option<Contours> {
        let mut dice = self.dice.other(77);
        let subject = self.subjects().next()?;
        let contours = outline::of(subject, &mut dice)?;
        let middle = self.place(0.5 + dice.near() * 0.05, 0.5 + dice.near() * 0.04);
        Some(outline::placed(&contours, middle, self.short * share, dice.near() * 0.01))
    }

    /// Things named that have an outline.
    pub(super) fn subjects(&self) -> impl Iterator<Item = Subject> + '_ {
        let formless = [Subject::Rain, Subject::Sea, Subject::Snow];
        self.reading.subjects.iter().copied().filter(move |subject| !formless.contains(subject))
    }

    /// A number of things: fewer when the prompt asks for little.
    pub(super) fn amount(&self, count: f32) -> f32 {
        if self.reading.sparse { count * 0.35 } else { count }
    }

    /// A seed for noise, another for each purpose.
    pub(super) fn noise_seed(&self, purpose: u64) -> u32 {
        self.dice.other(purpose).whole()
    }

    /// A colour between those of the palette, by lightness: 0 is the darkest.
    pub(super) fn ramp(&self) -> Ramp {
        Ramp { colours: self.palette.by_lightness() }
    }
}

/// Colours in a row, with all that lies between.
#[derive(Debug)]
pub(super) struct Ramp {
    pub(super) colours: Vec<Lab>,
}

impl Ramp {
    pub(super) fn at(&self, t: f32) -> Lab {
        let last = self.colours.len().saturating_sub(1);
        let place = t.clamp(0.0, 1.0) * last as f32;
        let index = (place as usize).min(last.saturating_sub(1));
        let from = self.colours.get(index).copied().unwrap_or_default();
        let to = self.colours.get(index + 1).copied().unwrap_or(from);
        from.mix(to, place - index as f32)
    }
}
