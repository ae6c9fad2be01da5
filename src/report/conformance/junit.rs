//! `JUnit` XML, as CI servers read it.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::row::{Row, VerifyReport};
use crate::conformance::{FAMILIES, Outcome};
use crate::words::conformance_report as words;

/// Writes a run, a suite for each family. A warning counts as passed, with its text, unless they
/// count as failures.
pub(super) fn write_junit(out: &mut dyn Write, report: &VerifyReport<'_>) -> io::Result<()> {
    let mut whole = Report::new("popbill-hook verify");
    whole.set_time(report.verification.elapsed);
    for family in FAMILIES {
        let rows: Vec<Row> = report.rows().filter(|row| row.check.family() == family).collect();
        if rows.is_empty() {
            continue;
        }
        let mut suite = TestSuite::new(format!("popbill-hook.{family}"));
        suite.add_property(("target", report.target().as_str()));
        suite.add_property(("seed", report.verification.seed.to_string().as_str()));
        suite.set_time(rows.iter().map(|row| row.elapsed).sum());
        suite.add_test_cases(rows.iter().map(|row| case(row, report.verification.is_failure(row.outcome))));
        whole.add_test_suite(suite);
    }
    if report.verification.is_interrupted {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(words::INTERRUPTED);
        let mut suite = TestSuite::new("popbill-hook");
        suite.add_test_case(TestCase::new("interrupted", status));
        whole.add_test_suite(suite);
    }
    whole.serialize(out).map_err(io::Error::other)
}

fn case(row: &Row, is_failure: bool) -> TestCase {
    let reason = row.reason.as_deref().unwrap_or_default();
    let told: Vec<String> = row.told().map(|(name, text)| format!("{name}: {text}")).collect();
    let status = match row.outcome {
        _ if is_failure => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(reason).set_type(row.check.severity.name());
            status.set_description([&[reason.to_owned()], &told[..]].concat().join("\n"));
            status
        }
        Outcome::Skip => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(reason);
            status
        }
        Outcome::Pass | Outcome::Warn | Outcome::Fail => TestCaseStatus::success(),
    };
    let mut case = TestCase::new(row.check.id.as_ref(), status);
    case.set_classname(format!("popbill-hook.{}", row.check.family())).set_time(row.elapsed);
    case.add_property(("title", row.check.title.as_ref()));
    if row.outcome == Outcome::Warn && !is_failure {
        case.set_system_out(format!("warning: {}\n{}", reason, told.join("\n")));
    }
    case
}
