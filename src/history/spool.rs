//! Deliveries of one-shot sends that wait to be put into the store.
//!
//! A `send` takes two milliseconds; opening a database, adding a row and closing it takes one more. So a delivery is
//! appended to a small file beside the store (`history.db-sends`), which takes a fiftieth of that, and whoever
//! next reads the history puts what waits there into the store. The file is a row of frames; each has a mark, its
//! length, and the values of a delivery and its attempts with their checksums. What a power cut left of a frame is
//! passed over, and the file is then kept as `history.db-sends.damaged`.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::database::{Columns, Database, Intent, Unreadable, Value, transaction};
use super::entries::{id_number, millisecond};
use super::record::{AttemptRecord, DeliveryRecord, StoredDelivery};
use super::schema::{Meta, meta, set_meta};
use super::{StoreError, deliveries, header};
use crate::words::history::damage;

/// More does not wait: it goes into the store at once.
const MOST_BYTES: u64 = 512 * 1024;
/// Begins a frame; the last letter is the version.
const MARK: &[u8; 4] = b"pbs1";
const DELIVERY_COLUMNS: usize = 13;
const ATTEMPT_COLUMNS: usize = 12;

/// The file beside the store at `path`.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push("-sends");
    PathBuf::from(name)
}

/// Whether deliveries wait.
pub(super) fn is_waiting(path: &Path) -> bool {
    std::fs::metadata(beside(path)).is_ok_and(|metadata| metadata.len() > 0)
}

/// Lets a delivery wait beside the store at `path`. Where that is not certain to be right, nothing is done and the
/// answer is `false`: the caller then opens the store, which says what is wrong if anything is.
pub(super) fn append(path: &Path, delivery: &DeliveryRecord, attempts: &[AttemptRecord]) -> bool {
    header::is_sound(path) && try_append(path, delivery, attempts).is_some()
}

/// Appends to the file beside the store, whatever the store is.
pub(super) fn try_append(path: &Path, delivery: &DeliveryRecord, attempts: &[AttemptRecord]) -> Option<()> {
    // What the store would refuse must not wait before it for good.
    let is_ordered = attempts.is_sorted_by(|one, next| one.number < next.number);
    let frame = is_ordered.then(|| frame(delivery, attempts))?;
    let mut file = open(&beside(path), OpenOptions::new().append(true).create(true)).ok()??;
    // Somebody who empties it may take long; nobody waits for that. The lock ends with the handle.
    file.try_lock().ok()?;
    let length = file.metadata().ok()?.len();
    if length + frame.len() as u64 > MOST_BYTES {
        return None;
    }
    if file.write_all(&frame).is_err() {
        // A full disk took a part of it.
        let _ = file.set_len(length);
        return None;
    }
    Some(())
}

/// Puts what waits beside the store into it, and empties the file.
pub(super) fn gather(database: &mut dyn Database) -> Result<(), StoreError> {
    let path = database.path().to_owned();
    let io = |error: std::io::Error| StoreError::Io { path: path.clone(), reason: error.to_string() };
    let Some(mut file) = open(&beside(&path), OpenOptions::new().read(true).write(true)).map_err(io)? else {
        return Ok(());
    };
    file.lock().map_err(io)?;
    let bytes = read(&mut file).map_err(io)?;
    let mut frames = Frames { bytes: &bytes, at: 0, passed_over: 0 };
    let waiting: Vec<_> = frames.by_ref().collect();
    if frames.passed_over > 0 {
        // What nobody understands is kept beside, for whoever does.
        let mut damaged = beside(&path).into_os_string();
        damaged.push(".damaged");
        let kept = open(Path::new(&damaged), OpenOptions::new().write(true).create(true).truncate(true)).map_err(io)?;
        kept.map_or(Ok(()), |mut kept| kept.write_all(&bytes)).map_err(io)?;
    }
    if let Some((_, first)) = waiting.first() {
        transaction(database, Intent::Write, |database| put(database, id_number(first.record.id), &waiting))?;
        database.settle()?;
    }
    file.set_len(0).map_err(io)
}

/// Opens the file, if there is one: a file of our own and nothing that leads elsewhere or never ends. A link in a
/// folder that came from somebody else must not make us write into another file.
fn open(file: &Path, options: &mut OpenOptions) -> std::io::Result<Option<File>> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    let opened = match options.open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let metadata = opened.metadata()?;
    if metadata.is_file() && metadata.len() <= MOST_BYTES {
        return Ok(Some(opened));
    }
    Err(std::io::Error::other(damage::not_a_spool(&file.display().to_string())))
}

fn read(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map(|_| bytes)
}

