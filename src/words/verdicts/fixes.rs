//! What to change, in the words of the framework that the answer betrays.

/// The fix of `slug` for `framework`: its own, or the way the framework returns plain text.
pub(super) fn fix(slug: &str, framework: &str) -> Option<&'static str> {
    let own = FIXES.iter().find(|row| (row.0, row.1) == (slug, framework)).map(|row| row.2);
    own.or_else(|| {
        let plain = PLAIN_TEXT.iter().find(|row| row.0 == framework).map(|row| row.1);
        plain.filter(|_| MENDED_BY_PLAIN_TEXT.contains(&slug))
    })
}

/// Every fix here.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    FIXES.iter().map(|row| row.2).chain(PLAIN_TEXT.iter().map(|row| row.1))
}

/// Answers that become right once the handler returns plain text.
const MENDED_BY_PLAIN_TEXT: [&str; 16] = [
    "surrounding-whitespace",
    "json-quoted-string",
    "lenient-json",
    "extra-members",
    "empty-body",
    "no-content",
    "wrong-case",
    "wrong-key",
    "wrong-value",
    "missing-result",
    "not-an-object",
    "duplicate-key",
    "malformed-json",
    "nested",
    "other-text",
    "not-200",
];

/// How each framework returns plain text.
const PLAIN_TEXT: [(&str, &str); 11] = [
    (
        "spring",
        "Return plain text: @PostMapping(value = \"/pbconnect\", produces = \"text/plain\") and @ResponseBody on a \
         String method that returns \"OK\".",
    ),
    (
        "dotnet",
        "Return plain text: Results.Text(\"OK\") in a minimal API, Content(\"OK\", \"text/plain\") in a controller, \
         new StringContent(\"OK\") in Web API 2.",
    ),
    ("php", "Send header('Content-Type: text/plain') and echo 'OK', then exit."),
    ("laravel", "Return plain text: response('OK')->header('Content-Type', 'text/plain')."),
    ("express", "Send plain text: res.status(200).type('text').send('OK')."),
    (
        "nest",
        "Return the string 'OK' under @Post('pbconnect'), @HttpCode(200) and @Header('Content-Type', 'text/plain').",
    ),
    ("django", "Return plain text: HttpResponse(\"OK\", content_type=\"text/plain\")."),
    ("fastapi", "Return plain text: PlainTextResponse(\"OK\"), from fastapi.responses."),
    ("flask", "Return plain text: Response(\"OK\", mimetype=\"text/plain\")."),
    ("rails", "Answer with render plain: \"OK\"."),
    ("go", "Write it: w.Header().Set(\"Content-Type\", \"text/plain\"), then io.WriteString(w, \"OK\")."),
];

