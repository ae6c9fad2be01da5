//! Sentences about simulations.

/// The fate of an attempt that the scenario keeps from the receiver.
pub const BLOCKED: &str = "blocked";
/// What that means.
const BLOCKED_MEANING: &str =
    "The scenario kept the attempt from the receiver; POPBiLL would call it a communication error.";
/// The fate of an attempt whose answer is thrown away.
pub const LOST: &str = "answer-lost";
/// What that means.
const LOST_MEANING: &str =
    "The receiver answered, and the scenario threw the answer away, as if the network had lost it.";
/// What a fate that is no verdict means.
pub fn meaning(fate: &str) -> Option<&'static str> {
    match fate {
        BLOCKED => Some(BLOCKED_MEANING),
        LOST => Some(LOST_MEANING),
        _ => None,
    }
}

/// The fate of an attempt by hand.
pub const RERUN: &str = "by-hand";
/// The fate of an ordinary attempt.
pub const SENT: &str = "sent";

/// Words of the legend.
pub const ACCEPTED: &str = "accepted";
/// Tolerated.
pub const TOLERATED: &str = "tolerated";
/// Another answer.
pub const REJECTED: &str = "rejected";
/// No answer.
pub const NO_ANSWER: &str = "no-answer";
/// Answered in vain.
pub const LOST_MARK: &str = "answer-lost";
/// Kept from the receiver.
pub const BLOCKED_MARK: &str = "outage";

/// The first line of a run.
pub fn begin(name: &str, run: &str, deliveries: usize, seed: u64, pace: &str, is_resumed: bool) -> String {
    let verb = if is_resumed { "goes on" } else { "begins" };
    format!("{name}: run {run} {verb} · {} · seed {seed} · {pace}", count_of(deliveries, "delivery", "deliveries"))
}

/// The first line of a plan.
pub fn plan(name: &str, deliveries: usize, attempts: usize, seed: u64) -> String {
    format!(
        "{name}: {}, {} if the receiver acknowledges what reaches it · seed {seed}",
        count_of(deliveries, "delivery", "deliveries"),
        count_of(attempts, "attempt", "attempts")
    )
}

fn count_of(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How a run stands.
pub fn progress(outcomes: &std::collections::BTreeMap<&'static str, u64>, attempts: u64) -> String {
    let ended: Vec<String> = outcomes.iter().map(|(name, count)| format!("{count} {name}")).collect();
    format!("{}, {attempts} attempts", ended.join(", "))
}

/// Only some are shown.
pub fn sample(shown: usize, all: usize) -> String {
    format!("… {shown} of {all} deliveries, evenly chosen; --json has all of them")
}

/// How the deliveries ended.
pub fn deliveries(ended: &[String]) -> String {
    if ended.is_empty() { "no delivery has ended".to_owned() } else { format!("deliveries: {}", ended.join(", ")) }
}

/// How many attempts there were.
pub fn attempts(count: u64) -> String {
    if count == 1 { "in 1 attempt".to_owned() } else { format!("in {count} attempts") }
}

/// How to go on.
pub fn resume(run: &str) -> String {
    format!("interrupted; `popbill-hook simulate --resume {run}` goes on where it was")
}

/// How to go on when there is room again.
pub fn resume_later(run: &str) -> String {
    format!("what was done is on the record; `popbill-hook simulate --resume {run}` goes on where it was")
}

/// It cannot go on.
pub fn cannot_resume() -> String {
    "interrupted; nothing was recorded, so it cannot go on".to_owned()
}

/// The receiver fell short.
pub fn missed(count: u64) -> String {
    if count == 1 {
        "1 delivery was never acknowledged, though an attempt reached the receiver or should have".to_owned()
    } else {
        format!("{count} deliveries were never acknowledged, though attempts reached the receiver or should have")
    }
}

/// All went well.
pub fn as_written() -> String {
    "the scenario ran as written: everything that should be acknowledged was".to_owned()
}

/// A run in a list.
pub fn run_line(planned: u32, outcome: Option<&str>) -> String {
    format!("{} · {}", count_of(planned as usize, "delivery", "deliveries"), outcome.unwrap_or("can go on"))
}

/// How to say where a run goes.
pub fn no_endpoint_hint(scenario: &str) -> String {
    format!(
        "give the URL (`popbill-hook simulate {scenario} http://localhost:8080/pbconnect`), or write it in \
         popbill-hook.toml (`popbill-hook init`)"
    )
}

/// Not a route.
pub fn bad_route() -> String {
    "expected PRODUCT=URL or PRODUCT:NUMBER=URL, such as cashbill=http://localhost:8081/".to_owned()
}

/// Not a product.
pub fn unknown_product(name: &str, nearest: Option<&str>) -> String {
    let nearest = nearest.map(|nearest| format!("; did you mean {nearest}?")).unwrap_or_default();
    format!("there is no product \"{}\"{nearest}", name.escape_debug())
}

/// Not a report.
pub fn bad_report() -> String {
    "expected html=FILE".to_owned()
}

/// Not a scenario.
pub fn unknown_scenario(name: &str) -> String {
    format!("there is no scenario \"{}\", and no file of that name", name.escape_debug())
}

/// Those there are.
pub fn built_in(names: &[&str]) -> String {
    format!("built in are {}; anything with a dot or slash is a file", names.join(", "))
}

/// A file that is no text.
pub fn not_utf8(path: &str) -> String {
    format!("{} is not UTF-8", path.escape_debug())
}

/// A run whose settings cannot be read.
pub fn unreadable_run(id: &str) -> String {
    format!("run {id} was recorded in a way that this version cannot read")
}

/// No run waits to go on.
pub fn no_open_run() -> String {
    "no run in the history can go on".to_owned()
}

/// An id that no run has.
pub fn unknown_run(id: &str) -> String {
    format!("no run has an id that begins with \"{}\"", id.escape_debug())
}

/// Several runs begin so.
pub fn ambiguous_run(id: &str) -> String {
    format!("several runs have an id that begins with \"{}\"", id.escape_debug())
}

/// Where all runs are.
pub fn list_runs() -> String {
    "`popbill-hook simulate runs` lists them".to_owned()
}

/// Another process makes its attempts.
pub fn run_is_under_way(id: &str) -> String {
    format!("run {id} is under way in another process")
}

/// It has nothing left to do.
pub fn run_is_complete(id: &str) -> String {
    format!("run {id} is complete, so there is nothing to go on with")
}

/// Why an attempt had no answer: the scenario.
pub fn blocked() -> String {
    "the scenario's outage: nothing of it left this machine".to_owned()
}

/// Why an attempt had no answer: it was thrown away.
pub fn lost(verdict: &str, slug: &str) -> String {
    format!("the receiver's answer ({verdict}: {slug}){THROWN_AWAY}")
}

/// Whether a detail says that.
pub fn is_lost(detail: &str) -> bool {
    detail.ends_with(THROWN_AWAY)
}

const THROWN_AWAY: &str = " was thrown away, as the scenario says";
