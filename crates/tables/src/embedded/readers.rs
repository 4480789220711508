//! The pool of reading connections.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use rusqlite::Connection;

use super::failure::File;
use super::open;
use crate::Error;

/// Connections that are opened when they are first needed.
///
/// A caller takes the first that is free, so that a lone caller always meets the same warm page
/// cache; only when all are busy does it wait for one.
pub(super) struct Readers {
    file: PathBuf,
    places: Box<[Mutex<Option<Connection>>]>,
    turn: AtomicUsize,
    closed: AtomicBool,
}

impl Readers {
    pub(super) fn new(file: PathBuf, count: usize) -> Self {
        let places = (0..count.clamp(1, 64)).map(|_| Mutex::new(None)).collect();
        Self { file, places, turn: AtomicUsize::new(0), closed: AtomicBool::new(false) }
    }

    /// Reads with a connection of its own.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let mut place = self.place();
        if self.closed.load(Ordering::Acquire) {
            return Err(Error::Unavailable { operation: "read", reason: "the store is closed".into() });
        }
        if let Some(connection) = &*place {
            return read(connection);
        }
        let connection =
            open::reader(&self.file).map_err(File(self.file.clone()).failed("open a connection"))?;
        read(place.insert(connection))
    }

    fn place(&self) -> MutexGuard<'_, Option<Connection>> {
        for place in &self.places {
            match place.try_lock() {
                Ok(guard) => return guard,
                // A panic while reading leaves nothing half done.
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) % self.places.len();
        self.places[turn].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the reads that are under way and closes the connections.
    pub(super) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        for place in &self.places {
            *place.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }
}
