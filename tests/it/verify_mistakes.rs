//! `verify` held against classic mistakes: each is caught by its own check, in the right words, and every check can fail.

use crate::support::{Mistake, Model, Setup};
use crate::verify::{findings, ids, verify};

/// A mistake, the check that catches it, how it weighs, and a part of its reason, cause or fix.
const MISTAKES: [(Mistake, &str, &str, &str); 53] = [
    (Mistake::Csrf, "reach.acknowledged", "fail", "csrf_exempt"),
    (Mistake::LosesEvents, "reach.probe", "fail", "does not know"),
    (Mistake::LosesEventsAndCountsThem, "reach.probe", "fail", "counts none"),
    (Mistake::FailsOnGet, "reach.get", "warn", "500"),
    (Mistake::Redirects, "reach.redirect", "fail", "307"),
    (Mistake::RefusesCancellations, "accept.taxinvoice.cancel", "fail", "422"),
    (Mistake::QuotedOk, "form.exact", "warn", "json-quoted-string"),
    (Mistake::TrailingNewline, "form.exact", "warn", "surrounding-whitespace"),
    (Mistake::TwoForms, "form.consistent", "warn", "json"),
    (Mistake::RefusesUnknownFields, "body.unknown-field", "fail", "FAIL_ON_UNKNOWN_PROPERTIES"),
    (Mistake::RefusesUnknownTypes, "body.unknown-event-type", "fail", "eventType"),
    (Mistake::RefusesUnknownStates, "body.unknown-state", "warn", "stateCode"),
    (Mistake::RefusesManual, "body.manual", "fail", "MANUAL"),
    (Mistake::RequiresOptionals, "body.absent-optionals", "fail", "optional"),
    (Mistake::RefusesNulls, "body.null-optionals", "warn", "null"),
    (Mistake::ReadsByPosition, "body.key-order", "fail", "JSON reader"),
    (Mistake::ReadsByPosition, "body.white-space", "fail", "JSON reader"),
    (Mistake::KeepsEscapes, "body.escapes", "fail", "escapes"),
    (Mistake::FewLines, "body.many-lines", "fail", "99 lines"),
    (Mistake::ShortColumns, "body.longest-fields", "fail", "column"),
    (Mistake::SmallBodies, "body.largest", "fail", "Express"),
    (Mistake::SmallBodies, "body.256k", "warn", "1 MiB"),
    (Mistake::UnsignedAmounts, "body.negative-amounts", "fail", "signed"),
    (Mistake::NumericConfirmNumbers, "body.hex-confirm-number", "fail", "24 characters"),
    (Mistake::Latin1, "body.hangul", "fail", "ISO-8859-1"),
    (Mistake::Cp949, "body.hangul", "fail", "CP949"),
    (Mistake::EucKrColumn, "body.rare-hangul", "fail", "EUC-KR"),
    (Mistake::ObjectsOnly, "body.array", "warn", "array"),
    (Mistake::OkToEverything, "reject.broken-json", "fail", "was acknowledged"),
    (Mistake::OkToEverything, "reject.cut-json", "fail", "was acknowledged"),
    (Mistake::OkToEverything, "reject.empty", "fail", "was acknowledged"),
    (Mistake::OkToEverything, "reject.not-an-object", "warn", "null"),
    (Mistake::LossyDecoding, "reject.wrong-charset", "warn", "REPORT"),
    (Mistake::StoresTwice, "repeat.same-mid", "fail", "2 times"),
    (Mistake::ConflictsOnRepeat, "repeat.same-mid", "fail", "409"),
    (Mistake::RacesOnRepeat, "repeat.same-moment", "fail", "unique key"),
    (Mistake::StoresTwice, "repeat.after-lost-answer", "fail", "MID"),
    (Mistake::LastStateWins, "repeat.by-hand", "fail", "state is 300 and ought to be 304"),
    (Mistake::OneEventForEachState, "repeat.new-mid", "warn", "409"),
    (Mistake::LastStateWins, "order.result-before-issue", "fail", "state is 300 and ought to be 304"),
    (Mistake::NewerTimeWins, "order.same-second", "fail", "eventDT"),
    (Mistake::KeyWithoutBusiness, "tenant.same-mgt-key", "fail", "Corpnum"),
    (Mistake::RefusesUnknownHeaders, "transport.extra-headers", "fail", "Unknown headers"),
    (Mistake::NeedsContentLength, "transport.chunked", "warn", "Content-Length"),
    (Mistake::RefusesExpect, "transport.expect-continue", "warn", "417"),
    (Mistake::RefusesHttp10, "transport.http10", "warn", "505"),
    (Mistake::OkBeforeReading, "transport.cut-body", "fail", "whole Content-Length"),
    (Mistake::DiesOfBrokenConnections, "transport.reset", "fail", "an ordinary event afterwards"),
    (Mistake::ReadsOnce, "transport.slow-body", "fail", "first read"),
    (Mistake::DecodesPieces, "transport.split-hangul", "fail", "Buffer.concat"),
    (Mistake::OneAtATime, "load.parallel", "warn", "workers"),
    (Mistake::SmallPool, "load.burst", "fail", "of 32 were not acknowledged"),
    (Mistake::Slow, "load.p95", "warn", "quickest 95 %"),
];

