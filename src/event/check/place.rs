//! JSON pointers, and the order of places in a document.

use std::borrow::Cow;
use std::collections::HashMap;

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
    if findings.len() < 2 {
        return;
    }
    let mut places = HashMap::new();
    number(body, String::new(), &mut 0, &mut places);
    findings.sort_by_cached_key(|finding| place(&finding.path, &places));
}

/// Where each container begins and ends, and where each other value is.
fn number(value: &Value, pointer: String, next: &mut usize, places: &mut HashMap<String, (usize, usize)>) {
    let start = *next;
    *next += 1;
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| number(value, member(&pointer, name), next, places));
        }
        Value::Array(elements) => {
            let numbered = elements.iter().enumerate();
            numbered.for_each(|(index, value)| number(value, format!("{pointer}/{index}"), next, places));
        }
        _ => {}
    }
    places.insert(pointer, (start, *next));
    *next += 1;
}

fn place(path: &str, places: &HashMap<String, (usize, usize)>) -> usize {
    if let Some((start, _)) = places.get(path) {
        return *start;
    }
    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    places.get(parent).map_or(usize::MAX, |(_, end)| *end)
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
