//! What the server does by itself while it runs: expired items go, and old records of changes.

use std::time::Duration;

use atelier_base::Scope;
use atelier_tables::Error;
use tokio::time::MissedTickBehavior;

use crate::App;

/// An expired item is invisible at once; its row may stay for so long.
const EVERY: Duration = Duration::from_mins(1);
/// Items or records that are handled at once, so that other writes come between.
const AT_ONCE: usize = 100;

/// What jobs gave up in this time is looked at each time: more than enough for rounds that fail.
const LATELY: Duration = Duration::from_hours(1);
/// And at the start, what was given up while the last process died: as long as the queue remembers it.
const EVER: Duration = Duration::from_hours(24 * 31);

/// Runs until the process ends. A failure is logged and tried again a minute later.
pub(crate) async fn keep_house(app: &App) {
    let mut minutes = tokio::time::interval(EVERY);
    minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
    release(app, EVER).await;
    loop {
        minutes.tick().await;
        crate::journal::cool(app);
        if let Err(error) = tidy_up(app).await {
            tracing::warn!(%error, "the store could not be tidied up; it is tried again");
        }
    }
}

/// Once around: everything that is due now.
pub async fn tidy_up(app: &App) -> Result<(), Error> {
    loop {
        let expired = app.tables.expired(Scope::directory(), AT_ONCE).await?;
        // What the journal had goes to its archive first.
        let expired = atelier_journal::archive::put_away_expired(&app.journal, expired).await;
        if app.tables.bury(&expired).await? == 0 {
            break;
        }
        tokio::task::yield_now().await;
    }
    release(app, LATELY).await;
    if !app.tables.capabilities().changes {
        return Ok(());
    }
    let days = u32::try_from(app.config.tables.change_days).unwrap_or(u32::MAX);
    let kept = Duration::from_hours(24).saturating_mul(days);
    let oldest = app.clock.now().before(kept);
    while app.tables.trim_changes(oldest, AT_ONCE).await? {
        tokio::task::yield_now().await;
    }
    Ok(())
}

/// What the journal shows as being worked on, though nobody goes on with it.
async fn release(app: &App, for_long: Duration) {
    let since = app.clock.now().before(for_long);
    if let Err(error) = atelier_journal::stranded::release(&app.journal, since).await {
        tracing::warn!(%error, "what waits for lost jobs could not be let go of; it is tried again");
    }
}

#[cfg(test)]
mod tests {
    use atelier_base::{Clock, Randomness, Timestamp, UserId};
    use atelier_tables::{Attribute, Key, Options, Position, Table, Tables, Tenancy, Write};

    use super::*;
    use crate::Config;

    const PASSES: &Table = &Table {
        tenancy: Tenancy::Directory,
        ttl: Some("expires_at"),
        stream: true,
        ..Table::new("passes", Attribute::S("id"))
    };

    #[tokio::test]
    async fn expired_items_and_old_changes_go() {
        let directory = tempfile::tempdir().expect("a directory");
        let mut config = Config::defaults().expect("the defaults are valid");
        config.server.data = directory.path().join("server");
        let clock = Clock::fixed(Timestamp::from_millis(1_700_000_000_000));
        let mut app = App::open(config, clock.clone(), Randomness::seeded(1)).expect("the stores open");
        let options = Options { clock: clock.clone(), ..Options::at(directory.path().join("passes")) };
        app.tables = Tables::open(&options, &[PASSES]).expect("opened");
        for n in 0..150 {
            let id = UserId::generate(clock.now(), &app.randomness);
            let item = [("id", id.into()), ("expires_at", (clock.now().as_seconds() + 60 + n).into())];
            let item = item.map(|(name, value)| (name.to_owned(), value)).into();
            app.tables.write(Scope::directory(), Write::put(PASSES, item)).await.expect("written");
        }
        let changes = async |app: &App| {
            app.tables
                .changes(Scope::directory(), &[PASSES], &Position::START, 1_000)
                .await
                .expect("read")
                .len()
        };
        clock.advance(Duration::from_secs(59));
        tidy_up(&app).await.expect("tidied");
        assert_eq!(changes(&app).await, 150, "nothing is due");
        clock.advance(Duration::from_mins(5));
        tidy_up(&app).await.expect("tidied");
        assert_eq!(changes(&app).await, 300, "each item was deleted");
        assert_eq!(app.tables.expired(Scope::directory(), 1_000).await.expect("read"), []);
        clock.advance(Duration::from_hours(24 * 9));
        tidy_up(&app).await.expect("tidied");
        assert_eq!(changes(&app).await, 1, "the newest stays");
        let gone = app.tables.get(Scope::directory(), PASSES, &Key::hash("none")).await.expect("read");
        assert_eq!(gone, None);
    }
}
