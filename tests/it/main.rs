//! The tool as its users meet it: the real binary, real sockets, the whole outcome.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should say where")]
#![expect(clippy::disallowed_methods, reason = "slow receivers are slow by sleeping, and tests watch the clock")]
#![expect(clippy::print_stderr, reason = "a skipped test says so")]
#![expect(unreachable_pub, reason = "the parts of one test binary")]

mod support;

mod ci; // the GitHub Action, and the snippets for other pipelines
mod clients; // clients that misbehave on raw sockets
mod config; // popbill-hook.toml, routing, precedence, init
mod curl; // a printed curl line puts the same bytes on the wire
mod demo; // the demo, start to end
mod events; // list, show, new, check, schema, catalog
mod faults; // deliberate faults of a sender
mod generated; // completions and manual pages are current
mod history; // list, show, diff, export, resend, prune
mod history_trouble; // what waits beside it, configuration, filters
mod hyper_peer; // any answer of a hyper server is read as it was meant
mod init_receiver; // a receiver to begin with
mod interrupts; // Ctrl-C, and readers that go away
mod judge; // verdicts offline
mod kill; // kill -9 loses nothing that was acknowledged
mod listen; // be the receiver
mod listen_command; // a command beside the receiver
mod listen_limits; // the receiver at its limits: enough, too much, a full disk
mod output; // JSON against its schema, colours, pipes, secrets
mod readme; // every command line shown in the documents is run
mod receivers; // receivers that misbehave on real sockets
mod retry; // attempts until one is acknowledged
mod secrets; // nothing secret is shown or kept
mod send; // the request on the wire, the answer on the screen
mod simulate; // scenarios at real receivers
mod simulate_runs; // runs that are killed and go on
mod surface; // command lines that are right, and wrong in one way
mod tidy; // the house
mod tls; // https, right and wrong in one way
mod variables; // flags win over variables
mod verify; // receivers that are right, and wrong in one way
mod verify_mistakes; // one receiver for each classic mistake
mod verify_reports; // seven forms of one result, whatever a receiver answers
mod verify_ways; // https, configuration, order, silence, interruption
