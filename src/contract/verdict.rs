//! Verdicts, POPBiLL's four categories, and the name of everything an attempt can end in.

/// What POPBiLL would make of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The answer is the one the contract asks for.
    Accepted,
    /// The contract does not say so, yet POPBiLL's own samples or prose print it, or no document excludes it.
    Tolerated,
    /// Anything else: POPBiLL would send the event again.
    Rejected,
}

impl Verdict {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Tolerated, Self::Rejected];

    /// The word used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Tolerated => "tolerated",
            Self::Rejected => "rejected",
        }
    }
}

/// The four reasons of failure, as the overview and the .NET tutorial list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// "No response result returned" (응답결과 미반환).
    NoResponse,
    /// "Response body format mismatch" (Response Body 형식 불일치).
    FormatMismatch,
    /// "HTTP communication error" (HTTP 통신 오류).
    CommunicationError,
    /// "Other" (기타).
    Other,
}

impl Category {
    /// Every category, in the order of the overview.
    pub const ALL: [Self; 4] = [Self::NoResponse, Self::FormatMismatch, Self::CommunicationError, Self::Other];

    /// The word used in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoResponse => "no-response",
            Self::FormatMismatch => "format-mismatch",
            Self::CommunicationError => "communication-error",
            Self::Other => "other",
        }
    }
}

