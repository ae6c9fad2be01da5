//! Expectations: how they are read, what meets them, and what is said of what does not.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::event::CATALOG;

fn expectation(text: &str) -> Expectation {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn seen<'a>(event: &'a str, body: &'a Value) -> Seen<'a> {
    Seen { event: Some(event), body: Some(body), auth: "none", ..Seen::default() }
}

#[test]
fn expectations_are_written_in_their_shortest_form() {
    for (text, written) in [
        ("cashbill.issue", "cashbill.issue"),
        ("  cashbill.*\tx2 ", "cashbill.* x2"),
        ("* x1", "* x1"),
        ("* x1+", "*"),
        ("* x2+", "* x2+"),
        ("* x0", "* x0"),
        ("* x007", "* x7"),
        ("* stateCode=\"305\"", "* stateCode=305"),
        ("* stateMemo=\"two words\" mid=x x3", "* stateMemo=\"two words\" mid=x x3"),
        ("* stateMemo=\"a \\\"b\\\" \\\\\"", "* stateMemo=\"a \\\"b\\\" \\\\\""),
        ("* remark1= remark2=\"\"", "* remark1= remark2="),
        ("* remark1=a=b\\c\"d", "* remark1=a=b\\c\"d"),
        ("* remark1=\"\\\"\"", "* remark1=\"\\\"\""),
        ("nts.sales detailList[0].qty=1\u{3000}x2", "nts.sales detailList[0].qty=1 x2"),
        ("* eventType=NTS event_type=NTS corpNum=1 corp_num=1", "* eventType=NTS event_type=NTS corpNum=1 corp_num=1"),
        ("* brandNew.field[3]=1", "* brandNew.field[3]=1"),
    ] {
        assert_eq!(expectation(text).to_string(), written, "{text:?}");
        assert_eq!(expectation(written), expectation(text), "{text:?}");
    }
}

#[test]
fn refusals_say_where_and_what() {
    use ExpectationProblem::*;
    let owned = str::to_owned;
    let unknown = |found: &str, nearest: Option<&str>| {
        Event(EventGlobError::Unknown { found: owned(found), nearest: nearest.map(owned) })
    };
    let misspelt = |found: &str, nearest: &str| MisspeltField { found: owned(found), nearest: owned(nearest) };
    for (text, position, problem) in [
        ("", 1, Event(EventGlobError::Empty)),
        ("   ", 1, Event(EventGlobError::Empty)),
        ("cashbill.isue", 1, unknown("cashbill.isue", Some("cashbill.issue"))),
        (" cashbil.* x2", 2, unknown("cashbil.*", Some("cashbill.*"))),
        ("x2", 1, unknown("x2", None)),
        ("stateCode=300", 1, ConditionFirst(owned("stateCode"))),
        ("* stateCode", 3, NotACondition(owned("stateCode"))),
        ("* twice stateCode=300", 3, NotACondition(owned("twice"))),
        ("* =300", 3, BadPath(String::new())),
        ("* a..b=1", 3, BadPath(owned("a..b"))),
        ("* 팝[x]=1 x2", 3, BadPath(owned("팝[x]"))),
        ("* statecode=300", 3, misspelt("statecode", "stateCode")),
        ("* ntsConfirmNum=1", 3, misspelt("ntsConfirmNum", "ntsconfirmNum")),
        ("* corp-num=1", 3, misspelt("corp-num", "corp_num")),
        ("* webhookType=x", 3, misspelt("webhookType", "webhook_type")),
        ("* MID=x", 3, misspelt("MID", "mid")),
        ("* detaillist[2].qty=1", 3, misspelt("detaillist[2].qty", "detailList[].qty")),
        ("* mid=a stateCode=1 mid=b", 21, RepeatedField(owned("mid"))),
        ("* a[1]=1 a[01]=1", 10, RepeatedField(owned("a[01]"))),
        ("* auth=okay", 3, BadAuth { found: owned("okay"), nearest: Some("ok") }),
        ("* auth=forged", 3, BadAuth { found: owned("forged"), nearest: None }),
        ("* stateMemo=\"open x2", 13, OpenQuote),
        ("* stateMemo=\"open\\", 13, OpenQuote),
        ("* stateMemo=\"팝\\n\"", 15, BadEscape(owned("\\n"))),
        ("* stateMemo=\"a\"b x2", 16, AfterQuote(owned("b"))),
        ("* x", 3, BadCount(owned("x"))),
        ("* X2", 3, BadCount(owned("X2"))),
        ("* 2", 3, BadCount(owned("2"))),
        ("* x+2", 3, BadCount(owned("x+2"))),
        ("* x-1", 3, BadCount(owned("x-1"))),
        ("* x0+", 3, BadCount(owned("x0+"))),
        ("* x2++", 3, BadCount(owned("x2++"))),
        ("* x4294967296", 3, BadCount(owned("x4294967296"))),
        ("* x2 stateCode=300", 3, CountNotLast(owned("x2"))),
        ("* x2 x3", 3, CountNotLast(owned("x2"))),
    ] {
        assert_eq!(text.parse::<Expectation>(), Err(ExpectationError { position, problem }), "{text:?}");
    }
}

#[test]
fn hints_name_the_nearest_and_what_is_allowed() {
    for (text, nearest, hint) in [
        ("cashbill.isue", Some("cashbill.issue"), "events list"),
        ("* auth=mising", Some("missing"), "wrong"),
        ("* statecode=1", Some("stateCode"), "stateCode"),
        ("* nonsense", None, "xN+"),
        ("* X2", None, "x0"),
        ("* a=\"\\n\"", None, "\\\""),
    ] {
        let error = text.parse::<Expectation>().unwrap_err();
        assert_eq!(error.nearest(), nearest, "{text}");
        assert!(error.hints().concat().contains(hint), "{text}: {:?}", error.hints());
    }
    let error = "* auth=okay".parse::<Expectation>().unwrap_err().to_string();
    assert_eq!(error, "at character 3: auth is never \"okay\"");
}

#[test]
fn conditions_hold_or_say_what_differs() {
    let body = json!({
        "corpNum": "1234567891", "stateCode": 305, "interOPYN": true, "stateMemo": "두 단어", "closeDownState": null,
        "detailList": [{ "qty": "1" }, { "qty": "2.5" }],
    });
    for (conditions, differs) in [
        ("", ""),
        ("corpNum=1234567891", ""),
        ("stateCode=305 interOPYN=true closeDownState=null", ""),
        ("stateMemo=\"두 단어\" detailList[1].qty=2.5", ""),
        ("detailList=[{\"qty\":\"1\"},{\"qty\":\"2.5\"}]", ""),
        ("mid=M-1 corp_num=9999999999 webhook_type=CASHBILL.STATE auth=none", ""),
        ("stateCode=304", "stateCode was 305, expected 304"),
        ("stateCode=305.0", "stateCode was 305, expected 305.0"),
        ("stateMemo=두", "stateMemo was \"두 단어\", expected \"두\""),
        ("detailList[0].qty=2 stateCode=304", "detailList[0].qty was 1, expected 2; stateCode was 305, expected 304"),
        ("detailList[2].qty=2", "detailList[2].qty was absent, expected 2"),
        ("stateCod=305", "stateCod was absent (there is stateCode), expected 305"),
        ("corpNumber=1", "corpNumber was absent (there is corpNum), expected 1"),
        ("brandNew=", "brandNew was absent, expected \"\""),
        ("interOPYN=false mid=M-2", "interOPYN was true, expected false; mid was M-1, expected M-2"),
        ("event_type=NTS", "event_type was absent, expected NTS"),
        ("auth=ok", "auth was none, expected ok"),
        ("corp_num=1234567891", "corp_num was 9999999999, expected 1234567891"),
    ] {
        let seen = Seen {
            mid: Some("M-1"),
            corp_num: Some("9999999999"),
            webhook_type: Some("CASHBILL.STATE"),
            ..seen("cashbill.nts-failure", &body)
        };
        let found = expectation(&format!("cashbill.* {conditions}")).matches(&seen);
        let said: Vec<_> = found.differences.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("; "), differs, "{conditions}");
        assert_eq!(found.is_complete(), differs.is_empty(), "{conditions}");
        let conditions = conditions.split('=').count() - 1;
        assert_eq!(found.held, 1 + conditions - found.differences.len());
    }
}

