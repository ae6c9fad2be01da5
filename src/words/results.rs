//! Sentences about what a command did.

/// A file was written.
pub fn wrote(path: &str) -> String {
    format!("wrote {path}")
}

/// How to go on with a receiver that was written.
pub fn receiver(title: &str, note: &str, packages: &[String], script: &str) -> String {
    let note = if note.is_empty() { String::new() } else { format!(" {note}") };
    let packages = if packages.is_empty() {
        String::new()
    } else {
        format!("On Debian it needs these packages:\n\n  apt-get install {}\n\n", packages.join(" "))
    };
    format!(
        "{title}.{note}\n\n{packages}Run it, with POPBILL_PROBE only where you test:\n\n  POPBILL_PROBE=1 PORT=8080 sh \
         {script}\n\nThen, in another terminal:\n\n  popbill-hook verify http://localhost:8080/pbconnect --probe-url \
         'http://localhost:8080/probe?mid={{mid}}'"
    )
}

/// The script that sets a receiver up and runs it.
pub fn receiver_script(title: &str, setup: &str, run: &str) -> String {
    let setup = if setup.is_empty() { String::new() } else { format!("{setup}\n") };
    format!(
        "#!/bin/sh\n# Sets the {title} receiver up and runs it on PORT (8080). POPBILL_BASIC=user:password or\n# POPBILL_API_KEY=key \
         makes it demand credentials; POPBILL_PROBE=1 is for popbill-hook verify.\nset -e\ncd \"$(dirname \
         \"$0\")\"\n{setup}{run}\n"
    )
}