/// Turns the table below into the enum and everything that is known of each row.
macro_rules! slugs {
    ($($verdict:ident $(($category:ident))? {
        $($(#[$doc:meta])* $slug:ident = $name:literal,)+
    })+) => {
        /// What exactly an attempt ended in. Scripts depend on the names; they never change meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Slug {
            $($($(#[$doc])* $slug,)+)+
        }

        impl Slug {
            /// Every slug, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$slug,)+)+];

            /// The name used in JSON, in history and in file names.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$slug => $name,)+)+
                }
            }

            const fn standing(self) -> (Verdict, Option<Category>) {
                match self {
                    $($(Self::$slug)|+ => (Verdict::$verdict, slugs!(@category $($category)?)),)+
                }
            }
        }
    };
    (@category) => { None };
    (@category $category:ident) => { Some(Category::$category) };
}

slugs! {
    Accepted {
        /// The two bytes `OK`.
        String = "string",
        /// The object `{"result":"OK"}`.
        Json = "json",
    }
    Tolerated {
        /// White space around `OK`.
        SurroundingWhitespace = "surrounding-whitespace",
        /// A UTF-8 byte order mark before `OK` or the JSON.
        ByteOrderMark = "byte-order-mark",
        /// `OK` in double or single quotes.
        JsonQuotedString = "json-quoted-string",
        /// The object with single quotes or a bare name, as the cashbill page's sample and prose have it.
        LenientJson = "lenient-json",
        /// The object has further members.
        ExtraMembers = "extra-members",
    }
    Rejected(NoResponse) {
        /// The connection was closed before any byte of an answer.
        ClosedWithoutResponse = "closed-without-response",
        /// Status 200 without a body.
        EmptyBody = "empty-body",
        /// Status 204, 205 or 304, which have no body.
        NoContent = "no-content",
    }
    Rejected(FormatMismatch) {
        /// `ok` or `Ok`, also as the value of `result`.
        WrongCase = "wrong-case",
        /// The name is `result` but for case or white space.
        WrongKey = "wrong-key",
        /// `result` has another value.
        WrongValue = "wrong-value",
        /// The receiver says no.
        Refused = "refused",
        /// The success stands inside an envelope, an array or an encoded string.
        Nested = "nested",
        /// An object without `result`.
        MissingResult = "missing-result",
        /// JSON, but no object.
        NotAnObject = "not-an-object",
        /// A member name is repeated.
        DuplicateKey = "duplicate-key",
        /// Nearly JSON.
        MalformedJson = "malformed-json",
        /// A web page.
        HtmlPage = "html-page",
        /// A web page that asks to sign in.
        LoginPage = "login-page",
        /// Something stands before or after `OK`.
        TextAroundOk = "text-around-ok",
        /// Looks like the success on a screen, but has other characters.
        LookAlike = "look-alike",
        /// An exception's text or stack trace.
        ExceptionText = "exception-text",
        /// Any other text.
        OtherText = "other-text",
        /// Not UTF-8.
        UndecodableText = "undecodable-text",
        /// The body is compressed, or says so.
        ContentEncoding = "content-encoding",
        /// More than 64 KiB.
        BodyTooLarge = "body-too-large",
        /// JSON nested more than 64 levels deep.
        TooDeep = "too-deep",
    }
    Rejected(Other) {
        /// Another status that means success or nothing yet.
        Not200 = "not-200",
        /// A redirect, which is never followed.
        Redirect = "redirect",
        /// A redirect to where one signs in.
        LoginRedirect = "login-redirect",
        /// Status 401.
        Unauthorized = "unauthorized",
        /// Status 403.
        Forbidden = "forbidden",
        /// Refused by a guard against cross-site request forgery.
        Csrf = "csrf",
        /// Status 404.
        NotFound = "not-found",
        /// Status 405.
        MethodNotAllowed = "method-not-allowed",
        /// Status 415.
        UnsupportedMediaType = "unsupported-media-type",
        /// Status 413.
        PayloadTooLarge = "payload-too-large",
        /// Status 422.
        Unprocessable = "unprocessable",
        /// Status 429.
        TooManyRequests = "too-many-requests",
        /// Any other 4xx.
        ClientError = "client-error",
        /// Any 5xx that is not a gateway's.
        ServerError = "server-error",
        /// A status HTTP does not know, 600 to 999.
        UnknownStatus = "unknown-status",
    }
    Rejected(CommunicationError) {
        /// The name could not be resolved.
        Dns = "dns",
        /// Nothing accepted the connection.
        ConnectionRefused = "connection-refused",
        /// The connection was reset before an answer's head was complete.
        ConnectionReset = "connection-reset",
        /// No connection in time.
        ConnectTimeout = "connect-timeout",
        /// The request was not taken in time.
        WriteTimeout = "write-timeout",
        /// No complete answer in time.
        ReadTimeout = "read-timeout",
        /// The certificate's issuer is not trusted.
        TlsUntrusted = "tls-untrusted",
        /// The certificate is expired or not yet valid.
        TlsExpired = "tls-expired",
        /// The certificate names another host.
        TlsHostname = "tls-hostname",
        /// The handshake failed otherwise.
        TlsHandshake = "tls-handshake",
        /// What came is not HTTP/1.
        MalformedResponse = "malformed-response",
        /// The head is beyond 64 KiB or 100 fields.
        HeadTooLarge = "head-too-large",
        /// Too many interim answers.
        InterimFlood = "interim-flood",
        /// The message ended before it was complete.
        TruncatedResponse = "truncated-response",
        /// Status 502, 503 or 504.
        Gateway = "gateway",
    }
}

impl Slug {
    /// The verdict it stands for.
    pub const fn verdict(self) -> Verdict {
        self.standing().0
    }

    /// POPBiLL's category; only rejected attempts have one.
    pub const fn category(self) -> Option<Category> {
        self.standing().1
    }

    /// The slug of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|slug| slug.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// The table of the contract, typed a second time so that a slip in the first one shows.
    const CONTRACT: [(&str, Option<&str>, &str); 6] = [
        ("accepted", None, "string json"),
        ("tolerated", None, "surrounding-whitespace byte-order-mark json-quoted-string lenient-json extra-members"),
        ("rejected", Some("no-response"), "closed-without-response empty-body no-content"),
        (
            "rejected",
            Some("format-mismatch"),
            "wrong-case wrong-key wrong-value refused nested missing-result not-an-object duplicate-key \
             malformed-json html-page login-page text-around-ok look-alike exception-text other-text \
             undecodable-text content-encoding body-too-large too-deep",
        ),
        (
            "rejected",
            Some("other"),
            "not-200 redirect login-redirect unauthorized forbidden csrf not-found method-not-allowed \
             unsupported-media-type payload-too-large unprocessable too-many-requests client-error server-error \
             unknown-status",
        ),
        (
            "rejected",
            Some("communication-error"),
            "dns connection-refused connection-reset connect-timeout write-timeout read-timeout tls-untrusted \
             tls-expired tls-hostname tls-handshake malformed-response head-too-large interim-flood \
             truncated-response gateway",
        ),
    ];

    #[test]
    fn the_table_is_the_contract() {
        let expected: Vec<_> = CONTRACT
            .iter()
            .flat_map(|&(verdict, category, names)| names.split(' ').map(move |name| (name, verdict, category)))
            .collect();
        let actual: Vec<_> = Slug::ALL
            .iter()
            .map(|slug| (slug.name(), slug.verdict().name(), slug.category().map(Category::name)))
            .collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn names_are_distinct_and_lead_back() {
        let names: HashSet<_> = Slug::ALL.iter().map(|slug| slug.name()).collect();
        assert_eq!(names.len(), Slug::ALL.len());
        for &slug in Slug::ALL {
            assert_eq!(Slug::named(slug.name()), Some(slug));
        }
        assert_eq!(Slug::named("String"), None);
    }

    #[test]
    fn exactly_the_rejected_have_a_category() {
        for slug in Slug::ALL {
            assert_eq!(slug.category().is_some(), slug.verdict() == Verdict::Rejected, "{slug:?}");
        }
    }
}
