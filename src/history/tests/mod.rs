//! The room as a whole: files, records, order, writers, deletion.

mod files;
mod listing;
mod records;
mod retention;
mod sharing;
mod spooling;
mod writing;

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;

/// A directory of its own, and a place in it.
struct Home {
    directory: TempDir,
    place: Place,
}

impl Home {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let place = Place::parse(directory.path().join("history.db").to_str().unwrap()).unwrap();
        Self { directory, place }
    }

    fn open(&self, access: Access) -> Store {
        Store::open(&self.place, access).unwrap()
    }

    fn writer(&self) -> Writer {
        Writer::start(self.open(Access::Durable)).unwrap()
    }

    fn list(&self) -> Vec<Entry> {
        let listing = self.open(Access::Read).list(&Filter::default()).unwrap();
        assert_eq!(listing.damaged, []);
        listing.entries
    }

    /// Puts records in order into a store.
    fn with(entries: impl IntoIterator<Item = Entry>) -> Self {
        let home = Self::new();
        home.add(entries);
        home
    }

    fn add(&self, entries: impl IntoIterator<Item = Entry>) {
        let writer = self.writer();
        for entry in entries {
            run(async {
                match entry {
                    Entry::Capture(stored) => drop(writer.submit(stored.record).await.unwrap()),
                    Entry::Delivery(stored) => writer.submit_delivery(stored.record, stored.attempts).await.unwrap(),
                }
            });
        }
        writer.close().unwrap();
    }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

fn at(millisecond: i64) -> Timestamp {
    Timestamp::from_millisecond(millisecond).unwrap()
}

/// 2026-01-05 10:00:00 in Korea.
const MORNING: i64 = 1_767_574_800_000;

/// A capture with this number in every place that tells captures apart.
fn capture(number: u64) -> CaptureRecord {
    let body = format!("{{\"itemKey\":\"{number}\"}}").into_bytes();
    let message_id = format!("016120000002-{number:023x}");
    let head = format!(
        "POST /pbconnect HTTP/1.1\r\nHost: localhost:9854\r\nPb-Webhook-MID: {message_id}\r\nPb-Webhook-Corpnum: \
         1234567891\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    CaptureRecord {
        id: RecordId::from_bits(0x1000_0000_0000_0000 + number),
        received_at: at(MORNING + i64::try_from(number).unwrap()),
        peer: "127.0.0.1:40000".to_owned(),
        head: head.into_bytes(),
        body,
        event: Some("cashbill.issue".to_owned()),
        webhook_type: Some("CASHBILL.STATE".to_owned()),
        event_type: Some("Issue".to_owned()),
        message_id: Some(message_id),
        corp_num: Some("1234567891".to_owned()),
        auth: Auth::None,
        flags: vec![],
        reply: Reply { status: Some(200), body: b"OK".to_vec() },
        forwarded: None,
    }
}

/// A delivery that was acknowledged at once.
fn delivery(number: u64) -> StoredDelivery {
    let created_at = at(MORNING + i64::try_from(number).unwrap());
    let record = DeliveryRecord {
        id: RecordId::from_bits(0x2000_0000_0000_0000 + number),
        created_at,
        event: Some("taxinvoice.issue".to_owned()),
        message_id: format!("016120000002-{number:023x}"),
        corp_num: "1234567891".to_owned(),
        url: "http://127.0.0.1:8080/pbconnect".to_owned(),
        head: b"POST /pbconnect HTTP/1.1\r\nAuthorization: Basic ***\r\n\r\n".to_vec(),
        body: b"{}".to_vec(),
        of: 5,
        seed: Some(u64::MAX - number),
        origin: None,
        outcome: Some("acknowledged".to_owned()),
    };
    StoredDelivery { record, attempts: vec![attempt(1, created_at, Some(result("accepted", "string")))] }
}

fn attempt(number: u32, sent_at: Timestamp, result: Option<AttemptResult>) -> AttemptRecord {
    AttemptRecord { number, due_at: sent_at, sent_at, result }
}

fn result(verdict: &str, slug: &str) -> AttemptResult {
    AttemptResult {
        elapsed_us: 1900,
        status: Some(200),
        verdict: verdict.to_owned(),
        slug: slug.to_owned(),
        category: None,
        head: b"Content-Type: text/plain\r\n".to_vec(),
        body: b"OK".to_vec(),
        detail: None,
    }
}

fn captured(record: CaptureRecord) -> Entry {
    Entry::Capture(Box::new(StoredCapture { record, duplicate_of: None, answered: Answered::Unknown }))
}

fn delivered(delivery: StoredDelivery) -> Entry {
    Entry::Delivery(Box::new(delivery))
}

fn ids(entries: &[Entry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.id().bits()).collect()
}
