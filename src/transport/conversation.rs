//! Writes a request and reads its answer over one open stream, by a deadline.

use std::io;
use std::pin::pin;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::answer::{AnswerReader, End, Step};
use super::fault::Fault;
use super::hold::Hold;
use super::tls;
use crate::clock::Deadline;
use crate::wire::{Ending, Failure, FailureKind, Oddity, Prepared};
use crate::words::exchange as words;

/// How much is read at a time, in bytes.
const CHUNK: usize = 16 * 1024;

/// Says the request and hears the answer. `limit` is the deadline as the user gave it, for the words.
pub(super) async fn converse<S: AsyncRead + AsyncWrite>(
    stream: S,
    request: &Prepared,
    hold: Option<Hold>,
    deadline: Deadline,
    limit: Duration,
) -> Ending {
    let mut reader = AnswerReader::default();
    let mut written = Written::Partly;
    let talk = talk(stream, request, hold, &mut reader, &mut written);
    match deadline.bound(talk).await {
        Ok(Ok(())) => {
            let mut response = reader.into_response();
            if matches!(written, Written::Partly) {
                response.oddities.push(Oddity::AnsweredEarly);
            }
            Ok(response)
        }
        Ok(Err(Trouble::Fault(fault))) => {
            Err(Failure { kind: fault.kind(), detail: fault.detail(), partial: reader.into_partial() })
        }
        Ok(Err(Trouble::Tls(kind, detail))) => Err(Failure { kind, detail, partial: None }),
        Err(_) => {
            let (kind, detail) = match written {
                Written::Partly => (FailureKind::WriteTimeout, words::write_timeout(limit)),
                Written::Whole | Written::Broken => (FailureKind::ReadTimeout, words::read_timeout(limit)),
            };
            Err(Failure { kind, detail, partial: reader.into_partial() })
        }
    }
}

/// How far the request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Partly,
    Whole,
    /// The peer took no more; it may have answered before.
    Broken,
}

enum Trouble {
    Fault(Fault),
    Tls(FailureKind, String),
}

/// Writing and reading go on side by side: a receiver may answer before it has read everything, and an answer
/// that came before the connection broke still counts.
async fn talk<S: AsyncRead + AsyncWrite>(
    stream: S,
    request: &Prepared,
    hold: Option<Hold>,
    reader: &mut AnswerReader,
    written: &mut Written,
) -> Result<(), Trouble> {
    let (mut input, mut output) = tokio::io::split(stream);
    let mut write = pin!(async move {
        let bytes = request.bytes();
        let kept_back = usize::from(hold.is_some()).min(bytes.len());
        output.write_all(&bytes[..bytes.len() - kept_back]).await?;
        output.flush().await?;
        if let Some(hold) = hold {
            hold.released().await;
            output.write_all(&bytes[bytes.len() - kept_back..]).await?;
            output.flush().await?;
        }
        io::Result::Ok(output)
    });
    // The write half must outlive the answer: dropping it early would not close the stream, but keeping it says so.
    let mut _output = None;
    let mut read = pin!(hear(&mut input, reader));
    loop {
        tokio::select! {
            biased;
            result = &mut write, if *written == Written::Partly => match result {
                Ok(half) => {
                    _output = Some(half);
                    *written = Written::Whole;
                }
                Err(_) => *written = Written::Broken,
            },
            result = &mut read => return result,
        }
    }
}

async fn hear<R: AsyncRead + Unpin>(input: &mut R, reader: &mut AnswerReader) -> Result<(), Trouble> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let end = match input.read(&mut chunk).await {
            Ok(0) => End::Fin,
            Ok(count) => match reader.push(&chunk[..count]).map_err(Trouble::Fault)? {
                Step::More => continue,
                Step::Complete => return Ok(()),
            },
            Err(error) => match tls::alert(&error) {
                Some((kind, detail)) => return Err(Trouble::Tls(kind, detail)),
                None if error.kind() == io::ErrorKind::UnexpectedEof => End::Unfinished,
                // A reset after the peer's FIN, for bytes it no longer wanted: the FIN is what ended the answer.
                None if error.kind() == io::ErrorKind::BrokenPipe => End::Fin,
                None => End::Reset,
            },
        };
        return reader.end(end).map_err(Trouble::Fault);
    }
}