#[test]
fn what_was_refused_has_not_arrived_unless_that_is_waited_for() {
    for (auth, text, differs) in [
        ("ok", "cashbill.issue", ""),
        ("none", "cashbill.issue", ""),
        ("wrong", "cashbill.issue", "auth was wrong, expected ok"),
        ("missing", "cashbill.issue mid=M", "mid was absent, expected M; auth was missing, expected ok"),
        ("wrong", "cashbill.issue auth=wrong", ""),
        ("missing", "cashbill.issue auth=wrong", "auth was missing, expected wrong"),
    ] {
        let seen = Seen { event: Some("cashbill.issue"), auth, ..Seen::default() };
        let said: Vec<_> = expectation(text).matches(&seen).differences.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("; "), differs, "{auth}: {text}");
    }
}

#[test]
fn the_event_is_a_condition_too() {
    let body = json!({ "stateCode": "300" });
    for (event, text, differs) in [
        (Some("statement.issue"), "statement.issue stateCode=300", ""),
        (Some("statement.open"), "statement.issue", "event was statement.open, expected statement.issue"),
        (Some("statement.open"), "cashbill.* ", "event was statement.open, expected cashbill.*"),
        (None, "*", ""),
        (None, "statement.*", "the event was not identified, expected statement.*"),
    ] {
        let seen = Seen { event, body: Some(&body), ..Seen::default() };
        let said: Vec<_> = expectation(text).matches(&seen).differences.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("; "), differs, "{text}");
    }
    let bodiless = Seen { event: Some("statement.issue"), mid: Some("M"), ..Seen::default() };
    let found = expectation("* mid=M stateCode=300").matches(&bodiless);
    assert_eq!(
        (found.held, found.differences[0].to_string().as_str()),
        (2, "the body was not JSON, expected stateCode 300")
    );
}

