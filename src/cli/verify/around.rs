//! The flags that a line which shows something again has to repeat. No secret is among them.

use std::fmt::Write as _;

use super::args::VerifyArgs;
use crate::cli::global::GlobalArgs;
use crate::config::Environment;
use crate::conformance::{Pointers, Surroundings};
use crate::event::{Edition, Product};
use crate::transport::without_userinfo;
use crate::wire::CredentialKind;
use crate::words::shell::word;

/// The products of a run that names none.
const PRODUCTS: [Product; 3] = [Product::TaxInvoice, Product::Cashbill, Product::Nts];

/// What every line of this run needs.
pub(super) fn surroundings(args: &VerifyArgs, global: &GlobalArgs) -> Surroundings {
    let mut shared = Flags::default();
    shared.push("--config", global.config.as_ref().map(|path| path.display().to_string()));
    shared.push("--env", Some(args.endpoint.env).filter(|env| *env != Environment::Test).map(Environment::name));
    for header in args.endpoint.headers.iter().filter(|header| CredentialKind::of_header(&header.name).is_none()) {
        shared.push("-H", Some(format!("{}: {}", header.name, header.value.as_deref().unwrap_or_default()).trim_end()));
    }
    args.connection.flags(|flag, value| shared.push(flag, Some(value)));
    let mut verify = Flags::default();
    let products: Vec<&str> = args.products.iter().map(|product| product.name()).collect();
    verify.push("--products", Some(products.join(",")).filter(|_| args.products != PRODUCTS));
    verify.push("--edition", args.edition.filter(|edition| *edition != Edition::default()).map(Edition::name));
    verify.push("--probe-url", args.probe_url.as_deref().map(without_userinfo));
    verify.push("--probe-cmd", args.probe_cmd.as_deref());
    let usual = Pointers::default();
    verify.push("--probe-pointer", Some(&args.probe_pointer).filter(|pointer| **pointer != usual.state));
    verify.push("--probe-count", Some(&args.probe_count).filter(|pointer| **pointer != usual.count));
    Surroundings {
        url: args.url.as_ref().map(ToString::to_string),
        shared: shared.0,
        verify: verify.0,
        address: String::new(),
    }
}

/// Flags of a line.
#[derive(Default)]
struct Flags(String);

impl Flags {
    /// Adds one that has a value, or that is a switch where the value is empty.
    fn push(&mut self, flag: &str, value: Option<impl AsRef<str>>) {
        let Some(value) = value else { return };
        let value = value.as_ref();
        let _ = if value.is_empty() { write!(self.0, " {flag}") } else { write!(self.0, " {flag} {}", word(value)) };
    }
}
