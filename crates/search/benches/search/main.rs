//! `cargo bench -p atelier-search [-- --json]`: how well and how fast it finds.
//!
//! Quality is measured on the judged queries of the journal's gold set: a hundred about topics, and as `typed` a hundred
//! as people type them, each in two halves. The constants of `src/search/fusion.rs` and `feedback.rs` were chosen on the
//! first halves, and on `nonsense_dev`; the second halves were scored at the end only. "Text alone" is the product without its model. "Vectors alone" compares the vectors of
//! the index in full precision, without a floor; beside it stands what is left of it with the lowest floor under which
//! the nonsense finds nothing. Speed is measured over 50 000 generated records; a search counts with the embedding of its query.
//! Models are taken from `ATELIER_MODELS_DIR` or the cache of the user.
//!
//! `--quality` leaves the large index out, `--dev` the second halves as well; `--pool` lists, for whoever completes the
//! judgements, what any of the three ways has among its first ten that is not judged, in the order of the ids.
#![expect(clippy::disallowed_methods, reason = "measuring time is what it is for")]
#![expect(clippy::print_stdout, reason = "the figures go to stdout")]
#![expect(clippy::cast_precision_loss, reason = "figures are rounded anyway")]

mod corpus;
mod judged;
mod speed;

use std::sync::Arc;

use atelier_base::{Clock, OrganisationId, Randomness, Scope, TenantId};
use atelier_intelligence::Models;
use atelier_intelligence::embed::{Embedder, Vector, pieces};
use atelier_search::{Document, Thesaurus};

fn main() {
    let folder = std::env::var("ATELIER_MODELS_DIR").unwrap_or_else(|_| {
        let home = std::env::home_dir().expect("a home");
        home.join(".cache/atelier/models").to_string_lossy().into_owned()
    });
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let models = Models::at(folder);
    let embedder = Embedder::new(models.clone(), &Clock::system(), 1);
    if let Err(missing) = embedder.require() {
        println!("left out: {missing}");
        return;
    }
    let half = if asked("--dev") { judged::Halves::First } else { judged::Halves::Both };
    if asked("--pool") {
        judged::pool(&embedder, half);
        return;
    }
    let quality = judged::measure(&embedder, half);
    // For choosing constants, without building the large index.
    let large = !asked("--quality") && !asked("--dev");
    let speed = large.then(|| speed::measure(&embedder, || Embedder::new(models, &Clock::system(), 1)));
    if asked("--json") {
        println!("{}", serde_json::json!({ "quality": quality, "speed": speed }));
    } else {
        println!("{quality:#?}\n{speed:#?}");
    }
}

fn scope() -> Scope {
    let organisation = OrganisationId::generate(Clock::system().now(), &Randomness::system());
    Scope::tenant(TenantId::Organisation(organisation))
}

/// As the journal makes it.
fn gazetteer() -> Arc<Thesaurus> {
    let known = atelier_extraction::thesaurus();
    let spellings = known
        .pairs()
        .flat_map(|(term, _)| known.spellings(term).iter().map(move |spelling| (*spelling, term)));
    Arc::new(Thesaurus::from_pairs(known.pairs()).with_spellings(spellings))
}

/// The places of a record, as the journal computes them.
fn places(embedder: &Embedder, document: &Document) -> Vec<Vector> {
    let passages = document.passages();
    let mut all = pieces(passages[0].trim(), 16);
    if all.len() == 1 {
        all.extend(passages.iter().skip(1).flat_map(|passage| pieces(passage.trim(), 16)));
    }
    embedder.embed(&all).expect("embedded")
}
