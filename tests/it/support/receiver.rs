//! Receivers made of byte scripts, on real sockets and free ports.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// One step of a script.
#[derive(Clone, Debug)]
pub enum Step {
    /// Reads a whole request, or to its end.
    Read,
    /// Reads until what came ends so.
    ReadUntil(Vec<u8>),
    /// Reads until the caller ends its side, or leaves.
    ReadToEnd,
    /// Reads at least so many bytes.
    ReadSome(usize),
    /// Writes bytes.
    Send(Vec<u8>),
    /// Writes bytes one by one, so far apart.
    Drip(Vec<u8>, Duration),
    /// Writes the same bytes until the caller goes away.
    Flood(Vec<u8>),
    /// Keeps the connection open and silent until the caller goes away.
    Hang,
    /// Answers later.
    Wait(Duration),
    /// Cuts the connection with a reset.
    Reset,
    /// Ends the answer in order; over TLS with `close_notify`.
    Finish,
}

impl Step {
    pub fn send(text: impl AsRef<[u8]>) -> Self {
        Self::Send(text.as_ref().to_vec())
    }
}

/// A running receiver.
pub struct Receiver {
    pub port: u16,
    requests: mpsc::Receiver<Vec<u8>>,
    connections: Arc<AtomicUsize>,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Receiver {
    /// Plays the script on every connection.
    pub fn playing(script: Vec<Step>) -> Self {
        Self::start(vec![script], None)
    }

    /// Reads each request and answers it.
    pub fn answering(answer: &[u8]) -> Self {
        Self::playing(vec![Step::Read, Step::send(answer)])
    }

    /// Gives the answers in turn; the last one repeats.
    pub fn answering_in_turn(answers: &[&[u8]]) -> Self {
        Self::start(answers.iter().map(|answer| vec![Step::Read, Step::send(answer)]).collect(), None)
    }

    /// Plays the scripts in turn; the last one repeats.
    pub fn scripted(scripts: Vec<Vec<Step>>) -> Self {
        Self::start(scripts, None)
    }

    /// Plays the script inside TLS.
    pub fn tls(script: Vec<Step>, acceptor: TlsAcceptor) -> Self {
        Self::start(vec![script], Some(acceptor))
    }

    fn start(scripts: Vec<Vec<Step>>, tls: Option<TlsAcceptor>) -> Self {
        let (port_out, port_in) = mpsc::channel();
        let (requests_out, requests) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
                port_out.send(listener.local_addr().unwrap().port()).unwrap();
                let accept = async {
                    loop {
                        let (stream, _) = listener.accept().await.unwrap();
                        let index = counted.fetch_add(1, Ordering::SeqCst).min(scripts.len() - 1);
                        tokio::spawn(connection(stream, scripts[index].clone(), tls.clone(), requests_out.clone()));
                    }
                };
                tokio::select! { () = accept => {}, _ = stopped => {} }
            });
        });
        Self { port: port_in.recv().unwrap(), requests, connections, _stop: stop }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/pbconnect", self.port)
    }

    pub fn https(&self, host: &str) -> String {
        format!("https://{host}:{}/pbconnect", self.port)
    }

    /// The next request, as it came.
    #[track_caller]
    pub fn request(&self) -> Vec<u8> {
        self.requests.recv_timeout(Duration::from_secs(10)).expect("a request arrives")
    }

    /// The next request as head and body.
    #[track_caller]
    pub fn request_parts(&self) -> (String, Vec<u8>) {
        let request = self.request();
        let end = request.windows(4).position(|window| window == b"\r\n\r\n").expect("a whole head") + 4;
        (String::from_utf8(request[..end].to_vec()).unwrap(), request[end..].to_vec())
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

async fn connection(stream: TcpStream, script: Vec<Step>, tls: Option<TlsAcceptor>, requests: mpsc::Sender<Vec<u8>>) {
    match tls {
        None => {
            if script.iter().any(|step| matches!(step, Step::Reset)) {
                stream.set_zero_linger().unwrap();
            }
            play(stream, &script, &requests).await;
        }
        Some(acceptor) => {
            if let Ok(stream) = acceptor.accept(stream).await {
                play(stream, &script, &requests).await;
            }
        }
    }
}

async fn play<S: AsyncRead + AsyncWrite + Unpin>(mut stream: S, script: &[Step], requests: &mpsc::Sender<Vec<u8>>) {
    for step in script {
        let done = match step {
            Step::Read => match read_request(&mut stream).await {
                Some(request) => {
                    // The test may have looked at all it wanted and gone on.
                    requests.send(request).ok();
                    true
                }
                None => false,
            },
            Step::ReadUntil(end) => {
                read_until(&mut stream, Some(end)).await.is_some_and(|request| requests.send(request).is_ok())
            }
            Step::ReadToEnd => {
                read_until(&mut stream, None).await.is_some_and(|request| requests.send(request).is_ok())
            }
            Step::ReadSome(count) => read_some(&mut stream, *count).await,
            Step::Send(bytes) => stream.write_all(bytes).await.is_ok() && stream.flush().await.is_ok(),
            Step::Drip(bytes, gap) => drip(&mut stream, bytes, *gap).await,
            Step::Flood(bytes) => {
                while stream.write_all(bytes).await.is_ok() {}
                false
            }
            Step::Hang => {
                let mut sink = [0; 1024];
                while stream.read(&mut sink).await.is_ok_and(|count| count > 0) {}
                false
            }
            Step::Wait(time) => {
                tokio::time::sleep(*time).await;
                true
            }
            Step::Reset => return,
            Step::Finish => stream.shutdown().await.is_ok(),
        };
        if !done {
            return;
        }
    }
}

async fn drip<S: AsyncWrite + Unpin>(stream: &mut S, bytes: &[u8], gap: Duration) -> bool {
    for byte in bytes {
        if stream.write_all(&[*byte]).await.is_err() || stream.flush().await.is_err() {
            return false;
        }
        tokio::time::sleep(gap).await;
    }
    true
}

async fn read_some<S: AsyncRead + Unpin>(stream: &mut S, count: usize) -> bool {
    let mut bytes = vec![0; count];
    count == 0 || stream.read_exact(&mut bytes).await.is_ok()
}

/// What comes until it ends so, or until nothing more comes.
async fn read_until<S: AsyncRead + Unpin>(stream: &mut S, end: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if end.is_some_and(|end| request.ends_with(end)) {
            return Some(request);
        }
        if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
            return end.is_none().then_some(request);
        }
    }
}

/// A whole request by its Content-Length; nothing when the caller left first.
async fn read_request<S: AsyncRead + Unpin>(stream: &mut S) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
            let length =
                head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
            if request.len() >= end + 4 + length.unwrap_or(0) {
                return Some(request);
            }
        }
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
}
