//! The command that is run while listening: a test suite, most often.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::process::{ExitStatus, Stdio};

use tokio::process::{Child, Command};

use crate::cli::CliError;
use crate::cli::interrupt::{before_leaving, nothing_before_leaving};
use crate::words::errors;

/// A command under way. It is killed when dropped.
pub(super) struct Running {
    child: Child,
    name: String,
    #[cfg(unix)]
    group: group::Group,
}

impl Running {
    /// Starts it with the receiver's URL in its environment. Where our stdout carries JSON lines, its own goes to
    /// stderr.
    pub(super) fn start(words: &[OsString], url: &str, json: bool) -> Result<Option<Self>, CliError> {
        let Some((program, arguments)) = words.split_first() else { return Ok(None) };
        let name = program.to_string_lossy().into_owned();
        let mut command = Command::new(program);
        command.args(arguments).env("POPBILL_HOOK_URL", url).kill_on_drop(true);
        if json {
            command.stdout(Stdio::from(std::io::stderr()));
        }
        // What it starts itself is to end with it. At a terminal it has to stay in the group that may read there,
        // and Ctrl-C reaches all of it anyway.
        let alone = !std::io::stdin().is_terminal();
        #[cfg(unix)]
        if alone {
            command.process_group(0);
        }
        let child = command.spawn().map_err(|error| CliError::usage(errors::cannot_run(&name, &error.to_string())))?;
        #[cfg(unix)]
        let group = group::Group::of(&child, alone);
        #[cfg(unix)]
        before_leaving(move || group.kill_at_once());
        Ok(Some(Self {
            child,
            name,
            #[cfg(unix)]
            group,
        }))
    }

    /// Waits for its end.
    pub(super) async fn wait(&mut self) -> std::io::Result<ExitStatus> {
        let ended = self.child.wait().await;
        nothing_before_leaving();
        ended
    }

    /// Ends it: with a request first, and what does not heed that is killed. Returns what it was started as.
    pub(super) async fn end(mut self) -> String {
        #[cfg(unix)]
        {
            self.group.ask();
            crate::clock::Deadline::after(group::PATIENCE).bound(self.child.wait()).await.ok();
            self.group.kill();
        }
        self.child.kill().await.ok();
        nothing_before_leaving();
        self.name
    }
}

#[cfg(unix)]
mod group {
    use std::time::Duration;

    use rustix::process::{Pid, Signal, kill_process, kill_process_group};
    use tokio::process::Child;

    /// How long a command may take to end when it is asked to.
    pub(super) const PATIENCE: Duration = Duration::from_secs(2);

    /// Whom signals go to.
    #[derive(Clone, Copy)]
    pub(super) struct Group {
        leader: Option<Pid>,
        whole: bool,
    }

    impl Group {
        /// While the leader has not been waited for, so that its number is its own.
        pub(super) fn kill_at_once(self) {
            self.signal(Signal::KILL);
        }

        pub(super) fn of(child: &Child, whole: bool) -> Self {
            let id = child.id().and_then(|id| i32::try_from(id).ok());
            Self { leader: id.and_then(Pid::from_raw), whole }
        }

        pub(super) fn ask(self) {
            self.signal(Signal::TERM);
        }

        /// Only for a whole group: it may have members when its leader is gone, while a lone process that is gone
        /// may have left its number to another.
        pub(super) fn kill(self) {
            if self.whole {
                self.signal(Signal::KILL);
            }
        }

        fn signal(self, signal: Signal) {
            let Some(leader) = self.leader else { return };
            // Whoever is gone already needs no signal.
            let _ = if self.whole { kill_process_group(leader, signal) } else { kill_process(leader, signal) };
        }
    }
}
