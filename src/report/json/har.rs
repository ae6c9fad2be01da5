//! Entries of the history as one HTTP archive (HAR 1.2), which browsers and proxies open.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::history::{AttemptRecord, Entry, StoredCapture, StoredDelivery};
use crate::report::{header_fields, request_target};
use crate::wire::{Headers, reason_phrase};

/// An archive in the making: an entry for each capture and for each attempt of a delivery, written as they come.
#[derive(Debug, Default)]
pub struct HarArchive {
    written: bool,
}

impl HarArchive {
    /// Writes its beginning.
    pub fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        let creator = json!({ "name": "popbill-hook", "version": env!("CARGO_PKG_VERSION") });
        write!(out, "{{\"log\":{{\"version\":\"1.2\",\"creator\":{creator},\"entries\":[")
    }

    /// Writes an entry.
    pub fn entry(&mut self, out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
        let all = match entry {
            Entry::Capture(stored) => vec![capture(stored)],
            Entry::Delivery(stored) => stored.attempts.iter().map(|attempt| delivery(stored, attempt)).collect(),
        };
        for value in all {
            if std::mem::replace(&mut self.written, true) {
                out.write_all(b",")?;
            }
            out.write_all(&super::to_vec(&value)?)?;
        }
        Ok(())
    }

    /// Writes its end.
    pub fn end(out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "]}}}}")
    }
}

fn capture(stored: &StoredCapture) -> Value {
    let record = &stored.record;
    let path = request_target(&record.head).unwrap_or_else(|| "/".to_owned());
    let host = header_fields(&record.head).text("host").unwrap_or("localhost").to_owned();
    let time = record.forwarded.as_ref().map_or(0.0, |forwarded| super::milliseconds(forwarded.elapsed_us));
    let reply = content(&record.reply.body);
    json!({
        "startedDateTime": record.received_at.to_string(),
        "time": time,
        "request": request(&format!("http://{host}{path}"), &record.head, &record.body),
        "response": response(record.reply.status.unwrap_or_default(), &Headers::new(), &reply),
        "cache": {},
        "timings": { "send": 0, "wait": time, "receive": 0 },
        "_id": record.id.to_string(),
        "_auth": record.auth.name(),
        "_answered": stored.answered.name(),
    })
}

fn delivery(stored: &StoredDelivery, attempt: &AttemptRecord) -> Value {
    let record = &stored.record;
    let result = attempt.result.as_ref();
    let time = result.map_or(0.0, |result| super::milliseconds(result.elapsed_us));
    let mut head = b"HTTP/1.1\r\n".to_vec();
    head.extend_from_slice(result.map_or(&[], |result| &result.head));
    let body = content(result.map_or(&[], |result| &result.body));
    json!({
        "startedDateTime": attempt.sent_at.to_string(),
        "time": time,
        "request": request(&record.url, &record.head, &record.body),
        "response": response(result.and_then(|result| result.status).unwrap_or_default(), &header_fields(&head), &body),
        "cache": {},
        "timings": { "send": 0, "wait": time, "receive": 0 },
        "_id": record.id.to_string(),
        "_attempt": attempt.number,
        "_slug": result.map(|result| result.slug.clone()),
    })
}

fn request(url: &str, head: &[u8], body: &[u8]) -> Value {
    let fields = header_fields(head);
    let mime = fields.first("content-type").map(String::from_utf8_lossy).unwrap_or_default();
    let mut post = json!({ "mimeType": mime, "text": String::from_utf8_lossy(body) });
    if std::str::from_utf8(body).is_err() {
        post = json!({ "mimeType": mime, "text": STANDARD.encode(body), "_encoding": "base64" });
    }
    json!({
        "method": "POST",
        "url": url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(&fields),
        "queryString": [],
        "postData": post,
        "headersSize": head.len(),
        "bodySize": body.len(),
    })
}

fn response(status: u16, fields: &Headers, content: &Value) -> Value {
    json!({
        "status": status,
        "statusText": reason_phrase(status).unwrap_or_default(),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(fields),
        "content": content,
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": content["size"],
    })
}

fn headers(fields: &Headers) -> Vec<Value> {
    fields.iter().map(|(name, value)| json!({ "name": name, "value": String::from_utf8_lossy(value) })).collect()
}

fn content(body: &[u8]) -> Value {
    match std::str::from_utf8(body) {
        Ok(text) => json!({ "size": body.len(), "mimeType": "text/plain", "text": text }),
        Err(_) => json!({
            "size": body.len(),
            "mimeType": "application/octet-stream",
            "text": STANDARD.encode(body),
            "encoding": "base64",
        }),
    }
}
