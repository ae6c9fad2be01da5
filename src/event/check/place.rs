//! JSON pointers, and the order of places in a document.

use std::borrow::Cow;

use serde_json::Value;

use super::Finding;

/// A member's name as it stands in a JSON pointer (RFC 6901).
pub fn pointer_token(name: &str) -> Cow<'_, str> {
    if name.contains(['~', '/']) { Cow::Owned(name.replace('~', "~0").replace('/', "~1")) } else { Cow::Borrowed(name) }
}

/// The pointer of a member.
pub(super) fn member(parent: &str, name: &str) -> String {
    format!("{parent}/{}", pointer_token(name))
}

/// `/0/detailList/3/qty` in a body that is an array becomes `detailList[].qty`, the path the schema uses.
pub(super) fn general_path(pointer: &str) -> String {
    let mut path = String::with_capacity(pointer.len());
    for part in pointer.split('/').skip(1) {
        if part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
            path.push_str("[]");
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&part.replace("~1", "/").replace("~0", "~"));
        }
    }
    path
}

/// Sorts by place in the document. What is missing from an object comes after all that is in it; what has no
/// place in the body comes first.
pub(super) fn sort(findings: &mut [Finding], body: &Value) {
    findings.sort_by_cached_key(|finding| place(&finding.path, body));
}

/// The way to a place as positions, from the root down; what is not there stands last.
fn place(path: &str, body: &Value) -> Vec<usize> {
    let mut value = Some(body);
    let step = |token: &str| {
        let token = token.replace("~1", "/").replace("~0", "~");
        let (position, inner) = match value {
            Some(Value::Object(members)) => {
                members.iter().enumerate().find(|(_, (name, _))| **name == token).map(|(at, (_, inner))| (at, inner))
            }
            Some(Value::Array(elements)) => {
                token.parse().ok().and_then(|at: usize| elements.get(at).map(|inner| (at, inner)))
            }
            _ => None,
        }
        .unzip();
        value = inner;
        position.unwrap_or(usize::MAX)
    };
    path.split('/').skip(1).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_become_schema_paths() {
        for (pointer, path) in
            [("", ""), ("/itemKey", "itemKey"), ("/detailList/0/qty", "detailList[].qty"), ("/a~1b", "a/b")]
        {
            assert_eq!(general_path(pointer), path);
        }
    }

    #[test]
    fn findings_follow_the_document() {
        let body = serde_json::json!({"b": [{"x": 1}, {"y": 2}], "a": 3});
        let mut findings: Vec<_> = ["/missing", "/a", "/b/1/y", "/b/0/gone", "/b/0/x", "/b", ""]
            .into_iter()
            .map(|path| Finding::note(path, "rule", String::new()))
            .collect();
        sort(&mut findings, &body);
        let order: Vec<_> = findings.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(order, ["", "/b", "/b/0/x", "/b/0/gone", "/b/1/y", "/a", "/missing"]);
    }
}
