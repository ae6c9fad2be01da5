//! The names of the rules, as they stand in reports. A name never changes its meaning.

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $slug;)*

        /// Every rule.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

rules! {
    /// No byte, or only white space.
    EMPTY_BODY = "empty-body";
    /// More findings than are listed.
    MORE_FINDINGS = "more-findings";
    /// Not UTF-8.
    NOT_UTF8 = "not-utf8";
    /// A byte order mark in front.
    BYTE_ORDER_MARK = "byte-order-mark";
    /// Not JSON.
    BROKEN_JSON = "broken-json";
    /// A member that occurs again.
    DUPLICATE_MEMBER = "duplicate-member";
    /// JSON, yet no object.
    NOT_AN_OBJECT = "not-an-object";
    /// An array where one object is sent.
    ARRAY_NOT_EXPECTED = "array-not-expected";
    /// An array without an element.
    EMPTY_ARRAY = "empty-array";
    /// No product recognised.
    UNIDENTIFIED = "unidentified";
    /// Headers that say otherwise than the body.
    HEADER_DIFFERS = "header-differs";
    /// A webhook type that is not in the catalogue.
    UNKNOWN_WEBHOOK_TYPE = "unknown-webhook-type";
    /// A mandatory field that is not there.
    MISSING = "missing";
    /// A field that the edition does not have.
    OTHER_EDITION = "other-edition";
    /// A field that is null.
    NULL = "null";
    /// Another JSON type.
    WRONG_TYPE = "wrong-type";
    /// Beyond a length.
    TOO_LONG = "too-long";
    /// Against a format.
    FORMAT = "format";
    /// Outside a closed list.
    NOT_LISTED = "not-listed";
    /// Any other rule of the schema.
    SCHEMA = "schema";
    /// A date or time that does not exist.
    CALENDAR = "calendar";
    /// A field the documents do not have.
    UNKNOWN_FIELD = "unknown-field";
    /// A business number with a wrong check digit.
    CHECK_DIGIT = "check-digit";
    /// An identifier unlike the samples.
    SAMPLE_FORM = "sample-form";
    /// A code outside the known tables.
    UNDOCUMENTED_CODE = "undocumented-code";
    /// Longer than the newer documents say.
    LONGER_THAN_CURRENT = "longer-than-current";
    /// Amounts that do not add up.
    SUM = "sum";
    /// Times in the wrong order.
    TIME_ORDER = "time-order";
}
