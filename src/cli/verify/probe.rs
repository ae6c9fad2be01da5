//! Probes that the user names: a page, or a command.

use std::future::Future;
use std::pin::Pin;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use super::args::VerifyArgs;
use crate::cli::CliError;
use crate::clock::Deadline;
use crate::conformance::{Keys, Probe, ProbeAnswer, Template};
use crate::transport::Client;
use crate::wire::with_scheme;
use crate::words::conformance as words;
use crate::words::shell::word;

/// The probe that the flags name, if they name one.
pub(super) fn probe(args: &VerifyArgs, client: &Client, limit: Duration) -> Result<Option<Box<dyn Probe>>, CliError> {
    let template = |flag: &str, text: &str| {
        Template::parse(text).map_err(|error| CliError::usage(words::bad_probe(flag, &error.to_string())))
    };
    if let Some(url) = &args.probe_url {
        let url =
            with_scheme(url).map_err(|error| CliError::usage(words::bad_probe("--probe-url", &error.to_string())))?;
        let client = client.clone();
        return Ok(Some(Box::new(PageProbe { client, url: template("--probe-url", &url)? })));
    }
    let Some(command) = &args.probe_cmd else { return Ok(None) };
    Ok(Some(Box::new(CommandProbe { command: template("--probe-cmd", command)?, limit })))
}

/// A page of the receiver.
struct PageProbe {
    client: Client,
    url: Template,
}

impl Probe for PageProbe {
    fn ask<'a>(&'a self, keys: &'a Keys) -> Pin<Box<dyn Future<Output = Result<ProbeAnswer, String>> + Send + 'a>> {
        Box::pin(async move {
            let url = self.url.fill(keys, in_url).map_err(words::probe_without_key)?;
            let page = self.client.get(&url).await.map_err(|error| words::probe_failed(&error))?;
            match page.status {
                200..=299 => Ok(ProbeAnswer::Found(page.body)),
                status @ (404 | 410) => Ok(ProbeAnswer::Unknown(words::probe_status(status))),
                status => Err(words::probe_failed(&words::probe_status(status))),
            }
        })
    }
}

/// A key as a part of a URL.
fn in_url(key: &str) -> String {
    url::form_urlencoded::byte_serialize(key.as_bytes()).collect()
}

/// A command of the user's.
struct CommandProbe {
    command: Template,
    limit: Duration,
}

impl Probe for CommandProbe {
    fn ask<'a>(&'a self, keys: &'a Keys) -> Pin<Box<dyn Future<Output = Result<ProbeAnswer, String>> + Send + 'a>> {
        Box::pin(async move {
            let line = self.command.fill(keys, word).map_err(words::probe_without_key)?;
            let mut command = shell(&line);
            command.stdin(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true);
            let done = Deadline::after(self.limit).bound(command.output()).await;
            let output = done
                .map_err(|_| words::probe_failed(&words::too_long()))?
                .map_err(|error| words::probe_failed(&error.to_string()))?;
            if output.status.success() {
                return Ok(ProbeAnswer::Found(output.stdout));
            }
            let how = words::probe_exit(&output.status.to_string());
            match output.status.code() {
                // What a shell says of a command that is not there or cannot be run.
                Some(126 | 127) | None => Err(words::probe_failed(&how)),
                Some(_) => Ok(ProbeAnswer::Unknown(how)),
            }
        })
    }
}

#[cfg(unix)]
fn shell(line: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", line]);
    command
}

#[cfg(not(unix))]
fn shell(line: &str) -> Command {
    // cmd reads the rest of the line as it is, quotes included.
    let mut command = Command::new("cmd");
    command.raw_arg("/C").raw_arg(line);
    command
}
