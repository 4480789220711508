//! ONNX Runtime, loaded once from the models folder, and sessions that are kept warm while in use.
//!
//! The library is process-wide by its nature, so this is the crate's one global value. Its types stay
//! inside of the crate.

mod warm;

use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use ort::environment::Environment;
use ort::session::Session;

use crate::error::Error;
use crate::models::Models;
pub(crate) use warm::Warm;

/// The loaded library.
pub(crate) struct Runtime {
    environment: Environment,
}

impl Runtime {
    /// Loads the library on the first call; later calls get the same one, whatever their folder.
    pub(crate) fn load(models: &Models) -> Result<&'static Self, Error> {
        static RUNTIME: OnceLock<Runtime> = OnceLock::new();
        static LOADING: Mutex<()> = Mutex::new(());
        let _one_at_a_time = LOADING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(runtime) = RUNTIME.get() {
            return Ok(runtime);
        }
        let library = models.file(&format!("onnxruntime/{}/libonnxruntime.so", std::env::consts::ARCH))?;
        // A relative path would be looked for beside the program first.
        let library = std::path::absolute(&library)
            .map_err(|source| Error::Unreadable { path: library.clone(), source })?;
        let builder = ort::init_from(library).map_err(|error| Error::Runtime(error.to_string()))?;
        let environment = builder.with_name("atelier").with_telemetry(false).build()?;
        environment.set_log_level(ort::logging::LogLevel::Error);
        Ok(RUNTIME.get_or_init(|| Self { environment }))
    }

    /// A session over a verified model file.
    ///
    /// One thread: two spend twice the processor time for little, and work is spread over cores by
    /// having several sessions.
    pub(crate) fn session(&self, model: &Path) -> Result<Session, Error> {
        let builder = Session::builder(&self.environment)?;
        let builder = builder.with_intra_threads(1)?.with_intra_op_spinning(false)?;
        // Inputs differ in length each time, so a plan of their memory would be made in vain.
        let mut builder = builder.with_memory_pattern(false)?;
        Ok(builder.commit_from_file(model)?)
    }
}