#[test]
fn an_array_stands_for_the_element_that_fits_best() {
    let body = json!([{ "a": 1, "b": 1 }, { "a": 2, "b": 1 }, { "a": 2, "b": 2 }]);
    for (conditions, differs) in [
        ("a=2 b=2", ""),
        ("a=1 b=1", ""),
        ("a=1 b=2", "b was 1, expected 2"),
        ("a=3 b=2", "a was 2, expected 3"),
        ("[1].a=2 [1].b=1 a=1", ""),
        ("[0].a=2", "[0].a was 1, expected 2"),
        ("[7].a=2", "[7].a was absent, expected 2"),
    ] {
        let found = expectation(&format!("nts.sales {conditions}")).matches(&seen("nts.sales", &body));
        let said: Vec<_> = found.differences.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("; "), differs, "{conditions}");
    }
    let empty = json!([]);
    let found = expectation("nts.sales a=1").matches(&seen("nts.sales", &empty));
    assert_eq!(found.differences[0].to_string(), "a was absent, expected 1");
}

fn outcomes(expectations: &Expectations) -> Vec<(u64, bool, bool, Option<String>)> {
    let of = |outcome: ExpectationOutcome| (outcome.matched, outcome.met, outcome.exceeded, outcome.nearest);
    expectations.outcomes().into_iter().map(of).collect()
}

#[test]
fn counts_are_met_and_exceeded() {
    let body = json!({});
    for (text, arrivals, met, exceeded, settled) in [
        ("*", 0, false, false, false),
        ("*", 1, true, false, true),
        ("*", 3, true, false, true),
        ("* x2", 1, false, false, false),
        ("* x2", 2, true, false, false),
        ("* x2", 3, false, true, true),
        ("* x2+", 1, false, false, false),
        ("* x2+", 3, true, false, true),
        ("* x0", 0, true, false, false),
        ("* x0", 1, false, true, true),
    ] {
        let mut expectations = Expectations::new([expectation(text)], EventFilter::default());
        (0..arrivals).for_each(|_| expectations.feed(&seen("cashbill.issue", &body)));
        assert_eq!(
            (expectations.all_met(), expectations.any_exceeded(), expectations.is_settled()),
            (met, exceeded, settled),
            "{text} {arrivals}"
        );
        assert_eq!(outcomes(&expectations), [(arrivals, met, exceeded, None)], "{text} {arrivals}");
    }
}

