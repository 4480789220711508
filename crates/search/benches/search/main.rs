//! `cargo bench -p atelier-search [-- --json]`: how well and how fast it finds.
//!
//! Quality is measured on the judged queries of the journal's gold set, in two halves. The floors of
//! `src/search/fusion.rs` were chosen with all of them in view, so neither half is unseen. "Vectors alone" is a
//! comparison in full precision without a floor, "text alone" the product without its model. Speed is measured over 50 000 generated records; a
//! search counts with the embedding of its query. Models are taken from `ATELIER_MODELS_DIR` or the cache of the user.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, reason = "the figures go to stdout")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

mod corpus;
mod judged;

use atelier_base::Clock;
use atelier_intelligence::Models;
use atelier_intelligence::embed::Embedder;

fn main() {
    let folder = std::env::var("ATELIER_MODELS_DIR").unwrap_or_else(|_| {
        let home = std::env::home_dir().expect("a home");
        home.join(".cache/atelier/models").to_string_lossy().into_owned()
    });
    let embedder = Embedder::new(Models::at(folder), &Clock::system(), 1);
    if let Err(missing) = embedder.require() {
        println!("left out: {missing}");
        return;
    }
    let quality = judged::measure(&embedder);
    // For choosing constants, without building the large index.
    let speed =
        (!std::env::args().any(|argument| argument == "--quality")).then(|| corpus::measure(&embedder));
    if std::env::args().any(|argument| argument == "--json") {
        println!("{}", serde_json::json!({ "quality": quality, "speed": speed }));
    } else {
        println!("{quality:#?}\n{speed:#?}");
    }
}
