//! Statuses other than 200. None of them is a success, whatever the body says.

use super::label::field;
use super::note::Note;
use super::verdict::{Category, Slug};
use super::{page, search, sign_in};
use crate::wire::Response;

/// What refusals by a guard against cross-site request forgery say: Django, Laravel, Spring, Rails, ASP.NET,
/// Flask-WTF, csurf, Tornado, `SvelteKit`. The mere name of a token is not among them: every page carries it.
const CSRF: [&str; 17] = [
    "csrf verification failed",
    "csrf token",
    "csrf cookie",
    "csrf failed",
    "csrf session",
    "csrf validation",
    "invalid csrf",
    "xsrf token",
    "xsrf cookie",
    "'_xsrf'",
    "page expired",
    "tokenmismatchexception",
    "invalidauthenticitytoken",
    "authenticity token",
    "antiforgery",
    "request forgery",
    "cross-site post form",
];

/// The slug a status leads to; 200 leaves it to the body.
pub(super) fn slug(response: &Response) -> Option<Slug> {
    Some(match response.status {
        200 => return None,
        204 | 205 | 304 => Slug::NoContent,
        100..=299 => Slug::Not200,
        300..=399 if leads_to_sign_in(response) => Slug::LoginRedirect,
        300..=399 => Slug::Redirect,
        // 419 is Laravel's own status for an expired token.
        419 => Slug::Csrf,
        400 | 403 | 422 if search::contains_any(&response.body, &CSRF) => Slug::Csrf,
        401 => Slug::Unauthorized,
        403 => Slug::Forbidden,
        404 => Slug::NotFound,
        405 => Slug::MethodNotAllowed,
        413 => Slug::PayloadTooLarge,
        415 => Slug::UnsupportedMediaType,
        422 => Slug::Unprocessable,
        429 => Slug::TooManyRequests,
        400..=499 => Slug::ClientError,
        502..=504 => Slug::Gateway,
        500..=599 => Slug::ServerError,
        _ => Slug::UnknownStatus,
    })
}

/// What the fields of such an answer tell.
pub(super) fn notes(response: &Response, slug: Slug) -> Vec<Note> {
    let told = match slug {
        Slug::Redirect | Slug::LoginRedirect => field(response, "location", Note::Location),
        Slug::MethodNotAllowed => field(response, "allow", Note::Allow),
        Slug::Unauthorized => field(response, "www-authenticate", Note::Challenge),
        // The cashbill and NTS pages count a gateway timeout as a communication error; the overview does not say.
        Slug::Gateway => Some(Note::AlsoReadAs(Category::Other)),
        Slug::ServerError if (520..=530).contains(&response.status) => Some(Note::FromCdn),
        _ => None,
    };
    told.into_iter().chain(field(response, "retry-after", Note::RetryAfter)).collect()
}

fn leads_to_sign_in(response: &Response) -> bool {
    match response.headers.first("location") {
        Some(location) => sign_in::is_named_in(location),
        None => page::asks_to_sign_in(&response.body) || sign_in::is_named_in(search::head(&response.body, 1024)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        Response { status, body: body.into(), ..Response::default() }
    }

    #[test]
    fn every_status_has_one_slug_and_200_none() {
        for status in 0..=u16::MAX {
            assert_eq!(slug(&answer(status, "")).is_none(), status == 200, "{status}");
        }
        for (status, expected) in [
            (100, Slug::Not200),
            (206, Slug::Not200),
            (205, Slug::NoContent),
            (300, Slug::Redirect),
            (399, Slug::Redirect),
            (407, Slug::ClientError),
            (499, Slug::ClientError),
            (501, Slug::ServerError),
            (505, Slug::ServerError),
            (600, Slug::UnknownStatus),
            (999, Slug::UnknownStatus),
        ] {
            assert_eq!(slug(&answer(status, "OK")), Some(expected), "{status}");
        }
    }

    #[test]
    fn a_forgery_guard_is_known_by_its_words_not_by_the_token_of_every_page() {
        let refused = "<p>CSRF verification failed. Request aborted.</p>";
        assert_eq!(slug(&answer(403, refused)), Some(Slug::Csrf));
        assert_eq!(slug(&answer(404, refused)), Some(Slug::NotFound));
        assert_eq!(slug(&answer(403, "<meta name=\"csrf-token\" content=\"x\">")), Some(Slug::Forbidden));
        assert_eq!(slug(&answer(422, "ActionController::InvalidAuthenticityToken")), Some(Slug::Csrf));
        assert_eq!(slug(&answer(422, "{\"detail\":[]}")), Some(Slug::Unprocessable));
    }

    #[test]
    fn the_location_decides_and_the_body_only_without_one() {
        let mut response = answer(302, "<a href=\"/login\">here</a>");
        assert_eq!(slug(&response), Some(Slug::LoginRedirect));
        response.headers.push("Location", "/pbconnect/");
        assert_eq!(slug(&response), Some(Slug::Redirect));
    }
}
