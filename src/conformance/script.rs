//! What a check does, as data: posts with what is expected of their answers, and readings of what was stored.

use std::time::Duration;

use super::message::Message;
use crate::transport::Fault;

/// What a check does, step by step.
#[derive(Debug)]
pub(super) enum Script {
    /// These steps; the first that falls short is the last.
    Steps(Vec<Step>),
    /// Nothing, for this reason.
    Skip(String),
}

impl Script {
    /// Posts, one after the other.
    pub(super) fn posts(posts: impl IntoIterator<Item = Post>) -> Self {
        Self::Steps(posts.into_iter().map(Step::Post).collect())
    }

    /// With another step after the rest.
    pub(super) fn then(mut self, step: Step) -> Self {
        if let Self::Steps(steps) = &mut self {
            steps.push(step);
        }
        self
    }
}

/// One step.
#[derive(Debug)]
pub(super) enum Step {
    /// A post.
    Post(Post),
    /// Posts at the same moment.
    Together(Vec<Post>),
    /// Posts at the same moment, of which 95 in 100 are answered within the limit.
    Timed(Vec<Post>, Duration),
    /// While one request is held back before its last byte, another is answered.
    Beside { held: Box<Post>, meanwhile: Box<Post> },
    /// Posts whose answers are all of the same form.
    Alike(Vec<Post>),
    /// The address is looked at; nothing is sent.
    Port,
    /// A post over a connection that trusts the public roots and nothing else.
    Trust(Post),
    /// A GET of the callback URL.
    Get,
    /// What was stored is read back.
    Read(Reading),
}

/// One message and what its answer has to be.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) message: Message,
    pub(super) fault: Option<Fault>,
    pub(super) expect: Expect,
    /// What it is, as the subject of a sentence: "the same event again".
    pub(super) role: String,
}

/// What an answer has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expect {
    /// Acknowledged: accepted or tolerated.
    Acknowledged,
    /// Acknowledged; one that is only tolerated is worth a warning.
    Accepted,
    /// Anything but acknowledged.
    Refused,
    /// An answer that is no redirect.
    NoRedirect,
    /// An answer, whatever it says.
    Answered,
    /// Anything, or nothing.
    Anything,
}

impl Post {
    /// A message that has to be acknowledged.
    pub(super) fn acknowledged(role: impl Into<String>, message: Message) -> Self {
        Self { message, fault: None, expect: Expect::Acknowledged, role: role.into() }
    }

    /// A message that must not be acknowledged.
    pub(super) fn refused(role: impl Into<String>, message: Message) -> Self {
        Self { expect: Expect::Refused, ..Self::acknowledged(role, message) }
    }

    /// The same, expected otherwise.
    pub(super) fn expecting(self, expect: Expect) -> Self {
        Self { expect, ..self }
    }

    /// The same, written with a fault.
    pub(super) fn with(self, fault: Fault) -> Self {
        Self { fault: Some(fault), ..self }
    }
}

/// What is read back, and what it has to be.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The message whose document is asked for.
    pub(super) of: Message,
    pub(super) want: Want,
    /// Whether the check is about this: then without it nothing is known.
    pub(super) is_the_point: bool,
}

/// What the receiver has to have stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// The message, at all.
    Stored,
    /// The message, once.
    Once,
    /// The document in this state.
    State(u16),
    /// This text, undamaged.
    Text(String),
}

impl Reading {
    /// What the check is about.
    pub(super) fn point(of: &Message, want: Want) -> Step {
        Step::Read(Self { of: of.clone(), want, is_the_point: true })
    }

    /// What is worth a look where it can be had.
    pub(super) fn aside(of: &Message, want: Want) -> Step {
        Step::Read(Self { of: of.clone(), want, is_the_point: false })
    }
}
