//! Resolvers of the journal: three steps each, who, may, do. A file a group of nouns.

use async_graphql::{Context, MergedObject};

mod archive;
mod assets;
mod briefs;
mod insights;
mod inspirations;
mod logs;
mod recordings;
mod records;
mod search;
mod settings;
mod subscription;

pub use self::archive::{ArchiveMutation, ArchiveQuery};
pub use self::assets::{AssetMutation, AssetQuery};
pub use self::briefs::{BriefMutation, BriefQuery};
pub use self::insights::InsightQuery;
pub use self::inspirations::{InspirationMutation, InspirationQuery};
pub use self::logs::{LogMutation, LogQuery};
pub use self::recordings::{RecordingMutation, RecordingQuery};
pub use self::records::{RecordMutation, RecordQuery};
pub use self::search::SearchQuery;
pub use self::settings::{SettingsMutation, SettingsQuery};
pub use self::subscription::Subscription;
use crate::State;

/// What can be read.
#[derive(MergedObject, Default)]
#[graphql(name = "JournalQuery")]
pub struct Query(
    ArchiveQuery,
    InspirationQuery,
    AssetQuery,
    InsightQuery,
    SearchQuery,
    RecordQuery,
    BriefQuery,
    LogQuery,
    RecordingQuery,
    SettingsQuery,
);

/// What can be changed.
#[derive(MergedObject, Default)]
#[graphql(name = "JournalMutation")]
pub struct Mutation(
    ArchiveMutation,
    InspirationMutation,
    AssetMutation,
    RecordMutation,
    BriefMutation,
    LogMutation,
    RecordingMutation,
    SettingsMutation,
);

/// The room's state, which the server put into every request.
fn state<'a>(ctx: &Context<'a>) -> &'a State {
    ctx.data_unchecked::<State>()
}
