//! `request`, `curl` and `file` lines.

use std::io::{self, Write};

use serde::Serialize;

use super::delivery::Body;
use super::write_line;
use crate::report::shown_value;
use crate::wire::Request;

#[derive(Serialize)]
struct RequestLine<'a> {
    r#type: &'static str,
    method: &'static str,
    url: String,
    headers: Vec<(&'a str, String)>,
    #[serde(flatten)]
    body: Body<'a>,
}

/// Writes a request that is not sent; secrets are named by their variables.
pub fn write_request(out: &mut dyn Write, request: &Request) -> io::Result<()> {
    let headers = request.fields.iter().map(|field| (field.name.as_str(), shown_value(&field.value)));
    write_line(
        out,
        &RequestLine {
            r#type: "request",
            method: "POST",
            url: request.address.to_string(),
            headers: headers.collect(),
            body: Body::new(Some(&request.body)),
        },
    )
}

#[derive(Serialize)]
struct CurlLine<'a> {
    r#type: &'static str,
    line: &'a str,
}

/// Writes a request as a line for a shell.
pub fn write_curl(out: &mut dyn Write, line: &str) -> io::Result<()> {
    write_line(out, &CurlLine { r#type: "curl", line })
}

#[derive(Serialize)]
struct FileLine<'a> {
    r#type: &'static str,
    path: &'a str,
}

/// Writes the path of a file that was made.
pub fn write_file(out: &mut dyn Write, path: &str) -> io::Result<()> {
    write_line(out, &FileLine { r#type: "file", path })
}
