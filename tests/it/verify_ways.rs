//! Ways to a receiver, and ways in which a run goes: https, configuration, order, silence, interruption.

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

use proptest::test_runner::{Config, TestRng, TestRunner};
use rand::seq::SliceRandom as _;

use popbill_hook::conformance::{CHECKS, Check, Endpoint, Keys, Pointers, Probe, ProbeAnswer, Scene, Suite};
use popbill_hook::event::{Edition, EventTime, Product};
use popbill_hook::transport::{Client, Options, Transport};
use popbill_hook::wire::Credentials;

use crate::support::certificate::{Authority, Leaf};
use crate::support::{Mistake, Model, OK, Receiver, Scratch, Setup, Step, Tool};

/// Reads the page of a model receiver.
struct Page {
    client: Client,
    template: String,
}

impl Probe for Page {
    fn ask<'a>(&'a self, keys: &'a Keys) -> Pin<Box<dyn Future<Output = Result<ProbeAnswer, String>> + Send + 'a>> {
        Box::pin(async move {
            let page = self.client.get(&self.template.replace("{mid}", keys.get("mid").unwrap())).await?;
            Ok(if page.status == 200 { ProbeAnswer::Found(page.body) } else { ProbeAnswer::Unknown("404".into()) })
        })
    }
}

