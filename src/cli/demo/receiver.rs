//! A receiver made of byte scripts: it reads a whole request and answers exactly what it is told.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::cli::CliError;
use crate::wire::Address;
use crate::words::errors;

/// A running receiver; it stops when it is dropped.
pub(super) struct Receiver {
    address: Address,
    task: JoinHandle<()>,
}

impl Receiver {
    /// Listens on a free loopback port and gives the answers in turn, over and over.
    pub(super) async fn start(answers: Vec<&'static [u8]>) -> Result<Self, CliError> {
        let failed = |error| CliError::local(errors::demo_port(), error);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let address = format!("http://127.0.0.1:{port}/pbconnect").parse().expect("a loopback URL is an address");
        let task = tokio::spawn(async move {
            for answer in answers.iter().cycle() {
                let Ok((stream, _)) = listener.accept().await else { return };
                // A caller that goes away is the caller's business; the next one is served.
                serve(stream, answer).await.ok();
            }
        });
        Ok(Self { address, task })
    }

    pub(super) fn address(&self) -> &Address {
        &self.address
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, answer: &[u8]) -> io::Result<()> {
    let mut request = Vec::new();
    while !is_complete(&request) {
        if stream.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    stream.write_all(answer).await?;
    stream.shutdown().await
}

/// Whether head and counted body are there; the tool's own requests always count their bodies.
fn is_complete(request: &[u8]) -> bool {
    let Some(head) = request.windows(4).position(|window| window == b"\r\n\r\n") else { return false };
    let text = String::from_utf8_lossy(&request[..head]);
    let length = text.lines().find_map(|line| line.strip_prefix("Content-Length: ")?.parse::<usize>().ok());
    request.len() >= head + 4 + length.unwrap_or(0)
}
