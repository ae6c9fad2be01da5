//! Answers with another status than 200.

use super::{Diagnosis, because};

/// A row for each slug.
pub(super) const DIAGNOSES: &[(&str, Diagnosis)] = &[
    (
        "not-200",
        because(
            "The status is below 300, but not 200, the only one that counts.",
            "201 is NestJS's default for @Post and usual where something is created; 202 is what a queue answers.",
            "Answer 200 with OK: @HttpCode(200) in NestJS, ResponseEntity.ok(\"OK\") in Spring, Results.Text(\"OK\") \
             in ASP.NET, no status_code=201 in FastAPI.",
        ),
    ),
    (
        "redirect",
        because(
            "The answer is a redirect, and no document says that POPBiLL follows one; this tool does not.",
            "The registered URL is not quite the real one: http for https, a slash too few or too many at the end, \
             a host without its www.",
            "Register the address in Location, once a POST to it answers OK; or serve the registered path itself, \
             without a redirect.",
        ),
    ),
    (
        "login-redirect",
        because(
            "The answer redirects to where one signs in.",
            "Authentication covers the callback (anyRequest().authenticated() in Spring Security, a login filter, \
             single sign-on, a protected preview); POPBiLL has no session.",
            "Let the path through: requestMatchers(\"/pbconnect\").permitAll() in Spring Security, [AllowAnonymous] \
             in ASP.NET, a route outside the auth middleware in Laravel, Django and Express; check X-Api-Key or \
             Basic in the handler.",
        ),
    ),
    (
        "unauthorized",
        because(
            "The receiver asks for credentials (401).",
            "Those registered with POPBiLL are missing or differ, the path wants a session or a token instead, or a \
             proxy or CGI drops the Authorization header.",
            "Register with POPBiLL what the receiver expects, and give it here with -u or --api-key; let the path \
             through without a session. Apache needs CGIPassAuth On to pass Authorization to PHP.",
        ),
    ),
    (
        "forbidden",
        because(
            "The receiver refuses the request (403).",
            "A firewall or an address filter does not know the sender, or a guard against cross-site request forgery \
             refuses without saying so, as Spring Security does.",
            "In production allow 54.180.62.221 and 13.124.72.158 on this path. In Spring Security exempt it: \
             http.csrf(c -> c.ignoringRequestMatchers(\"/pbconnect\")).",
        ),
    ),
    (
        "csrf",
        because(
            "A guard against cross-site request forgery refused the event.",
            "The guard wants a token that only the site's own forms carry; a webhook has none.",
            "Exempt the callback: @csrf_exempt in Django, validateCsrfTokens(except: ['pbconnect']) in Laravel, \
             csrf(c -> c.ignoringRequestMatchers(\"/pbconnect\")) in Spring, skip_before_action \
             :verify_authenticity_token in Rails, [IgnoreAntiforgeryToken] in ASP.NET.",
        ),
    ),
    (
        "not-found",
        because(
            "Nothing answers at this path (404).",
            "The URL lacks the context path or a prefix, differs in capitals, the route is not deployed, or a proxy \
             passes another path on.",
            "Compare the URL with the routes the application prints when it starts; send to the application's own \
             port first, then through the proxy, to see which of them does not know the path.",
        ),
    ),
    (
        "method-not-allowed",
        because(
            "The path does not take POST (405).",
            "The route is for GET, or the request fell through to a static file.",
            "Map the handler to POST: @PostMapping in Spring, [HttpPost] or MapPost in ASP.NET, app.post in Express \
             and FastAPI, Route::post in Laravel, methods=[\"POST\"] in Flask.",
        ),
    ),
    (
        "unsupported-media-type",
        because(
            "The receiver does not take a JSON body (415).",
            "The handler wants form data or another type; POPBiLL sends Content-Type: application/json, without a \
             charset.",
            "Take application/json: @RequestBody String body without consumes in Spring, [FromBody] or Request.Body \
             in ASP.NET, express.json() in Express.",
        ),
    ),
    (
        "payload-too-large",
        because(
            "The body is too large for the receiver (413).",
            "A limit of the parser or the proxy: express.json() stops at 100 KB, nginx at 1 MB. The largest NTS \
             invoice has about 105 KB.",
            "Raise it: express.json({ limit: '1mb' }) in Express, client_max_body_size 2m in nginx, \
             maxAllowedContentLength in IIS.",
        ),
    ),
    (
        "unprocessable",
        because(
            "The receiver finds the event invalid (422).",
            "A model demands what the event need not have (optional keys are absent, NTS events have no eventType) \
             or forbids fields it does not know; or the receiver takes a repeated event for an error; or, with an empty body, \
             Rails' protect_from_forgery is on.",
            "Make optional what the event's page does not promise, and ignore unknown fields. Answer OK to an event \
             that is already stored.",
        ),
    ),
    (
        "too-many-requests",
        because(
            "The receiver limits the rate (429).",
            "A limiter counts all of POPBiLL as one client, while events come in bursts and NTS batches on the hour.",
            "Exempt the callback from the limiter, or POPBiLL's addresses 54.180.62.221 and 13.124.72.158, and put \
             the events into a queue. The documented retry schedule knows no Retry-After.",
        ),
    ),
    (
        "client-error",
        because(
            "The receiver blames the request (4xx).",
            "400: parser or validation refused the body. 406: the handler cannot write text/plain. 409 or 410: a \
             repeated event is taken for an error. 407, 421 or 426: a proxy in between.",
            "Find the reason in the receiver's log. Answer OK to an event that is already stored, ignore unknown \
             fields, and write text/plain or JSON.",
        ),
    ),
    (
        "server-error",
        because(
            "The receiver failed (5xx).",
            "The handler threw an exception, often at an optional key that is absent (mgtKey, ntsresultCode) or at a \
             number that came as text.",
            "Read the stack trace in the receiver's log at this time, fix it, and send the same event again.",
        ),
    ),
    (
        "gateway",
        because(
            "A proxy or load balancer answered that the receiver is out of reach or too slow (502, 503, 504).",
            "The application is down, still starting, on another port than the proxy thinks, or slower than the \
             proxy's limit.",
            "Start it, and compare its port with proxy_pass or the target group. Store the event and answer OK at \
             once; do slow work afterwards.",
        ),
    ),
    (
        "unknown-status",
        because(
            "The status is none that HTTP knows (600 or above).",
            "The receiver, or a filter against bots in front of it, sends a code of its own.",
            "Answer 200. If a filter did it, exempt the callback, or allow POPBiLL's addresses 54.180.62.221 and \
             13.124.72.158.",
        ),
    ),
];
