//! `atelier search`.

use atelier_server::build_index;

use super::{print_json, with_app};
use crate::arguments::Search;
use crate::failure::Failure;

pub(super) fn run(command: &Search) -> Result<(), Failure> {
    match command {
        Search::Rebuild { config } => with_app(config, async |app| {
            let records = build_index(&app).await?;
            print_json(&serde_json::json!({ "records": records }))
        }),
    }
}
