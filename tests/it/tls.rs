//! https receivers: right, and wrong in one way.

use crate::support::certificate::{Authority, Leaf};
use crate::support::{OK, Outcome, Receiver, Scratch, Step, Tool};

fn send(receiver: &Receiver, host: &str, authority: &Authority) -> Outcome {
    let scratch = Scratch::new();
    let pem = scratch.write("ca.pem", authority.pem());
    let rule = format!("{host}:{}:127.0.0.1", receiver.port);
    Tool::line("send cashbill.issue --seed 1 --json -m 2s")
        .arg(receiver.https(host))
        .arg("--resolve")
        .arg(rule)
        .arg("--cacert")
        .arg(pem)
        .run()
}

fn slug(outcome: &Outcome) -> String {
    outcome.json_of("attempt")["slug"].as_str().unwrap().to_owned()
}

fn ok() -> Vec<Step> {
    vec![Step::Read, Step::send(OK), Step::Finish]
}

#[test]
fn a_right_certificate_is_trusted_by_its_authority() {
    let authority = Authority::new();
    let receiver = Receiver::tls(ok(), authority.acceptor("receiver.example", Leaf::Right));
    let outcome = send(&receiver, "receiver.example", &authority);
    assert_eq!((outcome.code, slug(&outcome).as_str()), (0, "string"), "{outcome:?}");
    let (head, _) = receiver.request_parts();
    assert!(head.contains(&format!("Host: receiver.example:{}\r\n", receiver.port)), "{head}");
}

#[test]
fn wrong_certificates_have_their_names() {
    let authority = Authority::new();
    let stranger = Authority::new();
    for (name, acceptor, expected) in [
        ("expired", authority.acceptor("receiver.example", Leaf::Expired), "tls-expired"),
        ("not yet valid", authority.acceptor("receiver.example", Leaf::NotYetValid), "tls-expired"),
        ("for another host", authority.acceptor("other.example", Leaf::Right), "tls-hostname"),
        ("of a stranger", stranger.acceptor("receiver.example", Leaf::Right), "tls-untrusted"),
        ("wants a client certificate", authority.demanding_acceptor("receiver.example"), "tls-handshake"),
        ("speaks only h2", authority.h2_only_acceptor("receiver.example"), "tls-handshake"),
    ] {
        let receiver = Receiver::tls(ok(), acceptor);
        let outcome = send(&receiver, "receiver.example", &authority);
        assert_eq!((outcome.code, slug(&outcome).as_str()), (3, expected), "{name}: {outcome:?}");
    }
}

#[test]
fn what_is_not_tls_is_a_failed_handshake() {
    let authority = Authority::new();
    for (name, script, expected) in [
        ("plain http", vec![Step::ReadSome(5), Step::send("HTTP/1.1 400 Bad Request\r\n\r\n")], "tls-handshake"),
        ("closes after the hello", vec![Step::ReadSome(5)], "tls-handshake"),
        ("a fatal alert", vec![Step::ReadSome(5), Step::Send(vec![21, 3, 3, 0, 2, 2, 70])], "tls-handshake"),
        ("silence", vec![Step::Hang], "connect-timeout"),
    ] {
        let receiver = Receiver::playing(script);
        let outcome = send(&receiver, "receiver.example", &authority);
        let got = slug(&outcome);
        let reset = got == "connection-reset" && name == "closes after the hello";
        assert!(got == expected || reset, "{name}: {outcome:?}");
        assert_eq!(outcome.code, 3);
    }
}

#[test]
fn insecure_accepts_any_certificate_and_says_so() {
    let stranger = Authority::new();
    let receiver = Receiver::tls(ok(), stranger.acceptor("other.example", Leaf::Expired));
    let outcome = Tool::line("send cashbill.issue --json -k").arg(receiver.https("localhost")).run();
    assert_eq!((outcome.code, slug(&outcome).as_str()), (0, "string"), "{outcome:?}");
    assert!(outcome.stderr.contains("not verified"), "{}", outcome.stderr);
    assert!(outcome.json_of("attempt")["notes"].to_string().contains("verified"));
}

#[test]
fn the_end_of_an_uncounted_answer_needs_close_notify() {
    let authority = Authority::new();
    let uncounted = Step::send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nOK");
    let counted = Step::send(OK);
    for (script, expected) in [
        (vec![Step::Read, uncounted.clone(), Step::Finish], "string"),
        (vec![Step::Read, uncounted], "truncated-response"),
        (vec![Step::Read, counted], "string"),
        (vec![Step::Read, Step::send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nOK")], "truncated-response"),
    ] {
        let receiver = Receiver::tls(script, authority.acceptor("receiver.example", Leaf::Right));
        assert_eq!(slug(&send(&receiver, "receiver.example", &authority)), expected);
    }
}

#[test]
fn unusable_certificate_files_are_named() {
    let scratch = Scratch::new();
    let empty = scratch.write("empty.pem", "no certificate here");
    Tool::line("send cashbill.issue https://localhost/ --cacert").arg(&empty).run().is_usage_error(&["empty.pem"]);
    let missing = scratch.path().join("missing.pem");
    Tool::line("send cashbill.issue https://localhost/ --cacert").arg(&missing).run().is_usage_error(&["missing.pem"]);
}