/// Lets go of what waits, unread; says how many deliveries that were.
pub(super) fn forget(path: &Path) -> std::io::Result<u64> {
    let Some(mut file) = open(&beside(path), OpenOptions::new().read(true).write(true))? else { return Ok(0) };
    file.lock()?;
    let bytes = read(&mut file)?;
    let count = Frames { bytes: &bytes, at: 0, passed_over: 0 }.count();
    file.set_len(0)?;
    Ok(count as u64)
}

/// Stores the deliveries of a file, which is known by its first one. Where a process ended between storing them and
/// emptying the file, those up to `SpoolEnd` are there already.
fn put(database: &mut dyn Database, file: i64, waiting: &[(usize, StoredDelivery)]) -> Result<(), StoreError> {
    let done = if meta(database, Meta::Spool)? == file { meta(database, Meta::SpoolEnd)? } else { 0 };
    let mut end = done;
    for (frame_end, delivery) in waiting {
        let frame_end = i64::try_from(*frame_end).unwrap_or(i64::MAX);
        if frame_end > done {
            deliveries::insert(database, &delivery.record, &delivery.attempts)?;
            end = frame_end;
        }
    }
    set_meta(database, Meta::Spool, file)?;
    set_meta(database, Meta::SpoolEnd, end)
}

/// A delivery as a frame. Its values are in the order in which the store's rows are read.
fn frame(delivery: &DeliveryRecord, attempts: &[AttemptRecord]) -> Vec<u8> {
    let entry = [
        Value::Integer(id_number(delivery.id)),
        Value::Integer(millisecond(delivery.created_at)),
        delivery.event.as_ref().into(),
        Value::Text(&delivery.message_id),
        Value::Text(&delivery.corp_num),
    ];
    let attempts = attempts.iter().flat_map(deliveries::attempt_columns);
    let mut frame = [&MARK[..], &[0; 4]].concat();
    for value in entry.into_iter().chain(deliveries::columns(delivery)).chain(attempts) {
        write(&mut frame, &value);
    }
    let length = u32::try_from(frame.len() - 8).unwrap_or(u32::MAX);
    frame[4..8].copy_from_slice(&length.to_le_bytes());
    frame
}

fn write(frame: &mut Vec<u8>, value: &Value<'_>) {
    let (kind, bytes) = match value {
        Value::Null => return frame.push(0),
        Value::Integer(number) => {
            frame.push(1);
            return frame.extend(number.to_le_bytes());
        }
        Value::Text(text) => (2, text.as_bytes()),
        Value::Blob(bytes) => (3, *bytes),
    };
    frame.push(kind);
    frame.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
    frame.extend(bytes);
}

/// The deliveries in a file, each with where its frame ends.
struct Frames<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many bytes were no frame.
    passed_over: usize,
}

impl Iterator for Frames<'_> {
    type Item = (usize, StoredDelivery);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            if let Some((length, delivery)) = read_frame(rest) {
                self.at += length;
                return Some((self.at, delivery));
            }
            // What is left of a frame: the next one begins at the next mark.
            let next = rest.windows(MARK.len()).skip(1).position(|window| window == MARK);
            let over = next.map_or(rest.len(), |next| next + 1);
            (self.at, self.passed_over) = (self.at + over, self.passed_over + over);
        }
        None
    }
}

fn read_frame(bytes: &[u8]) -> Option<(usize, StoredDelivery)> {
    let rest = bytes.strip_prefix(MARK)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let mut payload = rest.get(..length)?;
    let mut values = Vec::new();
    while !payload.is_empty() {
        values.push(read_value(&mut payload)?);
    }
    let (delivery, attempts) = values.split_at_checked(DELIVERY_COLUMNS)?;
    let record = deliveries::read(&mut Columns::new(delivery)).ok()?;
    let attempts = attempts.chunks(ATTEMPT_COLUMNS).map(|attempt| deliveries::read_attempt(&mut Columns::new(attempt)));
    let attempts: Result<Vec<_>, Unreadable> = attempts.collect();
    Some((8 + length, StoredDelivery { record, attempts: attempts.ok()? }))
}

fn read_value<'a>(bytes: &mut &'a [u8]) -> Option<Value<'a>> {
    let (kind, rest) = bytes.split_first()?;
    *bytes = rest;
    if *kind == 0 {
        return Some(Value::Null);
    }
    if *kind == 1 {
        let (number, rest) = rest.split_first_chunk::<8>()?;
        *bytes = rest;
        return Some(Value::Integer(i64::from_le_bytes(*number)));
    }
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (content, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    *bytes = rest;
    match kind {
        2 => str::from_utf8(content).ok().map(Value::Text),
        3 => Some(Value::Blob(content)),
        _ => None,
    }
}
