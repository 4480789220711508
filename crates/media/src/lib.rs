//! What is in a file that somebody sent: pixels, metadata, colours, text, and whether it is what it says.
//!
//! Everything here works on bytes and returns values. Nothing is stored, nothing is fetched, and no program is
//! run but the one that [`Heif`] was given; what to do with an answer is a room's business. Files come from strangers, so the type is taken from
//! the bytes and never from the name, headers are held against [`Limits`] before memory is taken, and a
//! decoder that panics is a damaged file. Metadata never makes a file fail.
//!
//! All functions compute, some for hundreds of milliseconds: call them on a bounded pool of threads, never
//! on async ones. Sound is only sniffed here, and outlined by [`Waveform`]; decoding it belongs to
//! `intelligence`.
//!
//! Generated pictures carry their recipe: [`generation::read`] finds it whatever program wrote it, and
//! [`generation::write`] puts one in without touching a pixel. [`content_credentials`] says whether a file has
//! any, [`embed_credentials`] puts some in, and [`probe()`] how large a picture or film is and how long a recording lasts, from headers alone.
//!
//! Start with [`sniff()`], then [`preview()`] for pictures and [`document()`] for documents.

mod boxes;
mod colour;
mod contain;
mod credentials;
mod decode;
mod document;
mod error;
mod exif;
pub mod generation;
mod heif;
mod limits;
mod orient;
mod perceptual;
mod picture;
mod png;
mod preview;
mod probe;
mod riff;
mod segments;
mod sniff;
mod strip;
mod thumbnail;
mod waveform;

pub use colour::{Colour, colour_name, colours};
pub use credentials::{Embedded, content_credentials, credentials_place, embed_credentials};
pub use decode::{Header, decode, decode_reduced, header};
pub use document::{Document, document};
pub use error::{Error, codes};
pub use exif::{Exif, Gps, TakenAt, orientation, read as exif};
pub use heif::Heif;
pub use limits::Limits;
pub use orient::Orientation;
pub use perceptual::{PerceptualHash, perceptual_hash};
pub use picture::Picture;
pub use preview::{Preview, preview, preview_heif};
pub use probe::{Probe, probe};
pub use sniff::{Family, FileKind, HEAD, sniff};
pub use strip::without_location;
pub use thumbnail::{EDGES, Thumbnail, encode, placeholder, resize, shrink, thumbnails};
pub use waveform::Waveform;
