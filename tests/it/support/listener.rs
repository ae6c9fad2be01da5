//! A running `popbill-hook listen`: started, known to be ready, spoken to over raw sockets, ended by Ctrl-C.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use super::{Outcome, Scratch};

/// The running receiver. It is killed when dropped.
pub struct Listener {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub port: u16,
    pub store: PathBuf,
    /// Kept until the receiver is gone, where the store is the receiver's own.
    scratch: Option<Scratch>,
}

impl Listener {
    /// Listens on a free port with a store of its own.
    pub fn start(flags: &[&str]) -> Self {
        let scratch = Scratch::new();
        let store = scratch.path().join("history.db");
        let mut listener = Self::start_on(&store, flags);
        listener.scratch = Some(scratch);
        listener
    }

    /// Listens with this store.
    pub fn start_on(store: &std::path::Path, flags: &[&str]) -> Self {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_popbill-hook")), store, flags)
    }

    /// Listens where no file may have more than so many 512-byte blocks: a disk that gets full.
    #[cfg(unix)]
    pub fn start_on_a_small_disk(store: &std::path::Path, blocks: u32, flags: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_popbill-hook")]);
        Self::start_by(shell, store, flags)
    }

    fn start_by(mut command: Command, store: &std::path::Path, flags: &[&str]) -> Self {
        let mut child = command
            .args(["listen", "127.0.0.1:0", "--json", "--store"])
            .arg(store)
            .args(flags)
            .env_remove("POPBILL_HOOK_BASIC")
            .env_remove("POPBILL_HOOK_API_KEY")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap_or_else(|_| {
            let mut stderr = String::new();
            child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
            panic!("not ready: {line}{stderr}")
        });
        assert_eq!(ready["type"], "ready");
        let port = ready["url"].as_str().unwrap().rsplit(':').next().unwrap().parse().unwrap();
        Self { child, stdout, port, store: store.to_owned(), scratch: None }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/pbconnect", self.port)
    }

    /// The next JSON line.
    #[track_caller]
    pub fn line(&mut self) -> Value {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    /// Opens a raw connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Sends bytes over a fresh connection, ends the sending side, and reads to the end.
    pub fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // A receiver may refuse and close before it has read everything.
        stream.write_all(bytes).ok();
        stream.shutdown(std::net::Shutdown::Write).ok();
        read_all(stream)
    }

    /// Kills it as a power switch would kill the process.
    pub fn kill(mut self) -> PathBuf {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.store.clone()
    }

    /// Ends it politely and says how it ended.
    pub fn interrupt(mut self) -> Outcome {
        let status = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
        self.wait()
    }

    /// Waits for its own end.
    pub fn wait(&mut self) -> Outcome {
        let (mut stdout, mut stderr) = (String::new(), String::new());
        self.stdout.read_to_string(&mut stdout).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        let code = self.child.wait().unwrap().code().expect("it ends by itself");
        Outcome { code, stdout, stderr }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Everything until the end; a reset ends it too.
pub fn read_all(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..count]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A healthy request.
pub fn post(body: &str) -> Vec<u8> {
    format!("POST /cb HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
        .into_bytes()
}
