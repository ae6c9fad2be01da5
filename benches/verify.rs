//! The whole of `verify` against as many curl processes as it makes requests, which is what a suite written in shell does:
//! interleaved pairs, medians, one ratio.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement prints what its clock says")]

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hyper::body::{Body, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

/// The checks that wait on purpose.
const WAITING: &str = "transport.slow-body,transport.split-hangul,transport.reset,load.parallel";

fn main() {
    let pairs = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(7);
    let (port, requests) = receiver();
    let url = format!("http://127.0.0.1:{port}/pbconnect");
    let verify = |skip: &[&str]| {
        let mut command = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/target/release/popbill-hook"));
        command.args(["verify", "-q", &url]).args(skip);
        time(command)
    };
    println!("verify, whole process, {pairs} interleaved pairs; the receiver is a bare hyper server");
    for (name, skip) in [("everything", &[][..]), ("without deliberate waits", &["--skip", WAITING][..])] {
        let before = requests.load(Ordering::SeqCst);
        verify(skip);
        let count = requests.load(Ordering::SeqCst) - before;
        let curls = || {
            (0..count).map(|_| {
                let mut command = Command::new("curl");
                command.args(["-s", "-S", "-H", "Content-Type: application/json", "--data-binary", BODY]).arg(&url);
                time(command)
            })
        };
        let rows: Vec<(Duration, Duration)> = (0..pairs).map(|_| (verify(skip), curls().sum())).collect();
        let ratios = rows.iter().map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64());
        println!("  {name}: {count} requests");
        println!("    popbill-hook verify  median {:>9.2?}", median(rows.iter().map(|row| row.0)));
        println!("    {count} times curl       median {:>9.2?}", median(rows.iter().map(|row| row.1)));
        let mut ratios: Vec<f64> = ratios.collect();
        ratios.sort_by(f64::total_cmp);
        println!("    ratio                median {:>9.3}  (aim 0.05)", ratios[ratios.len() / 2]);
    }
}

const BODY: &str = r#"{"corpNum":"1234567891","itemKey":"026010510000000042","stateCode":300,"eventType":"Issue"}"#;

/// A receiver that costs next to nothing, and how many requests it has had.
fn receiver() -> (u16, Arc<AtomicUsize>) {
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    let (told, port) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
            told.send(listener.local_addr().expect("an address").port()).expect("somebody waits");
            while let Ok((stream, _)) = listener.accept().await {
                let counted = Arc::clone(&counted);
                tokio::spawn(async move {
                    let service = service_fn(|request| answer(request, &counted));
                    hyper::server::conn::http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await
                        .ok();
                });
            }
        });
    });
    (port.recv().expect("the receiver starts"), requests)
}

async fn answer(
    request: hyper::Request<Incoming>,
    counted: &AtomicUsize,
) -> Result<hyper::Response<String>, hyper::Error> {
    counted.fetch_add(1, Ordering::SeqCst);
    let mut body = request.into_body();
    while let Some(frame) =
        std::future::poll_fn(|context| Body::poll_frame(std::pin::Pin::new(&mut body), context)).await
    {
        frame?;
    }
    Ok(hyper::Response::new("OK".to_owned()))
}

fn time(mut command: Command) -> Duration {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    command.status().expect("the command starts");
    started.elapsed()
}

fn median(values: impl Iterator<Item = Duration>) -> Duration {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    values[values.len() / 2]
}
