//! Writes a request and reads its answer over one open stream, by a deadline.

use std::io;
use std::pin::pin;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::Notify;

use super::answer::{AnswerReader, End, Step};
use super::answer_fault::AnswerFault;
use super::tls;
use super::writing::Move;
use crate::clock::{self, Deadline};
use crate::wire::{Ending, Failure, FailureKind, Oddity};
use crate::words::exchange as words;

/// How much is read at a time, in bytes.
const CHUNK: usize = 16 * 1024;

/// Makes the moves that say the request, and hears the answer; nothing where the last move is to leave. `limit` is the
/// deadline as the user gave it, for the words.
pub(super) async fn converse<S: AsyncRead + AsyncWrite>(
    stream: S,
    moves: Vec<Move<'_>>,
    deadline: Deadline,
    limit: Duration,
) -> Option<Ending> {
    let leaves = matches!(moves.last(), Some(Move::Leave));
    let mut reader = AnswerReader::default();
    let mut written = Written::Partly;
    let talked = deadline.bound(talk(stream, moves, &mut reader, &mut written)).await;
    // Whatever was said until then, nobody was there to hear it.
    if leaves {
        return None;
    }
    Some(match talked {
        Ok(Ok(())) => {
            let mut response = reader.into_response();
            if matches!(written, Written::Partly) {
                response.oddities.push(Oddity::AnsweredEarly);
            }
            Ok(response)
        }
        Ok(Err(Trouble::Answer(fault))) => {
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
    })
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
    Answer(AnswerFault),
    Tls(FailureKind, String),
}

/// Writing and reading go on side by side: a receiver may answer before it has read everything, and an answer
/// that came before the connection broke still counts.
async fn talk<S: AsyncRead + AsyncWrite>(
    stream: S,
    moves: Vec<Move<'_>>,
    reader: &mut AnswerReader,
    written: &mut Written,
) -> Result<(), Trouble> {
    let (mut input, output) = tokio::io::split(stream);
    let heard = Notify::new();
    let mut write = pin!(say(output, moves, &heard));
    // The write half must outlive the answer: dropping it early would not close the stream, but keeping it says so.
    let mut _output = None;
    let mut read = pin!(hear(&mut input, reader, &heard));
    loop {
        tokio::select! {
            biased;
            result = &mut write, if *written == Written::Partly => match result {
                Ok(Some(half)) => {
                    _output = Some(half);
                    *written = Written::Whole;
                }
                Ok(None) => return Ok(()),
                Err(_) => *written = Written::Broken,
            },
            result = &mut read => return result,
        }
    }
}

/// Makes the moves; gives the write half back unless the last one is to leave.
async fn say<W: AsyncWrite + Unpin>(mut output: W, moves: Vec<Move<'_>>, heard: &Notify) -> io::Result<Option<W>> {
    for step in moves {
        match step {
            Move::Write(bytes) => {
                output.write_all(&bytes).await?;
                output.flush().await?;
            }
            Move::Pause(time) => clock::pause(time).await,
            Move::UntilHeard(time) => drop(Deadline::after(time).bound(heard.notified()).await),
            Move::Hold(hold) => hold.released().await,
            Move::End => output.shutdown().await?,
            Move::Leave => return Ok(None),
        }
    }
    Ok(Some(output))
}

async fn hear<R: AsyncRead + Unpin>(input: &mut R, reader: &mut AnswerReader, heard: &Notify) -> Result<(), Trouble> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = input.read(&mut chunk).await;
        heard.notify_one();
        let end = match read {
            Ok(0) => End::Fin,
            Ok(count) => match reader.push(&chunk[..count]).map_err(Trouble::Answer)? {
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
        return reader.end(end).map_err(Trouble::Answer);
    }
}
