//! One-shot `send` against curl posting the same body: whole processes, interleaved pairs, medians, one ratio.
//!
//! `scripts/bench [PAIRS]` builds the release binary and runs this.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement prints what its clock says")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const OK: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK";

fn main() {
    let pairs = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(60);
    let port = receiver();
    let url = format!("http://127.0.0.1:{port}/pbconnect");
    let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/target/release/popbill-hook");
    let home = std::env::temp_dir().join(format!("popbill-hook-bench-{}", std::process::id()));
    std::fs::create_dir_all(&home).expect("a folder for the run");
    let body = output(Command::new(tool).args(["events", "new", "taxinvoice.issue", "--seed", "1", "-q"]));
    let file = home.join("body.json");
    std::fs::write(&file, body.trim_end()).expect("the body is written");

    let send = || {
        let mut command = Command::new(tool);
        command
            .args(["send", "taxinvoice.issue", "--seed", "1"])
            .arg(&url)
            .env("HOME", &home)
            .env("XDG_STATE_HOME", &home);
        command.current_dir(&home);
        time(command)
    };
    let curl = || {
        let mut command = Command::new("curl");
        command.args(["-s", "-S", "-H", "Content-Type: application/json", "--data-binary"]);
        command.arg(format!("@{}", file.display())).arg(&url);
        time(command)
    };
    for _ in 0..5 {
        send();
        curl();
    }
    let mut rows: Vec<(Duration, Duration)> = (0..pairs).map(|_| (send(), curl())).collect();
    let ours = median(rows.iter().map(|row| row.0));
    let theirs = median(rows.iter().map(|row| row.1));
    rows.sort_by(|a, b| ratio(*a).total_cmp(&ratio(*b)));
    println!("one-shot send, whole process, {pairs} interleaved pairs");
    println!("  popbill-hook send  median {ours:>9.2?}");
    println!("  curl               median {theirs:>9.2?}");
    println!("  ratio              median {:>9.2}  (aim 0.35)", ratio(rows[rows.len() / 2]));
    std::fs::remove_dir_all(&home).ok();
}

/// A receiver that costs next to nothing: one thread, one read, one write.
fn receiver() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            serve(stream);
        }
    });
    port
}

fn serve(mut stream: TcpStream) {
    let mut request = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        let Ok(count) = stream.read(&mut buffer) else { return };
        request.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&request).to_lowercase();
        let Some(end) = text.find("\r\n\r\n") else { continue };
        let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
        if count == 0 || request.len() >= end + 4 + length.unwrap_or(0) {
            break;
        }
    }
    stream.write_all(OK).ok();
}

fn time(mut command: Command) -> Duration {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = command.status().expect("the command starts");
    let took = started.elapsed();
    assert!(status.success(), "{command:?}");
    took
}

fn output(command: &mut Command) -> String {
    String::from_utf8(command.output().expect("the command starts").stdout).expect("text")
}

fn ratio((ours, theirs): (Duration, Duration)) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn median(values: impl Iterator<Item = Duration>) -> Duration {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    values[values.len() / 2]
}