#[test]
fn every_classic_mistake_is_caught_by_its_check_in_the_right_words() {
    std::thread::scope(|scope| {
        for (mistake, id, outcome, words) in MISTAKES {
            scope.spawn(move || {
                let model = Model::making(mistake);
                let run = verify(&model).args(["--check", id]).run();
                let check = findings(&run).remove(id).unwrap_or_else(|| panic!("{mistake:?}: {run:?}"));
                assert_eq!(check["outcome"], outcome, "{mistake:?}: {check}");
                let told = ["reason", "cause", "fix"].map(|name| check[name].as_str().unwrap_or_default()).join(" ");
                assert!(told.contains(words), "{mistake:?}: {told}");
                assert_eq!(run.code, i32::from(outcome == "fail"), "{mistake:?}");
            });
        }
    });
}

/// Checks whose failure other tests show: with credentials, over TLS, by frameworks that tell names by their case.
const ELSEWHERE: [&str; 8] = [
    "auth.missing",
    "auth.wrong",
    "auth.prefix",
    "auth.other-scheme",
    "auth.empty",
    "reach.port",
    "reach.tls",
    "transport.header-case",
];

#[test]
fn every_check_can_fail() {
    let shown = |id: &str| ELSEWHERE.contains(&id) || MISTAKES.iter().any(|(_, other, ..)| *other == id);
    for check in popbill_hook::conformance::CHECKS.iter().filter(|check| check.family() != "accept") {
        assert!(shown(&check.id), "nothing shows that {} can fail", check.id);
    }
}

#[test]
fn mistakes_with_credentials_are_caught_too() {
    for (mistake, caught) in [
        (None, &[][..]),
        (Some(Mistake::NoAuth), &["auth.empty", "auth.missing", "auth.other-scheme", "auth.prefix", "auth.wrong"]),
        (Some(Mistake::PrefixAuth), &["auth.prefix"]),
        (Some(Mistake::AnyHeaderAuth), &["auth.other-scheme", "auth.prefix"]),
    ] {
        let model = Model::start(Setup { mistake, api_key: Some("k3y-0f-a-receiver"), ..Setup::default() });
        let run = verify(&model).args(["--check", "auth.*"]).env("POPBILL_HOOK_API_KEY", "k3y-0f-a-receiver").run();
        assert_eq!(ids(&run, "fail"), caught, "{mistake:?}: {run:?}");
        assert!(!format!("{run:?}").contains("k3y-0f"), "no line gives the secret away");
    }
}
