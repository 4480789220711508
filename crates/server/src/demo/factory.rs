//! What was ordered in the demo studio. The pictures are made by the built-in provider once the server runs.

use atelier_base::{Caller, ProjectId};
use atelier_factory::order::{self, NewOrder};
use atelier_factory::permissions::PlaceOrder;
use atelier_factory::prompt::{PromptInput, PromptSyntax};
use serde_json::{Value, json};

use super::failed;
use crate::{App, Error};

/// A sample order; its name keeps it from being placed twice.
struct Sample {
    name: &'static str,
    model: &'static str,
    prompt: &'static str,
    parameters: fn() -> Value,
}

/// The oldest first.
const ORDERS: &[Sample] = &[
    Sample {
        name: "demo-harbor",
        model: "strata",
        prompt: "[light=dawn,dusk,night] over the harbor, [ultramarine,burnt sienna,grey] water, oil",
        parameters: || json!({ "width": 480, "height": 360 }),
    },
    Sample {
        name: "demo-lookups",
        model: "shapes",
        prompt: "[season] [animal:3] in [warm_color], linocut",
        parameters: || json!({ "width": 400, "height": 400, "shapes": "20,80" }),
    },
    Sample {
        name: "demo-flow",
        model: "flow",
        prompt: "the sound of a [red,gold] violin || the sound of a [teal,violet] cello",
        parameters: || json!({ "width": 512, "height": 384, "density": "30..60..30" }),
    },
];

/// Orders for a project of the studio. What was ordered before is not ordered again.
pub(super) async fn order(app: &App, owner: &Caller, project: Option<ProjectId>) -> Result<(), Error> {
    for sample in ORDERS {
        let grant = owner.may(PlaceOrder).map_err(failed)?;
        let prompt = PromptInput {
            provider: "studio".into(),
            model: sample.model.into(),
            prompt: sample.prompt.into(),
            negative_prompt: String::new(),
            parameters: (sample.parameters)(),
            syntax: PromptSyntax::default(),
            seed: "0".into(),
            quantity: 1,
            sample: None,
            limit: None,
            project_id: project,
        };
        let order = NewOrder {
            prompt,
            priority: 0,
            budget: None,
            idempotency_key: Some(sample.name.into()),
            template_id: None,
        };
        order::place(&app.factory, grant, order).await.map_err(failed)?;
    }
    Ok(())
}
