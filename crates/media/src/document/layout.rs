//! Letters at places become words and lines.

use std::any::Any;
use std::panic::resume_unwind;

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, Point, Vec2};

/// Gaps are in widths of an em, the height of the type.
const WORD_GAP: f64 = 0.15;
const LINE_GAP: f64 = 0.5;
const PARAGRAPH_GAP: f64 = 1.9;
/// Outlines are drawn in thousandths of an em.
const UNITS: f64 = 1000.0;

/// A page was left before its end: it took too many steps or has too much text.
pub(super) struct CutShort;

/// Draws nothing, and keeps the letters that would have been drawn.
#[derive(Debug)]
pub(super) struct Scribe {
    pub(super) text: String,
    /// The largest picture on the page, in pixels.
    pub(super) largest_image: u64,
    steps_left: u64,
    characters_left: usize,
    pen: Option<Pen>,
}

/// Where the last letter ended.
#[derive(Clone, Copy, Debug)]
struct Pen {
    at: Point,
    em: f64,
}

impl Scribe {
    pub(super) fn new(steps: u64, characters: usize) -> Self {
        Self {
            text: String::new(),
            largest_image: 0,
            steps_left: steps,
            characters_left: characters,
            pen: None,
        }
    }

    /// The interpreter can't be asked to stop, so it is unwound: no panic is reported, and the reader of the
    /// page catches it.
    fn step(&mut self) {
        self.steps_left = self.steps_left.saturating_sub(1);
        if self.steps_left == 0 || self.characters_left == 0 {
            resume_unwind(Box::new(CutShort) as Box<dyn Any + Send>);
        }
    }

    fn letter(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let Some(letter) = glyph.as_unicode() else { return };
        let origin = transform * Point::ZERO;
        let along = transform * Point::new(1.0, 0.0) - origin;
        let em = (transform * Point::new(0.0, UNITS) - origin).hypot();
        if !(origin.is_finite() && em.is_finite() && along.hypot() > 0.0) {
            return;
        }
        self.space(origin, along.normalize(), em);
        match letter {
            BfString::Char(c) => self.write(c),
            BfString::String(text) => text.chars().for_each(|c| self.write(c)),
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawing) => drawing.advance_width(),
        };
        let advance = advance.map_or(UNITS / 2.0, f64::from);
        self.pen = Some(Pen { at: origin + along * advance, em });
    }

    /// Writes the white space that lies between the pen and the next letter.
    fn space(&mut self, next: Point, direction: Vec2, em: f64) {
        let Some(pen) = self.pen else { return };
        let way = next - pen.at;
        let (forward, across) = (way.dot(direction), way.cross(direction).abs());
        let em = em.max(pen.em);
        if across > PARAGRAPH_GAP * em {
            self.end_line("\n\n");
        } else if across > LINE_GAP * em || forward < -em {
            self.end_line("\n");
        } else if forward > WORD_GAP * em && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    fn end_line(&mut self, end: &str) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push_str(end);
        }
    }

    fn write(&mut self, c: char) {
        // Spaces are letters in most files, but not in all; control characters are noise.
        let c = if c.is_whitespace() { ' ' } else { c };
        let doubled = c == ' ' && (self.text.is_empty() || self.text.ends_with(char::is_whitespace));
        if doubled || c.is_control() || self.characters_left == 0 {
            return;
        }
        self.text.push(c);
        self.characters_left -= 1;
    }
}

impl<'a> Device<'a> for Scribe {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.step();
            self.letter(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
        let pixels = u64::from(image.width()) * u64::from(image.height());
        self.largest_image = self.largest_image.max(pixels);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
