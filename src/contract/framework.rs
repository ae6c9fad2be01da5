//! Which framework an answer betrays, so that the fix can be told in its words.

use super::search::{contains, contains_any};
use crate::wire::Response;

/// A family of receivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Framework {
    /// Spring, or another servlet.
    Spring,
    /// ASP.NET, old or new.
    DotNet,
    /// PHP without a framework.
    Php,
    /// Laravel.
    Laravel,
    /// Express.
    Express,
    /// `NestJS`.
    Nest,
    /// Django.
    Django,
    /// FastAPI, or another application behind uvicorn.
    FastApi,
    /// Flask.
    Flask,
    /// Rails.
    Rails,
    /// Go's net/http.
    Go,
}

impl Framework {
    /// Every family.
    pub const ALL: [Self; 11] = [
        Self::Spring,
        Self::DotNet,
        Self::Php,
        Self::Laravel,
        Self::Express,
        Self::Nest,
        Self::Django,
        Self::FastApi,
        Self::Flask,
        Self::Rails,
        Self::Go,
    ];

    /// The name used in JSON and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::DotNet => "dotnet",
            Self::Php => "php",
            Self::Laravel => "laravel",
            Self::Express => "express",
            Self::Nest => "nest",
            Self::Django => "django",
            Self::FastApi => "fastapi",
            Self::Flask => "flask",
            Self::Rails => "rails",
            Self::Go => "go",
        }
    }
}

/// Words that only one framework puts into a body: all of a row must be there. Lower case.
const BODIES: [(&[&str], Framework); 24] = [
    (&["\"statuscode\":", "\"message\":", "\"error\":"], Framework::Nest),
    (&["cannot post /"], Framework::Express),
    (&["/node_modules/express/"], Framework::Express),
    (&["whitelabel error page"], Framework::Spring),
    (&["org.springframework."], Framework::Spring),
    (&["\"timestamp\":", "\"status\":", "\"error\":", "\"path\":"], Framework::Spring),
    (&["<h1>http status ", "apache tomcat"], Framework::Spring),
    (&["java.lang."], Framework::Spring),
    (&["java.util."], Framework::Spring),
    (&["csrf verification failed"], Framework::Django),
    (&["csrfmiddlewaretoken"], Framework::Django),
    (&["django"], Framework::Django),
    (&["werkzeug"], Framework::Flask),
    (&["{\"detail\":\"not found\"}"], Framework::FastApi),
    (&["{\"detail\":\"method not allowed\"}"], Framework::FastApi),
    (&["{\"detail\":[{\"", "\"loc\":["], Framework::FastApi),
    (&["illuminate\\"], Framework::Laravel),
    (&["<title>page expired</title>"], Framework::Laravel),
    (&["actioncontroller::"], Framework::Rails),
    (&["microsoft.aspnetcore."], Framework::DotNet),
    (&["system.nullreferenceexception"], Framework::DotNet),
    (&["\"type\":\"https://tools.ietf.org/html/rfc", "\"traceid\":"], Framework::DotNet),
    (&[".php</b> on line"], Framework::Php),
    (&["404 page not found\n"], Framework::Go),
];

/// Header fields that betray a framework: a part of the value, lower case; an empty one means any value.
const HEADERS: [(&str, &str, Framework); 24] = [
    ("set-cookie", "laravel_session=", Framework::Laravel),
    ("set-cookie", "csrftoken=", Framework::Django),
    ("set-cookie", "jsessionid=", Framework::Spring),
    ("location", ";jsessionid=", Framework::Spring),
    ("set-cookie", ".aspnetcore.", Framework::DotNet),
    ("set-cookie", "asp.net_sessionid=", Framework::DotNet),
    ("set-cookie", "connect.sid=", Framework::Express),
    ("set-cookie", "phpsessid=", Framework::Php),
    ("x-powered-by", "express", Framework::Express),
    ("x-powered-by", "php/", Framework::Php),
    ("x-powered-by", "asp.net", Framework::DotNet),
    ("x-powered-by", "servlet", Framework::Spring),
    ("x-aspnet-version", "", Framework::DotNet),
    ("x-aspnetmvc-version", "", Framework::DotNet),
    ("x-application-context", "", Framework::Spring),
    ("x-runtime", "", Framework::Rails),
    ("server", "kestrel", Framework::DotNet),
    ("server", "microsoft-iis", Framework::DotNet),
    ("server", "uvicorn", Framework::FastApi),
    ("server", "wsgiserver", Framework::Django),
    ("server", "werkzeug", Framework::Flask),
    ("server", "apache-coyote", Framework::Spring),
    ("server", "puma", Framework::Rails),
    ("server", "webrick", Framework::Rails),
];

/// The framework an answer betrays: by the words of its body, its status, then cookies and other header fields.
pub fn framework(response: &Response) -> Option<Framework> {
    let by_body = || {
        let row = BODIES.iter().find(|(words, _)| words.iter().all(|word| contains(&response.body, word)));
        row.map(|&(_, framework)| framework)
    };
    let by_header = || {
        let row = HEADERS.iter().find(|(name, part, _)| {
            response.headers.all(name).any(|value| part.is_empty() || contains_any(value, &[part]))
        });
        row.map(|&(_, _, framework)| framework)
    };
    // 419 is a status of Laravel's own.
    by_body().or_else(|| (response.status == 419).then_some(Framework::Laravel)).or_else(by_header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_lower_case_and_betrays_its_framework() {
        for (words, framework_of_row) in BODIES {
            let body = words.concat();
            assert_eq!(body, body.to_ascii_lowercase());
            let response = Response { body: body.to_uppercase().into(), ..Response::default() };
            assert_eq!(framework(&response), Some(framework_of_row), "{words:?}");
        }
        for (name, part, framework_of_row) in HEADERS {
            assert_eq!(part, part.to_ascii_lowercase());
            let headers = [(name.to_uppercase(), format!("x {part} y").to_uppercase())].into_iter().collect();
            let response = Response { headers, ..Response::default() };
            assert_eq!(framework(&response), Some(framework_of_row), "{name}: {part}");
        }
    }

    #[test]
    fn the_body_tells_more_than_the_server() {
        let headers = [("X-Powered-By", "Express")].into_iter().collect();
        let body = b"{\"statusCode\":400,\"message\":\"no\",\"error\":\"Bad Request\"}".to_vec();
        assert_eq!(framework(&Response { headers, body, ..Response::default() }), Some(Framework::Nest));
        let headers = [("Server", "nginx")].into_iter().collect();
        assert_eq!(framework(&Response { headers, body: b"OK".to_vec(), ..Response::default() }), None);
    }
}