#[test]
fn the_nearest_miss_is_the_capture_with_most_conditions() {
    let wanted = ["cashbill.nts-success corpNum=1 stateCode=304 x2", "nts.sales"].map(expectation);
    let mut expectations = Expectations::new(wanted, EventFilter::default());
    assert_eq!(outcomes(&expectations), [(0, false, false, None), (0, false, false, None)]);
    let bodies = [
        json!({ "corpNum": "2", "stateCode": 305 }),
        json!({ "corpNum": "1", "stateCode": 305 }),
        json!({ "corpNum": "1", "stateCode": 306 }),
        json!({ "corpNum": "1", "stateCode": 304 }),
    ];
    for body in &bodies {
        expectations.feed(&seen("cashbill.nts-success", body));
    }
    assert!(!expectations.all_met() && !expectations.any_exceeded() && expectations.arrived() == 4);
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        outcomes(&expectations),
        [
            (1, false, false, said("stateCode was 305, expected 304")),
            (0, false, false, said("event was cashbill.nts-success, expected nts.sales")),
        ]
    );
    expectations.feed(&seen("cashbill.nts-success", &bodies[3]));
    expectations.feed(&Seen { event: Some("nts.sales"), ..Seen::default() });
    assert!(expectations.all_met() && !expectations.is_settled());
    assert_eq!(outcomes(&expectations), [(2, true, false, None), (1, true, false, None)]);
    assert_eq!(expectations.outcomes()[0].expect, "cashbill.nts-success corpNum=1 stateCode=304 x2");
}

#[test]
fn what_the_filter_holds_back_does_not_count() {
    let body = json!({});
    let filter = || "cashbill.*".parse::<EventFilter>().unwrap();
    let mut expectations = Expectations::new([expectation("*")], filter());
    let mut none = Expectations::none(filter());
    for seen in [seen("nts.sales", &body), Seen { event: None, ..seen("", &body) }] {
        expectations.feed(&seen);
        none.feed(&seen);
    }
    assert_eq!((expectations.arrived(), expectations.all_met()), (0, false));
    assert_eq!(outcomes(&none), [(0, true, false, None)]);
    assert!(none.all_met() && !none.is_settled());
    for event in ["cashbill.cancel", "cashbill.issue"] {
        none.feed(&seen(event, &body));
    }
    assert!(!none.all_met() && none.any_exceeded() && none.is_settled());
    assert_eq!(outcomes(&none), [(2, false, true, Some("cashbill.cancel arrived".to_owned()))]);
    assert_eq!(none.outcomes()[0].expect, "none");
    let mut none = Expectations::none(EventFilter::default());
    none.feed(&Seen::default());
    assert_eq!(none.outcomes()[0].nearest.as_deref(), Some("a request that is no known event arrived"));
}

proptest! {
    #[test]
    fn expectations_round_trip(
        index in 0..CATALOG.len(),
        values in proptest::collection::btree_map("[a-z]{9,12}(\\[[0-9]\\])?", "[ -~가\n\u{3000}]{0,8}", 0..4),
        count in prop_oneof![any::<u32>().prop_map(Count::Exactly), (1..u32::MAX).prop_map(Count::AtLeast)],
    ) {
        let conditions = values.into_iter().map(|(name, expected)| Condition {
            subject: condition::Subject::Body(field_path::FieldPath::parse(&name).unwrap()),
            expected,
        });
        let event = CATALOG[index].id.parse().unwrap();
        let expectation = Expectation { event, conditions: conditions.collect(), count };
        let text = expectation.to_string();
        prop_assert_eq!(text.parse(), Ok(expectation), "{}", text);
    }

    #[test]
    fn any_text_is_an_expectation_or_an_error_inside_it(
        text in "(\\*|cashbill\\.issue)?( |=|\"|\\\\|x[0-9]{1,2}\\+?|mid=|auth=ok|stateCode=|[a-z\\[\\].]{1,4}|팝){0,9}",
    ) {
        match text.parse::<Expectation>() {
            Ok(expectation) => prop_assert_eq!(expectation.to_string().parse(), Ok(expectation)),
            Err(error) => prop_assert!((1..=text.chars().count() + 1).contains(&error.position), "{text:?} {error:?}"),
        }
    }

    #[test]
    fn a_value_taken_from_a_body_always_holds(text: String, number: i64, flag: bool) {
        let body = json!({ "a": [{ "b": text }], "number": number, "flag": flag });
        let written = Condition {
            subject: condition::Subject::Body(field_path::FieldPath::parse("a[0].b").unwrap()),
            expected: text,
        };
        let expectation = expectation(&format!("* {written} number={number} flag={flag}"));
        prop_assert!(expectation.matches(&seen("cashbill.issue", &body)).is_complete(), "{}", expectation);
    }
}
