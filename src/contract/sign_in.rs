//! Words that lead to a page where one signs in.

/// The words of an address that name such a page, whole.
const WORDS: [&str; 13] = [
    "sso",
    "auth",
    "oauth",
    "oauth2",
    "authorize",
    "authn",
    "saml",
    "saml2",
    "cas",
    "oidc",
    "returnurl",
    "keycloak",
    "adfs",
];

/// Parts of words that name it wherever they stand: `loginForm.do`, `memberLogin`, `AccountSignIn`.
const PARTS: [&str; 3] = ["login", "logon", "signin"];

/// Whether an address, or a text with addresses, names a page to sign in.
pub(super) fn is_named_in(text: &[u8]) -> bool {
    let mut previous: &[u8] = b"";
    text.split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        let sign_in = previous.eq_ignore_ascii_case(b"sign") && word.eq_ignore_ascii_case(b"in");
        previous = word;
        sign_in
            || WORDS.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
            || super::search::contains_any(word, &PARTS)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sign_in_pages_are_known() {
        for address in [
            "/login",
            "/login;jsessionid=1",
            "https://a.example/Account/Login?ReturnUrl=%2Fpb",
            "/member/loginForm.do",
            "/users/sign_in",
            "/accounts/sign-in/",
            "https://sso.example.kr/auth",
            "https://login.microsoftonline.com/x",
        ] {
            assert!(is_named_in(address.as_bytes()), "{address}");
        }
        for address in
            ["/pbconnect/", "https://www.example.kr/pbconnect", "/lesson/author", "/design/in", "", "/assign-in"]
        {
            assert!(!is_named_in(address.as_bytes()), "{address}");
        }
    }
}
