//! Flags about the payload, shared by `send` and `events new`.

use rand::TryRng as _;
use rand::rngs::SysRng;

use super::{CliError, values};
use crate::clock;
use crate::event::{
    CorpNum, Edit, EditError, Edition, Event, EventTime, InvoiceType, Kind, MessageId, SampleError, SampleRequest,
    apply, sample,
};
use crate::words::usage as words;

/// What the payload says.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Payload")]
pub(super) struct PayloadArgs {
    /// The business number the event is announced to
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_CORP_NUM")]
    pub(super) corp_num: Option<CorpNum>,

    /// Set a field: path=text, or path:=json (repeatable)
    #[arg(long, value_name = "FIELD", env = "POPBILL_HOOK_SET")]
    pub(super) set: Vec<String>,

    /// Leave a field out (repeatable)
    #[arg(long, value_name = "PATH", env = "POPBILL_HOOK_UNSET")]
    pub(super) unset: Vec<String>,

    /// The message id (Pb-Webhook-MID)
    #[arg(long, value_name = "ID", env = "POPBILL_HOOK_MID")]
    mid: Option<MessageId>,

    /// When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time
    #[arg(long, value_name = "TIME", env = "POPBILL_HOOK_AT", value_parser = values::time)]
    at: Option<EventTime>,

    /// Make the same payload again; alone it fixes the time too
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_SEED")]
    seed: Option<u64>,

    /// Which generation of POPBiLL's documents to follow [default: current]
    #[arg(long, value_name = "EDITION", env = "POPBILL_HOOK_EDITION", value_parser = values::EditionParser)]
    pub(super) edition: Option<Edition>,

    /// As sent again by hand from POPBiLL's site: eventType MANUAL
    #[arg(long, env = "POPBILL_HOOK_MANUAL", value_parser = clap::builder::FalseyValueParser::new())]
    manual: bool,

    /// The type of an NTS invoice, such as 101 or 201
    #[arg(long, value_name = "NUMBER", env = "POPBILL_HOOK_INVOICE_TYPE")]
    invoice_type: Option<InvoiceType>,
}

/// The most days from the issue of a document to the result of its filing: a long weekend.
const LONGEST_WAIT: i32 = 7;

/// A generated event and the seed it came from.
pub(super) struct Generated {
    pub(super) event: Event,
    pub(super) seed: u64,
    /// When the document is issued, where neither a flag nor a seed of the user's fixed that: then both together
    /// make the same payload again.
    pub(super) issued_at: Option<EventTime>,
}

impl PayloadArgs {
    /// Generates the event and edits its body.
    pub(super) fn generate(&self, kind: &'static Kind, edition: Edition) -> Result<Generated, CliError> {
        let seed = self.seed.unwrap_or_else(random_seed);
        let made = match (self.at, self.seed) {
            (Some(at), _) => sample(&self.request(kind, edition, seed, at)).map(|event| (event, Some(at))),
            (None, Some(_)) => sample(&self.request(kind, edition, seed, EventTime::SEEDED)).map(|event| (event, None)),
            (None, None) => self
                .recent(kind, edition, seed, EventTime::from_timestamp(clock::now()))
                .map(|(event, at)| (event, Some(at))),
        };
        let (mut event, issued_at) = made.map_err(|error| CliError::usage(error.to_string()))?;
        for edit in self.edits()? {
            apply(&mut event.body, kind.family, &edit).map_err(|error| edit_error(&error))?;
        }
        Ok(Generated { event, seed, issued_at })
    }

    fn request(&self, kind: &'static Kind, edition: Edition, seed: u64, at: EventTime) -> SampleRequest {
        SampleRequest {
            kind,
            edition,
            seed,
            at,
            manual: self.manual,
            corp_num: self.corp_num,
            message_id: self.mid.clone(),
            invoice_type: self.invoice_type,
        }
    }

    /// The event of a document issued so many days ago that the event itself does not lie in the future.
    fn recent(
        &self,
        kind: &'static Kind,
        edition: Edition,
        seed: u64,
        now: EventTime,
    ) -> Result<(Event, EventTime), SampleError> {
        let happened = |event: &Event| {
            let text = event.body.get("eventDT").and_then(serde_json::Value::as_str);
            text.and_then(|text| EventTime::parse(text).ok()).is_none_or(|at| at <= now)
        };
        let ago = |days: i32| {
            let at = now.plus_days(-days);
            Ok((sample(&self.request(kind, edition, seed, at))?, at))
        };
        for days in 0..LONGEST_WAIT {
            let (event, at) = ago(days)?;
            if happened(&event) {
                return Ok((event, at));
            }
        }
        ago(LONGEST_WAIT)
    }

    /// Notes about what was asked for.
    pub(super) fn notes(&self) -> Vec<String> {
        let wrong = self.corp_num.filter(|corp_num| !corp_num.has_valid_check_digit());
        wrong.map(|corp_num| words::wrong_check_digit(&corp_num.to_string())).into_iter().collect()
    }

    fn edits(&self) -> Result<Vec<Edit>, CliError> {
        let sets = self.set.iter().map(|text| Edit::set(text));
        let unsets = self.unset.iter().map(|path| Edit::unset(path));
        sets.chain(unsets).collect::<Result<_, _>>().map_err(|error| edit_error(&error))
    }
}

fn edit_error(error: &EditError) -> CliError {
    CliError::Usage { message: error.to_string(), hints: error.nearest().map(words::nearest).into_iter().collect() }
}

/// A seed that is short enough to be typed.
fn random_seed() -> u64 {
    random_bits() >> 32
}

/// Random bits of the operating system. Without them an id or seed is only less random, never a failure.
pub(super) fn random_bits() -> u64 {
    SysRng.try_next_u64().unwrap_or_else(|_| clock::now().as_microsecond().unsigned_abs())
}