/// What each check finds when they run in this order, so many at once.
fn found(model: &Model, checks: &[&'static Check], jobs: usize) -> BTreeMap<String, String> {
    let options = Options::default();
    let client = Client::new(&options);
    let endpoint = Endpoint { address: model.url().parse().unwrap(), credentials: Credentials::None };
    let suite = Suite {
        scene: Scene {
            endpoints: Product::ALL.map(|product| (product, endpoint.clone())).into_iter().collect::<HashMap<_, _>>(),
            products: Product::ALL.to_vec(),
            headers: Vec::new(),
            edition: Edition::Current,
            seed: 11,
            at: EventTime::SEEDED,
        },
        transport: Transport::new(options.clone()),
        strict_transport: Transport::new(options),
        probe: Some(Box::new(Page { client: client.clone(), template: model.probe() })),
        client,
        pointers: Pointers::default(),
        jobs,
        fail_fast: false,
        strict: false,
        wait: None,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut seen = Vec::new();
    let mut watch = |result: &popbill_hook::conformance::CheckResult| {
        seen.push(result.check.id.to_string());
        Ok(())
    };
    let verification = runtime.block_on(suite.run(checks, std::future::pending(), &mut watch)).unwrap();
    assert_eq!(seen.len(), checks.len(), "each result is seen once");
    let results = verification.results.iter();
    results.map(|result| (result.check.id.to_string(), format!("{:?}", result.finding))).collect()
}

#[test]
fn checks_find_the_same_in_any_order() {
    let all: Vec<&'static Check> = CHECKS.iter().collect();
    std::thread::scope(|scope| {
        for mistake in [Mistake::NewerTimeWins, Mistake::StoresTwice, Mistake::KeyWithoutBusiness] {
            let all = &all;
            scope.spawn(move || {
                let in_order = found(&Model::making(mistake), all, 1);
                let mut random: TestRng = TestRunner::new(Config::default()).new_rng();
                for jobs in [1, 7] {
                    let mut shuffled = all.clone();
                    shuffled.shuffle(&mut random);
                    assert_eq!(found(&Model::making(mistake), &shuffled, jobs), in_order, "{mistake:?}");
                }
            });
        }
    });
}

#[test]
fn a_private_certificate_passes_here_and_not_at_popbill() {
    let authority = Authority::new();
    let script = vec![Step::Read, Step::send(OK), Step::Finish];
    let receiver = Receiver::tls(script, authority.acceptor("receiver.example", Leaf::Right));
    let scratch = Scratch::new();
    let pem = scratch.write("ca.pem", authority.pem());
    let rule = format!("receiver.example:{}:127.0.0.1", receiver.port);
    let run = Tool::line("verify --json --check reach.* --check accept.cashbill.issue --resolve")
        .arg(rule)
        .arg("--cacert")
        .arg(pem)
        .arg(receiver.https("receiver.example"))
        .run();
    let outcome = |id: &str| run.json().into_iter().find(|line| line["id"] == id).unwrap();
    assert_eq!(outcome("accept.cashbill.issue")["outcome"], "pass", "{run:?}");
    assert_eq!((&outcome("reach.tls")["outcome"], &outcome("reach.port")["outcome"]), (&"fail".into(), &"warn".into()));
    assert!(outcome("reach.tls")["reason"].as_str().unwrap().contains("tls-untrusted"), "{run:?}");
    assert!(outcome("reach.tls")["reproduce"].as_str().unwrap().contains("--resolve receiver.example:"), "{run:?}");
}

#[test]
fn the_configuration_says_where_each_product_goes() {
    let (cash, rest) = (Receiver::answering(OK), Receiver::answering(OK));
    let scratch = Scratch::new();
    scratch.write(
        "popbill-hook.toml",
        format!("[test]\nurl = \"{}\"\n[test.cashbill]\nurl = \"{}\"\n", rest.url(), cash.url()),
    );
    let run = Tool::line("verify --json --check accept.*").dir(scratch.path()).run();
    assert_eq!(run.code, 0, "{run:?}");
    let seen =
        |receiver: &Receiver, word: &str| (0..3).all(|_| String::from_utf8_lossy(&receiver.request()).contains(word));
    assert!(seen(&cash, "Pb-Webhook-Type: CASHBILL.STATE"));
    assert!(String::from_utf8_lossy(&rest.request()).contains("Pb-Webhook-Type: TAXINVOICE.STATE"));
}

#[test]
fn only_the_products_that_are_asked_need_a_url() {
    let receiver = Receiver::answering(OK);
    let scratch = Scratch::new();
    scratch.write("popbill-hook.toml", format!("[test.cashbill]\nurl = \"{}\"\n", receiver.url()));
    let run = Tool::line("verify --check accept.cashbill.*").dir(scratch.path()).run();
    assert_eq!(run.code, 0, "{run:?}");
    Tool::line("verify").dir(scratch.path()).run().is_usage_error(&["--products"]);
    assert_eq!(Tool::line("verify --products cashbill --check form.*").dir(scratch.path()).run().code, 0);
}

#[test]
fn a_configured_edition_is_that_of_the_lines() {
    let receiver = Receiver::answering(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    let scratch = Scratch::new();
    scratch.write("popbill-hook.toml", format!("[test]\nedition = \"classic\"\nurl = \"{}\"\n", receiver.url()));
    let run = Tool::line("verify --json --products nts").dir(scratch.path()).run();
    let line = run.json()[0]["reproduce"].as_str().unwrap().to_owned();
    assert!(!line.contains("--edition"), "{line}");
    let run = Tool::line("verify --json --products nts --edition current").dir(scratch.path()).run();
    assert!(run.json()[0]["reproduce"].as_str().unwrap().contains(" --edition current"), "{run:?}");
}

#[test]
fn a_receiver_of_one_thread_is_not_held_by_our_own_idle_connections() {
    let model = Model::making(Mistake::OneAtATime);
    let run = Tool::line("verify --json --wait 5s --check reach.* --check accept.* --probe-url")
        .arg(model.probe())
        .arg(model.url())
        .run();
    assert_eq!(run.code, 0, "{run:?}");
    let receiver = Receiver::answering(b"HTTP/1.1 405 Only POST\r\nContent-Length: 0\r\n\r\n");
    Tool::line("verify --wait 5s --check reach.get -m 300ms").arg(receiver.url()).run();
    assert!(receiver.request_parts().0.to_lowercase().contains("connection: close"));
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_the_waiting_too() {
    let receiver = Receiver::scripted(vec![vec![Step::Read, Step::Reset], vec![Step::Read, Step::Hang]]);
    let started = Tool::line("verify --json --wait 60s -m 60s").arg(receiver.url()).start();
    (0..2).for_each(|_| drop(receiver.request()));
    started.interrupt();
    let run = started.end();
    assert_eq!((run.code, run.json().len()), (130, 1), "{run:?}");
    assert_eq!(receiver.connections(), 2, "nothing was posted");
}

#[test]
fn a_variable_that_is_empty_names_no_check_and_a_report_may_have_a_comma() {
    let (model, scratch) = (Model::correct(), Scratch::new());
    let run = Tool::line("verify --check form.* --report tap=a,b.tap")
        .env("POPBILL_HOOK_SKIP", "")
        .dir(scratch.path())
        .arg(model.url())
        .run();
    assert_eq!(run.code, 0, "{run:?}");
    assert!(scratch.path().join("a,b.tap").exists());
    // Also where nothing was asked there is a report.
    let run =
        Tool::line("verify --json --check nothing.* --report tap=c.tap").dir(scratch.path()).arg(model.url()).run();
    assert_eq!((run.code, run.json_of("verify")["passed"].as_u64()), (4, Some(0)));
    assert!(std::fs::read_to_string(scratch.path().join("c.tap")).unwrap().contains("1..0"));
    // And none where the command line is wrong.
    let run = Tool::line("verify --probe-url http://a/ --report tap=d.tap").dir(scratch.path()).arg(model.url()).run();
    assert!(run.code == 2 && !scratch.path().join("d.tap").exists(), "{run:?}");
}

#[test]
fn lines_give_no_secret_of_the_users_own_away() {
    let model = Model::making(Mistake::StoresTwice);
    let run = Tool::line("verify --json --check repeat.same-mid -H")
        .arg("Cookie: session=hunter2")
        .args(["-H", "X-Tenant: acme", "--probe-url"])
        .arg(format!("{}&token=hunter2", model.probe()))
        .arg(model.url())
        .run();
    let line = run.json()[0]["reproduce"].as_str().unwrap().to_owned();
    assert!(!run.stdout.contains("hunter2") && line.contains("X-Tenant: acme"), "{line}");
    assert!(line.contains("\"$POPBILL_HOOK_PROBE_URL\""), "{line}");
    let run = Tool::line("verify --json --check repeat.same-mid --probe-cmd")
        .arg(format!("PASSWORD=hunter2; curl -sf '{}'", model.probe()))
        .arg(model.url())
        .run();
    let line = run.json()[0]["reproduce"].as_str().unwrap().to_owned();
    assert!(!run.stdout.contains("hunter2") && line.contains("\"$POPBILL_HOOK_PROBE_CMD\""), "{line}");
}

#[test]
fn strict_makes_a_warning_the_first_failure() {
    let model = Model::making(Mistake::TrailingNewline);
    let run = Tool::line("verify --json --strict --fail-fast --check accept.*").arg(model.url()).run();
    let count = |how: &str| run.json().iter().filter(|line| line["outcome"] == how).count();
    assert_eq!((run.code, count("warn"), count("skip")), (1, 1, 19), "{run:?}");
}

#[test]
fn strict_reports_agree_with_the_exit_code() {
    let (model, scratch) = (Model::making(Mistake::TrailingNewline), Scratch::new());
    let run = Tool::line("verify --strict --check form.* --report junit=j.xml --report tap=t.tap --report github")
        .dir(scratch.path())
        .arg(model.url())
        .run();
    let read = |name: &str| std::fs::read_to_string(scratch.path().join(name)).unwrap();
    assert!(run.code == 1 && run.stdout.contains("::error title=form.exact"), "{run:?}");
    assert!(run.stdout.contains("Warnings count as failures"), "{run:?}");
    assert!(
        read("j.xml").contains("failures=\"1\"") && read("t.tap").contains("not ok 1 - form.exact"),
        "{}",
        read("t.tap")
    );
}

#[test]
fn every_report_is_written_although_one_cannot_be() {
    let (model, scratch) = (Model::correct(), Scratch::new());
    let run = Tool::line("verify --check form.* --report junit=/dev/full --report tap=t.tap")
        .dir(scratch.path())
        .arg(model.url())
        .run();
    assert_eq!(run.code, 5, "{run:?}");
    assert!(std::fs::read_to_string(scratch.path().join("t.tap")).unwrap().contains("1..2"));
    let twice = Tool::line("verify :1 --report junit=a --report tap=a").dir(scratch.path()).run();
    twice.is_usage_error(&["two reports", "a"]);
}

#[test]
fn a_page_that_says_the_same_of_every_document_is_no_probe() {
    let page = b"HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n<h1>Please sign in</h1>";
    let same = br#"HTTP/1.1 200 OK\r\nContent-Length: 24\r\n\r\n{"n":1,"stateCode":"30"}"#;
    let same = String::from_utf8_lossy(same).replace("\\r\\n", "\r\n");
    for answer in [page.to_vec(), same.into_bytes()] {
        let (model, blind) = (Model::making(Mistake::LosesEvents), Receiver::answering(&answer));
        let run = Tool::line("verify --json --check reach.probe --check repeat.* --probe-url")
            .arg(format!(":{}/{{mid}}", blind.port))
            .arg(model.url())
            .run();
        let lines = run.json();
        assert!(lines[0]["reason"].as_str().unwrap().contains("never sent"), "{lines:?}");
        assert_eq!(lines.iter().filter(|line| line["outcome"] == "fail").count(), 1, "{lines:?}");
    }
}

#[test]
fn products_that_are_refused_are_named_and_asked_nothing_more() {
    let model = Model::making(Mistake::OnlyCashbills);
    let run = Tool::line("verify").arg(model.url()).run();
    assert!(
        run.stdout
            .contains("refuses every ordinary event of taxinvoice, nts; if it is not for them, say so with --products"),
        "{run:?}"
    );
    let json = Tool::line("verify --json").arg(model.url()).run().json();
    let failed: Vec<_> =
        json.iter().filter(|line| line["outcome"] == "fail").map(|line| line["id"].as_str().unwrap()).collect();
    assert!(failed.iter().all(|id| id.starts_with("accept.")) && failed.len() == 14, "{failed:?}");
    let skipped = |id: &str| json.iter().any(|line| line["id"] == id && line["outcome"] == "skip");
    assert!(skipped("body.largest") && skipped("body.hangul"), "{json:?}");
    let run = Tool::line("verify --products cashbill").arg(model.url()).run();
    assert_eq!(run.code, 0, "{run:?}");
    // Products that are named are greeted, also where no check is about them.
    let run = Tool::line("verify --json --products cashbill,nts --check accept.nts.sales").arg(model.url()).run();
    assert_eq!((run.code, run.json()[0]["id"].as_str()), (1, Some("accept.nts.sales")), "{run:?}");
}

#[test]
fn a_receiver_that_falls_silent_is_not_asked_for_ever() {
    let (answer, hang) = (vec![Step::Read, Step::send(OK)], vec![Step::Read, Step::Hang]);
    let mut scripts = vec![answer; 9];
    scripts.push(hang);
    let receiver = Receiver::scripted(scripts);
    let run = Tool::line("verify --json -m 200ms --check accept.*").arg(receiver.url()).run();
    let count = |how: &str| run.json().iter().filter(|line| line["outcome"] == how).count();
    assert_eq!((count("pass"), count("fail"), count("skip")), (3, 5, 12), "{run:?}");
    assert!(run.stdout.contains("gave no answer to 5 checks in a row"), "{run:?}");
}

#[test]
fn an_answer_is_quoted_where_it_explains() {
    let text = "HTTP/1.1 500 Oops\r\nContent-Length: 34\r\n\r\nNo enum constant\n EventType.CLOSED";
    let run = Tool::line("verify --json").arg(Receiver::answering(text.as_bytes()).url()).run();
    let reason = run.json()[0]["reason"].as_str().unwrap().to_owned();
    assert!(reason.ends_with(": No enum constant EventType.CLOSED"), "{reason}");
    let moved = "HTTP/1.1 302 Found\r\nLocation: /login?next=/pbconnect\r\nContent-Length: 0\r\n\r\n";
    let run = Tool::line("verify --json").arg(Receiver::answering(moved.as_bytes()).url()).run();
    assert!(run.stdout.contains("302 (login-redirect): /login?next=/pbconnect"), "{run:?}");
}

#[test]
fn credentials_that_were_typed_are_in_lines_by_their_variable() {
    let model = Model::start(Setup { mistake: Some(Mistake::NoAuth), api_key: Some("k"), json: false });
    let run =
        Tool::line("verify --json --check auth.wrong --check auth.missing --api-key hunter2").arg(model.url()).run();
    for line in run.json().iter().filter(|line| line["type"] == "check") {
        let line = line["reproduce"].as_str().unwrap();
        assert!(line.contains("--api-key \"$POPBILL_HOOK_API_KEY\"") && !line.contains("hunter2"), "{line}");
    }
    let missing = run.json()[0]["reproduce"].as_str().unwrap().to_owned();
    assert!(missing.contains("# is accepted, and must not be"), "{missing}");
    let run = Tool::line("verify --check auth.*").env("POPBILL_HOOK_API_KEY", "").arg(model.url()).run();
    assert!(run.stderr.contains("POPBILL_HOOK_API_KEY is set to nothing"), "{run:?}");
}

#[test]
fn a_probe_that_fails_is_not_blamed_on_the_receiver() {
    let (model, broken) = (Model::correct(), Receiver::answering(b"HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n"));
    let run = Tool::line("verify --json --check reach.probe --check repeat.* --probe-url")
        .arg(format!(":{}/{{mid}}", broken.port))
        .arg(model.url())
        .run();
    let lines = run.json();
    assert!(lines[0]["cause"].as_str().unwrap().contains("probe itself"), "{lines:?}");
    assert!(lines[0]["reason"].as_str().unwrap().contains("401"), "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line["outcome"] == "fail").count(), 1, "{lines:?}");
}

#[test]
fn a_receiver_that_never_answers_costs_one_limit() {
    let receiver = Receiver::playing(vec![Step::Hang]);
    let started = Instant::now();
    let run = Tool::line("verify --json -m 300ms").arg(receiver.url()).run();
    assert_eq!((run.code, receiver.connections()), (3, 1), "{run:?}");
    assert!(started.elapsed().as_secs() < 5);
    let failed: Vec<_> = run.json().into_iter().filter(|line| line["outcome"] == "fail").collect();
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert!(failed[0]["reason"].as_str().unwrap().contains("read-timeout"), "{failed:?}");
}

#[test]
fn a_probe_that_is_down_is_one_failure() {
    let model = Model::correct();
    let run = Tool::line("verify --json --probe-url http://127.0.0.1:1/{mid}").arg(model.url()).run();
    let failed: Vec<_> = run.json().into_iter().filter(|line| line["outcome"] == "fail").collect();
    assert_eq!((run.code, failed.len(), failed[0]["id"].as_str()), (1, 1, Some("reach.probe")), "{failed:?}");
    assert!(failed[0]["reason"].as_str().unwrap().contains("did not answer"), "{failed:?}");
    // A key that an event lacks is no fault of the receiver.
    let probe = format!("{}&key={{itemKey}}", model.probe());
    let run =
        Tool::line("verify --json --products nts --check body.hangul --probe-url").arg(probe).arg(model.url()).run();
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.stdout.contains("{itemKey}"), "{run:?}");
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_what_was_found() {
    let (answer, hang) = (vec![Step::Read, Step::send(OK)], vec![Step::Read, Step::Hang]);
    let receiver = Receiver::scripted(vec![answer.clone(), answer.clone(), answer, hang]);
    let scratch = Scratch::new();
    let file = |form: &str| scratch.path().join(form);
    let mut tool = Tool::line("verify --json -m 60s --check reach.acknowledged --check accept.* --report github");
    for form in ["json", "junit", "tap", "markdown", "html"] {
        tool = tool.arg("--report").arg(format!("{form}={}", file(form).display()));
    }
    let started = tool.arg(receiver.url()).start();
    (0..4).for_each(|_| drop(receiver.request()));
    started.interrupt();
    let run = started.end();
    assert_eq!(run.code, 130, "{run:?}");
    let sum = run.json_of("verify");
    assert_eq!((&sum["interrupted"], sum["passed"].as_u64()), (&true.into(), Some(1)), "{run:?}");
    let read = |form: &str| std::fs::read_to_string(file(form)).unwrap();
    assert_eq!(read("json"), run.stdout);
    assert!(read("tap").contains("\nBail out! interrupted"), "{}", read("tap"));
    assert!(read("junit").contains("errors=\"1\""), "{}", read("junit"));
    for text in [read("markdown"), read("html"), run.stderr] {
        assert!(text.contains("interrupted before all was asked"), "{text}");
    }
}
