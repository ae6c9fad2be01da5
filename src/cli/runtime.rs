//! The one-threaded runtime that commands wait in.

use std::future::Future;

use super::CliError;
use crate::words::errors;

/// Runs `work` where many connections are served at once: the thread that waits also shows, others serve.
pub(super) fn run_on_threads<F: Future>(work: F) -> Result<F::Output, CliError> {
    let threads = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()
        .map_err(|error| CliError::local(errors::runtime(), error))?;
    let output = runtime.block_on(work);
    runtime.shutdown_background();
    Ok(output)
}

/// Runs `work` to its end. Threads still resolving a name are left behind, so that a silent resolver cannot
/// hold the process.
pub(super) fn run<F: Future>(work: F) -> Result<F::Output, CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()
        .map_err(|error| CliError::local(errors::runtime(), error))?;
    let output = runtime.block_on(work);
    runtime.shutdown_background();
    Ok(output)
}
