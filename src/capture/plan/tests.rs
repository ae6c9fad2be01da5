//! Plans: what they mean, what they refuse, and the bytes they become.

use proptest::prelude::*;

use super::*;

fn plan(text: &str) -> ResponsePlan {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn answer(status: u16, content_type: Option<&'static str>, body: &str) -> Action {
    Action::Answer { status, content_type, body: body.as_bytes().to_vec() }
}

#[test]
fn steps_mean_what_they_say() {
    const TEXT: Option<&str> = Some("text/plain");
    const JSON: Option<&str> = Some("application/json");
    for (text, millis, action) in [
        ("ok", 0, answer(200, TEXT, "OK")),
        ("json", 0, answer(200, JSON, r#"{"result":"OK"}"#)),
        ("empty", 0, answer(200, None, "")),
        ("body:OK\\n", 0, answer(200, TEXT, "OK\n")),
        ("body: OK ", 0, answer(200, TEXT, " OK ")),
        ("body:a:b", 0, answer(200, TEXT, "a:b")),
        ("body:2\\*3\\+1\\,", 0, answer(200, TEXT, "2*3+1,")),
        ("body:확인", 0, answer(200, TEXT, "확인")),
        ("status:503", 0, answer(503, None, "")),
        ("status:999", 0, answer(999, None, "")),
        ("status:500+empty", 0, answer(500, None, "")),
        ("status:500+ok", 0, answer(500, TEXT, "OK")),
        ("json+status:201", 0, answer(201, JSON, r#"{"result":"OK"}"#)),
        ("status:404+body:no", 0, answer(404, TEXT, "no")),
        ("status:204", 0, answer(204, None, "")),
        ("status:304+empty", 0, answer(304, None, "")),
        ("delay:3s", 3_000, answer(200, TEXT, "OK")),
        ("delay:0+ok", 0, answer(200, TEXT, "OK")),
        ("delay:250ms+status:500+json", 250, answer(500, JSON, r#"{"result":"OK"}"#)),
        ("hang", 0, Action::Hang),
        ("hang+delay:1s", 1_000, Action::Hang),
        ("delay:1m+reset", 60_000, Action::Reset),
        ("truncate", 0, Action::Truncate),
        (" garbage ", 0, Action::Garbage),
    ] {
        let step = Step { delay: Duration::from_millis(millis), action };
        assert_eq!(plan(text).step(0), &step, "{text}");
        assert_eq!(plan(text).step(u64::MAX), &step, "{text}");
    }
}

#[test]
fn requests_meet_their_step_and_the_last_one_repeats() {
    let plan = plan("status:500*2, delay:1s + hang, ok *3 , json");
    let met: Vec<_> = (0..9).map(|n| plan.step(n).to_string()).collect();
    assert_eq!(
        met,
        ["status:500", "status:500", "delay:1s+hang", "ok", "ok", "ok", "json", "json", "json"].map(str::to_owned)
    );
}

#[test]
fn plans_are_written_in_their_shortest_form() {
    for (text, written) in [
        ("body:OK", "ok"),
        ("status:200+body:OK", "ok"),
        ("status:200", "empty"),
        ("ok+status:500*1", "status:500+ok"),
        ("empty+status:500", "status:500"),
        ("hang+delay:60s", "delay:1m+hang"),
        ("delay:3600000ms", "delay:1h+ok"),
        ("delay:1500ms", "delay:1500ms+ok"),
        ("body:\\x2c\\xff", "body:\\,\\xff"),
        ("ok*3,json*2", "ok*3,json*2"),
    ] {
        assert_eq!(plan(text).to_string(), written, "{text}");
    }
    assert_eq!(ResponsePlan::default(), plan("ok"));
}

#[test]
fn refusals_say_where_and_what() {
    use PlanProblem::*;
    let unknown = |nearest| UnknownPart { nearest };
    for (text, position, found, problem) in [
        ("", 1, "", Empty),
        ("  ", 1, "", Empty),
        ("ok,", 4, "", EmptyStep),
        ("ok, ,json", 4, "", EmptyStep),
        (",ok", 1, "", EmptyStep),
        ("ok+", 4, "", EmptyPart),
        ("+ok", 1, "", EmptyPart),
        ("ok,*2", 4, "", EmptyPart),
        ("ok,hagn", 4, "hagn", unknown(Some("hang"))),
        ("OK", 1, "OK", unknown(Some("ok"))),
        ("stauts:500", 1, "stauts:500", unknown(Some("status:N"))),
        ("json+ dealy:3s", 7, "dealy:3s", unknown(Some("delay:D"))),
        ("ok,503", 4, "503", unknown(Some("status:N"))),
        ("3s+ok", 1, "3s", unknown(Some("delay:D"))),
        ("확인", 1, "확인", unknown(None)),
        ("\\ok", 1, "\\ok", unknown(Some("ok"))),
        ("status", 1, "status", NeedsValue { shape: "status:N" }),
        ("body:", 1, "body:", NeedsValue { shape: "body:TEXT" }),
        ("ok,delay: ", 4, "delay:", NeedsValue { shape: "delay:D" }),
        ("hang:5s", 1, "hang:5s", TakesNoValue { name: "hang" }),
        ("ok:", 1, "ok:", TakesNoValue { name: "ok" }),
        ("status:99", 8, "99", BadStatus),
        ("status:1000", 8, "1000", BadStatus),
        ("status:0200", 8, "0200", BadStatus),
        ("status:+20", 1, "status:", NeedsValue { shape: "status:N" }),
        ("status:-20", 8, "-20", BadStatus),
        ("status:２００", 8, "２００", BadStatus),
        ("status:100", 8, "100", InterimStatus),
        ("ok,status:199+ok", 11, "199", InterimStatus),
        ("status:204+ok", 12, "ok", BodyForbidden { status: 204 }),
        ("body:x+status:304", 1, "body:x", BodyForbidden { status: 304 }),
        ("delay:3", 7, "3", BadDelay(crate::clock::DurationError::NoUnit)),
        ("body:확\\인", 7, "\\인", BadEscape),
        ("body:x\\", 7, "\\", BadEscape),
        ("ok*0", 4, "0", BadCount),
        ("ok*", 4, "", BadCount),
        ("body:a*b", 8, "b", BadCount),
        ("ok*2*3", 4, "2*3", BadCount),
        ("ok*4294967296", 4, "4294967296", BadCount),
        ("body:a*b+delay:1s", 7, "*b", CountInside),
    ] {
        let error = text.parse::<ResponsePlan>().unwrap_err();
        assert_eq!(error, PlanError { position, found: found.to_owned(), problem }, "{text:?}");
    }
}

#[test]
fn contradictions_name_both() {
    for (text, position, first, second) in [
        ("hang+ok", 6, "hang", "ok"),
        ("ok+hang", 4, "ok", "hang"),
        ("ok+json", 4, "ok", "json"),
        ("ok+ok", 4, "ok", "ok"),
        ("body:a+empty", 8, "body:a", "empty"),
        ("reset+garbage", 7, "reset", "garbage"),
        ("status:500+truncate", 12, "status:500", "truncate"),
        ("garbage+status:500", 9, "garbage", "status:500"),
        ("status:500+status:503", 12, "status:500", "status:503"),
        ("json,delay:1s+ok+delay:2s", 18, "delay:1s", "delay:2s"),
    ] {
        let error = text.parse::<ResponsePlan>().unwrap_err();
        let problem = PlanProblem::Contradiction { first: first.to_owned(), second: second.to_owned() };
        assert_eq!(error, PlanError { position, found: second.to_owned(), problem }, "{text}");
        let sentence = error.to_string();
        assert!(sentence.contains(&format!("\"{first}\" and \"{second}\"")), "{sentence}");
    }
}

#[test]
fn hints_name_the_nearest_and_what_is_allowed() {
    for (text, nearest, allowed) in [
        ("hagn", Some("hang"), "garbage"),
        ("colour", None, "status:N"),
        ("ok:1", Some("ok"), ""),
        ("status:42", None, "status:999"),
        ("body:\\q", None, "\\xNN"),
        ("ok*x", None, "*4294967295"),
        ("delay:1w", None, "5m"),
    ] {
        let error = text.parse::<ResponsePlan>().unwrap_err();
        assert_eq!(error.nearest(), nearest, "{text}");
        assert!(error.hints().concat().contains(allowed), "{text}: {:?}", error.hints());
        assert_eq!(error.hints().len(), usize::from(nearest.is_some()) + usize::from(!allowed.is_empty()), "{text}");
    }
    let error = "ok,\u{1b}[31mred".parse::<ResponsePlan>().unwrap_err().to_string();
    assert_eq!(error, "at character 4, \"\\u{1b}[31mred\": there is no such part");
}

#[test]
fn the_exact_bytes_of_each_action() {
    for (text, keep_alive, bytes) in [
        ("ok", true, &b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nOK"[..]),
        (
            "ok",
            false,
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK",
        ),
        (
            "json",
            true,
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"result\":\"OK\"}",
        ),
        ("empty", true, b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        ("status:503", false, b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        ("status:799", true, b"HTTP/1.1 799 \r\nContent-Length: 0\r\n\r\n"),
        ("status:204", true, b"HTTP/1.1 204 No Content\r\n\r\n"),
        ("status:304", false, b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"),
        ("hang", true, b""),
        ("reset", true, b""),
    ] {
        let bytes = String::from_utf8_lossy(bytes);
        assert_eq!(String::from_utf8_lossy(&plan(text).step(0).action.bytes(keep_alive)), bytes, "{text}");
    }
}

#[test]
fn a_body_that_http_forbids_is_never_sent() {
    let action = Action::Answer { status: 204, content_type: Some("text/plain"), body: b"OK".to_vec() };
    assert_eq!(action.bytes(true), b"HTTP/1.1 204 No Content\r\n\r\n");
}

#[test]
fn a_truncated_answer_is_shorter_than_it_says_and_garbage_is_no_http() {
    for keep_alive in [true, false] {
        let bytes = String::from_utf8(Action::Truncate.bytes(keep_alive)).unwrap();
        let (head, body) = bytes.split_once("\r\n\r\n").unwrap();
        assert!(announced(head) > body.len() && body == "OK", "{bytes}");
        assert!(head.contains("\r\nConnection: close"), "{head}");
        let garbage = Action::Garbage.bytes(keep_alive);
        assert!(!garbage.starts_with(b"HTTP") && garbage.ends_with(b"\r\n\r\n"));
    }
}

fn announced(head: &str) -> usize {
    head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap().parse().unwrap()
}

fn any_action() -> impl Strategy<Value = Action> {
    let status = (200_u16..=999).prop_filter("has a body", |status| !matches!(status, 204 | 304));
    prop_oneof![
        (status.clone(), proptest::collection::vec(any::<u8>(), 1..40)).prop_map(|(status, body)| Action::Answer {
            status,
            content_type: Some(TEXT),
            body
        }),
        (200_u16..=999).prop_map(|status| answer(status, None, "")),
        status.prop_map(|status| answer(status, Some(JSON), r#"{"result":"OK"}"#)),
        Just(Action::ok()),
        Just(Action::Hang),
        Just(Action::Reset),
        Just(Action::Truncate),
        Just(Action::Garbage),
    ]
}

fn any_step() -> impl Strategy<Value = Repeated> {
    let delay = prop_oneof![Just(0), 0_u64..100_000_000, (0_u64..100).prop_map(|hours| hours * 3_600_000)];
    (delay, any_action(), any::<NonZeroU32>()).prop_map(|(millis, action, times)| Repeated {
        step: Step { delay: Duration::from_millis(millis), action },
        times,
    })
}

proptest! {
    #[test]
    fn plans_round_trip(before in proptest::collection::vec(any_step(), 0..4), last in any_step()) {
        let plan = ResponsePlan { before, last };
        prop_assert_eq!(plan.to_string().parse(), Ok(plan));
    }

    #[test]
    fn any_text_is_a_plan_or_an_error_inside_it(
        text in "([a-z]{0,8}|ok|json|hang|empty|body:|status:|delay:|[0-9]{1,3}|1s|[ ,+*:\\\\가]){0,10}",
    ) {
        match text.parse::<ResponsePlan>() {
            Ok(plan) => prop_assert_eq!(plan.to_string().parse(), Ok(plan)),
            Err(error) => {
                let rest: String = text.chars().skip(error.position - 1).collect();
                prop_assert!(rest.starts_with(&error.found), "{}: {:?}", text, error);
            }
        }
    }

    #[test]
    fn answers_say_the_length_they_have(action in any_action(), keep_alive: bool) {
        let bytes = action.bytes(keep_alive);
        if let Action::Answer { status, body, .. } = &action {
            let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
            let head = std::str::from_utf8(&bytes[..end]).unwrap();
            let status_line = format!("HTTP/1.1 {status} ");
            prop_assert!(head.starts_with(&status_line), "{}", head);
            prop_assert_eq!(&bytes[end + 4..], body.as_slice());
            prop_assert_eq!(head.contains("Connection: close"), !keep_alive);
            if !matches!(status, 204 | 304) {
                prop_assert_eq!(announced(head), body.len());
            }
        }
    }

    #[test]
    fn the_n_th_request_meets_the_n_th_step_written_out(counts in proptest::collection::vec(1_u32..5, 1..6)) {
        let names = ["ok", "json", "hang", "reset", "truncate", "garbage"];
        let text: Vec<_> = counts.iter().zip(names).map(|(count, name)| format!("{name}*{count}")).collect();
        let plan = plan(&text.join(","));
        let mut written_out: Vec<_> =
            counts.iter().zip(names).flat_map(|(count, name)| vec![name; *count as usize]).collect();
        written_out.extend([names[counts.len() - 1]; 3]);
        for (n, name) in (0..).zip(written_out) {
            prop_assert_eq!(plan.step(n).to_string(), name);
        }
    }
}
