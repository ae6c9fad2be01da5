//! The receiver of `listen`, embedded: it answers the contract and keeps its captures in memory.

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::stage;
use crate::capture::admission::Admission;
use crate::capture::{Settings, Show, Shown, serve};
use crate::cli::CliError;
use crate::event::CATALOG;
use crate::history::StoredCapture;
use crate::wire::Address;
use crate::words::errors;

/// A running receiver; it stops when it is dropped.
pub(super) struct Listener {
    address: Address,
    captures: mpsc::Receiver<Shown>,
    task: JoinHandle<()>,
}

impl Listener {
    /// Listens on a free loopback port, and keeps what comes.
    pub(super) async fn start() -> Result<Self, CliError> {
        let (queue, captures) = mpsc::channel(CATALOG.len());
        Self::showing(Show { queue: Some(queue), lossless: true, attention: Arc::default() }, captures).await
    }

    /// Listens on a free loopback port, and keeps nothing.
    pub(super) async fn unwatched() -> Result<Self, CliError> {
        let (_, captures) = mpsc::channel(1);
        Self::showing(Show { queue: None, lossless: false, attention: Arc::default() }, captures).await
    }

    async fn showing(show: Show, captures: mpsc::Receiver<Shown>) -> Result<Self, CliError> {
        let failed = |error| CliError::local(errors::demo_port(), error);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let address = format!("http://127.0.0.1:{port}/pbconnect").parse().expect("a loopback URL is an address");
        let settings = Settings {
            plan: stage::CORRECT.parse().expect("the stage's plan is one, as a test proves"),
            admission: Admission::default(),
            upstream: None,
            tls: None,
            max: None,
            writer: None,
            count: Box::new(|_| {}),
            show,
            rejected: Box::new(|_| {}),
        };
        let task = tokio::spawn(async move {
            serve(listener, settings, std::future::pending()).await.ok();
        });
        Ok(Self { address, captures, task })
    }

    pub(super) fn address(&self) -> &Address {
        &self.address
    }

    /// What has come so far.
    pub(super) fn captures(&mut self) -> Vec<Arc<StoredCapture>> {
        std::iter::from_fn(|| self.captures.try_recv().ok()).map(|shown| shown.stored).collect()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}