/// Fixes of their own: slug, framework, words.
const FIXES: &[(&str, &str, &str)] = &[
    (
        "byte-order-mark",
        "php",
        "Save the PHP file, and every file it includes, as UTF-8 without BOM (VS Code: Save with Encoding, UTF-8).",
    ),
    (
        "byte-order-mark",
        "laravel",
        "Save the route and config files as UTF-8 without BOM; the mark comes from one of the files that are loaded.",
    ),
    (
        "byte-order-mark",
        "dotnet",
        "Return Results.Text(\"OK\") or Content(\"OK\"); a StreamWriter needs new UTF8Encoding(false) in place of \
         Encoding.UTF8.",
    ),
    ("surrounding-whitespace", "php", "End the PHP files without ?>, and exit after echo 'OK'."),
    (
        "surrounding-whitespace",
        "go",
        "Write it without a newline: fmt.Fprint(w, \"OK\"), not Fprintln or json.Encoder.",
    ),
    (
        "lenient-json",
        "spring",
        "Return the text \"OK\", or Map.of(\"result\", \"OK\") for Jackson to write, in place of the string \
         \"{'result':'OK'}\" of POPBiLL's sample.",
    ),
    (
        "lenient-json",
        "php",
        "Write echo 'OK' or echo json_encode(['result' => 'OK']) in place of the single-quoted string of \
         POPBiLL's sample.",
    ),
    (
        "wrong-key",
        "dotnet",
        "Put [JsonPropertyName(\"result\")] on the property (or [JsonProperty(\"result\")] for Newtonsoft), or \
         return Results.Text(\"OK\").",
    ),
    ("wrong-key", "spring", "Put @JsonProperty(\"result\") on the field, or return the text \"OK\"."),
    ("wrong-key", "go", "Give the field its tag: Result string `json:\"result\"`, or write the text OK."),
    (
        "nested",
        "spring",
        "Keep the ResponseBodyAdvice off this controller (supports() returns false for it), or write \"OK\" to the \
         HttpServletResponse.",
    ),
    (
        "nested",
        "nest",
        "Keep the wrapping interceptor off this route, or take @Res() and call res.type('text').send('OK').",
    ),
    (
        "nested",
        "express",
        "Keep the wrapper off this route: res.type('text').send('OK') in Express, @Res() past the interceptor in NestJS.",
    ),
    (
        "malformed-json",
        "spring",
        "Return Map.of(\"result\", \"OK\") for Jackson to write, or the text \"OK\"; Map.toString() and strings put \
         together by hand are no JSON.",
    ),
    (
        "look-alike",
        "php",
        "Type OK again in ASCII; where the note names U+FEFF, save every PHP file as UTF-8 without BOM.",
    ),
    ("nested", "laravel", "Return response('OK') in place of an API resource or a wrapped response()->json()."),
    (
        "html-page",
        "spring",
        "Put @ResponseBody on the method, or @RestController on the class, so that \"OK\" is the body and not the \
         name of a view.",
    ),
    (
        "html-page",
        "express",
        "Register app.post('/pbconnect', …) before express.static and the fallback that sends index.html.",
    ),
    (
        "html-page",
        "dotnet",
        "Map the callback before MapFallbackToFile, and return Content(\"OK\") in place of View().",
    ),
    (
        "html-page",
        "laravel",
        "Return response('OK') in place of view(…), from a route of its own: Route::post('/pbconnect', …).",
    ),
    ("text-around-ok", "php", "Fix the warning, set display_errors=Off in php.ini, and exit after echo 'OK'."),
    ("text-around-ok", "laravel", "Take dd(), dump() and echo out, set APP_DEBUG=false, and return response('OK')."),
    (
        "exception-text",
        "spring",
        "Fix what the exception names, and do not return e.toString(): let it pass, so that Spring answers 500.",
    ),
    (
        "exception-text",
        "dotnet",
        "Fix what the exception names, and do not return ex.ToString(): answer StatusCode(500).",
    ),
    (
        "exception-text",
        "php",
        "Fix what the message names, set display_errors=Off, and answer http_response_code(500) where an event cannot \
         be stored.",
    ),
    ("not-200", "nest", "Put @HttpCode(200) beside @Post(): NestJS answers 201 to every POST otherwise."),
    (
        "not-200",
        "express",
        "Answer res.status(200).send('OK'); under NestJS put @HttpCode(200) beside @Post(), which answers 201 otherwise.",
    ),
    ("redirect", "django", "Register the URL with the slash that APPEND_SLASH adds, or write the route without it."),
    (
        "redirect",
        "fastapi",
        "Register the URL exactly as the route has it, slash at the end included; FastAPI redirects the other spelling.",
    ),
    (
        "redirect",
        "flask",
        "Register the URL exactly as the route has it, slash included, or set strict_slashes=False on the route.",
    ),
    (
        "login-redirect",
        "spring",
        "In the SecurityFilterChain: requestMatchers(\"/pbconnect\").permitAll(), and \
         http.csrf(c -> c.ignoringRequestMatchers(\"/pbconnect\")), or the next answer is 403.",
    ),
    ("login-redirect", "dotnet", "Put [AllowAnonymous] on the action, or .AllowAnonymous() on MapPost."),
    (
        "login-redirect",
        "django",
        "Take @login_required off the view; under LoginRequiredMiddleware add @login_not_required.",
    ),
    (
        "login-redirect",
        "laravel",
        "Put Route::post('/pbconnect', …) outside the auth middleware, best in routes/api.php.",
    ),
    ("login-redirect", "express", "Register app.post('/pbconnect', …) before the middleware that checks the session."),
    ("login-redirect", "rails", "In the controller: skip_before_action :authenticate_user!, only: :pbconnect."),
    (
        "login-redirect",
        "flask",
        "Take @login_required off the view, or leave the callback out of the before_request check.",
    ),
    ("login-page", "spring", "In the SecurityFilterChain: requestMatchers(\"/pbconnect\").permitAll()."),
    ("login-page", "dotnet", "Put [AllowAnonymous] on the action, or .AllowAnonymous() on MapPost."),
    (
        "login-page",
        "php",
        "Leave the callback out of the file that checks $_SESSION, and check X-Api-Key there instead.",
    ),
    (
        "unauthorized",
        "spring",
        "In the SecurityFilterChain: requestMatchers(\"/pbconnect\").permitAll(); check X-Api-Key or Basic in the \
         handler, against what is registered with POPBiLL.",
    ),
    (
        "unauthorized",
        "php",
        "Let Apache pass the header on with CGIPassAuth On, and compare it with what is registered with POPBiLL; give \
         the same here with -u.",
    ),
    (
        "forbidden",
        "spring",
        "Exempt the callback from CSRF, which Spring Security refuses without a word: \
         http.csrf(c -> c.ignoringRequestMatchers(\"/pbconnect\")).",
    ),
    ("csrf", "spring", "In the SecurityFilterChain: http.csrf(c -> c.ignoringRequestMatchers(\"/pbconnect\"))."),
    (
        "csrf",
        "django",
        "Put @csrf_exempt (django.views.decorators.csrf) on the view; on a class, method_decorator with name='dispatch'.",
    ),
    (
        "csrf",
        "laravel",
        "In bootstrap/app.php: $middleware->validateCsrfTokens(except: ['pbconnect']), before Laravel 11 $except in \
         VerifyCsrfToken; or move the route to routes/api.php.",
    ),
    ("csrf", "rails", "In the controller: skip_before_action :verify_authenticity_token, only: :pbconnect."),
    ("csrf", "dotnet", "Put [IgnoreAntiforgeryToken] on the action, or .DisableAntiforgery() on MapPost."),
    ("csrf", "express", "Register app.post('/pbconnect', …) before the middleware that checks CSRF tokens."),
    ("csrf", "flask", "Put @csrf.exempt (Flask-WTF) on the view."),
    (
        "not-found",
        "spring",
        "Compare the URL with server.servlet.context-path and @PostMapping, and see that the controller's package is \
         below the @SpringBootApplication class.",
    ),
    ("not-found", "dotnet", "Compare the URL with [Route] and MapPost, and see that app.MapControllers() is called."),
    (
        "not-found",
        "express",
        "Compare the URL with app.post(…) and the prefix in app.use(…); Express has no POST route there.",
    ),
    ("not-found", "laravel", "Compare the URL with php artisan route:list; routes in routes/api.php begin with /api."),
    ("not-found", "nest", "Compare the URL with @Controller(…), @Post(…) and setGlobalPrefix(…)."),
    (
        "unsupported-media-type",
        "spring",
        "Take the body as it is, @RequestBody String body, without consumes; a form parameter cannot be read from JSON.",
    ),
    (
        "unsupported-media-type",
        "dotnet",
        "Take [FromBody] with a JSON formatter, or read Request.Body; see that [Consumes] allows application/json.",
    ),
    ("payload-too-large", "express", "Raise the limit of 100 KB: app.use(express.json({ limit: '1mb' }))."),
    ("payload-too-large", "nest", "Raise the limit of 100 KB: app.useBodyParser('json', { limit: '1mb' })."),
    (
        "unprocessable",
        "fastapi",
        "Give every optional field a default (str | None = None), or take request: Request and await request.json() in \
         place of a Pydantic model.",
    ),
    ("unprocessable", "laravel", "Relax the validation rules to nullable or sometimes, and ignore unknown fields."),
    (
        "client-error",
        "nest",
        "Set forbidNonWhitelisted: false in the ValidationPipe, and mark optional fields with @IsOptional().",
    ),
    (
        "client-error",
        "dotnet",
        "Make optional properties nullable (string?): [ApiController] answers 400 by itself when one is missing.",
    ),
    (
        "client-error",
        "spring",
        "Read the cause of the HttpMessageNotReadableException in the log; take @RequestBody String, or set \
         FAIL_ON_UNKNOWN_PROPERTIES to false.",
    ),
    (
        "server-error",
        "django",
        "Read the traceback in the log; a POST to a path without its slash fails by itself under DEBUG and APPEND_SLASH.",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::words::verdicts::diagnosis;

    #[test]
    fn every_row_is_for_a_slug_and_a_framework_that_exist() {
        let unknown = diagnosis("no-such-slug", None);
        for slug in FIXES.iter().map(|row| row.0).chain(MENDED_BY_PLAIN_TEXT) {
            assert_ne!(diagnosis(slug, None), unknown, "{slug}");
        }
        for (slug, framework, _) in FIXES {
            assert!(PLAIN_TEXT.iter().any(|row| row.0 == *framework), "{slug}, {framework}");
        }
        let rows: HashSet<_> = FIXES.iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(rows.len(), FIXES.len());
    }

    #[test]
    fn a_fix_of_its_own_comes_before_plain_text() {
        assert!(fix("not-200", "nest").is_some_and(|fix| fix.contains("@HttpCode(200)")));
        assert!(fix("not-200", "flask").is_some_and(|fix| fix.contains("mimetype")));
        assert_eq!(fix("dns", "flask"), None);
    }
}
