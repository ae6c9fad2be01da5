//! Answers with status 200, and those that have no body.

use super::{Diagnosis, because, well};

/// A row for each slug.
pub(super) const DIAGNOSES: &[(&str, Diagnosis)] = &[
    ("string", well("The answer is 200 with the text OK.")),
    ("json", well(r#"The answer is 200 with {"result":"OK"}."#)),
    (
        "surrounding-whitespace",
        because(
            "The body is OK with white space around it.",
            "A newline or a blank comes from what surrounds the answer: println, echo \"OK\\n\", a line outside \
             <?php … ?>, or the lines between JSP directives.",
            "Write the two bytes OK and nothing after them: fmt.Fprint in Go, echo 'OK' in PHP files that end \
             without ?>, a method that returns \"OK\" in place of a JSP.",
        ),
    ),
    (
        "byte-order-mark",
        because(
            "A UTF-8 byte order mark (EF BB BF) stands before the answer.",
            "A PHP, ASP or JSP file was saved as \"UTF-8 with BOM\", or a .NET StreamWriter uses Encoding.UTF8, \
             which writes the mark.",
            "Save every source file of the receiver as UTF-8 without BOM, included files too (VS Code: Save with \
             Encoding, UTF-8); in .NET write with new UTF8Encoding(false).",
        ),
    ),
    (
        "json-quoted-string",
        because(
            "The body is OK in quotes; the contract asks for the two letters alone.",
            "A JSON serializer wrote a string: FastAPI does so with any returned string, ASP.NET with \
             Results.Ok(\"OK\") and Web API's Ok(\"OK\"), Express with res.json(\"OK\").",
            "Return plain text: PlainTextResponse(\"OK\") in FastAPI, Results.Text(\"OK\") or Content(\"OK\") in \
             ASP.NET, res.send(\"OK\") in Express; or return the object {\"result\":\"OK\"}.",
        ),
    ),
    (
        "lenient-json",
        because(
            "The body is written like JSON, but with single quotes or a bare name, which JSON does not have.",
            "It was typed as a string. The samples on POPBiLL's own pages return {'result':'OK'}, yet no document \
             says that POPBiLL reads it.",
            "Return the text OK, or let a serializer write {\"result\":\"OK\"}: Map.of(\"result\", \"OK\") in \
             Spring, json_encode(['result' => 'OK']) in PHP.",
        ),
    ),
    (
        "extra-members",
        because(
            "The object has \"result\":\"OK\", and further members.",
            "A response class or an envelope adds members such as code or message; no document says whether \
             POPBiLL overlooks them.",
            "Answer this path with {\"result\":\"OK\"} alone, or with the text OK.",
        ),
    ),
    (
        "empty-body",
        because(
            "The status is 200, but the body is empty.",
            "The handler returns nothing: a void method or ResponseEntity.ok().build() in Spring, Ok() in ASP.NET, \
             res.end() in Express, head :ok in Rails, a PHP script that ends before its echo.",
            "Return the text OK: return \"OK\" under @ResponseBody in Spring, Content(\"OK\") in ASP.NET, \
             res.send(\"OK\") in Express, echo 'OK' in PHP, HttpResponse(\"OK\") in Django.",
        ),
    ),
    (
        "no-content",
        because(
            "The status is one that has no body (204, 205 or 304), so POPBiLL gets no result.",
            "The handler answers 204 because it has nothing to say, as is usual for other webhooks; a 304 comes \
             from a cache.",
            "Answer 200 with the body OK: ResponseEntity.ok(\"OK\") for noContent() in Spring, Results.Text(\"OK\") \
             for Results.NoContent() in ASP.NET, res.send(\"OK\") for res.sendStatus(204) in Express.",
        ),
    ),
    (
        "wrong-case",
        because(
            "The answer says OK, but not in capital letters.",
            "It was typed as ok or Ok, or a serializer writes the names of an enum in lower case.",
            "Write capitals: OK, or {\"result\":\"OK\"}. Return a constant string rather than an enum.",
        ),
    ),
    (
        "wrong-key",
        because(
            "The object has a member that is result but for capitals or blanks.",
            "A naming rule spells it: .NET writes the property Result unchanged when PropertyNamingPolicy is null, \
             Jackson under UPPER_CAMEL_CASE, Go for a field without a json tag.",
            "Fix the name in code: [JsonPropertyName(\"result\")] in .NET, @JsonProperty(\"result\") for Jackson, \
             the tag `json:\"result\"` in Go; or return the text OK.",
        ),
    ),
    (
        "wrong-value",
        because(
            "The object has result, but its value is not the string \"OK\".",
            "The handler reports success in its own way: true, 200, \"success\", or OK with blanks or marks.",
            "Set result to the string \"OK\" and nothing else, or return the text OK.",
        ),
    ),
    (
        "refused",
        because(
            "The receiver says no: its answer is a refusal such as FAIL, with status 200.",
            "The handler found the event wrong, or caught an error of its own, and reported it in the body.",
            "Look for this event's Pb-Webhook-MID in the receiver's log. A refusal that is meant may stay: POPBiLL \
             sends the event again. For an event that is already stored, answer OK.",
        ),
    ),
    (
        "nested",
        because(
            "The success is in the answer, but inside an envelope, an array or a string of JSON.",
            "Something wraps every answer (a ResponseBodyAdvice in Spring, an interceptor in NestJS, a result \
             filter in ASP.NET, an API resource in Laravel), or the JSON was serialized twice.",
            "Keep the wrapper off this path, or return the text OK past it. Serialize once: no JSON.stringify \
             inside res.json, no json_encode inside response()->json.",
        ),
    ),
    (
        "missing-result",
        because(
            "The body is a JSON object, but has no member result.",
            "It is some other reply, such as {\"ok\":true}, {\"status\":\"success\"} or the code and message of \
             POPBiLL's REST API, which are not the form of its webhook.",
            "Return {\"result\":\"OK\"}, or the text OK; the member is named result and its value is the string OK.",
        ),
    ),
    (
        "not-an-object",
        because(
            "The body is JSON, but no object with result: it is null, true, a number, an array or a string.",
            "The handler's return value was serialized as it stands; FastAPI, for one, turns a handler without \
             return into null.",
            "Return the text OK (PlainTextResponse(\"OK\") in FastAPI, res.send(\"OK\") in Express), or the object \
             {\"result\":\"OK\"}.",
        ),
    ),
    (
        "duplicate-key",
        because(
            "A member name stands twice in the object, so that readers differ on what it says.",
            "The JSON is put together from strings, or a serializer writes a property and a map that both hold \
             the name.",
            "Let a serializer write one member, {\"result\":\"OK\"}, or return the text OK.",
        ),
    ),
    (
        "malformed-json",
        because(
            "The body begins like JSON, but is not valid JSON.",
            "It was put together from strings (a trailing comma, a comment, a missing quote, the = of Java's \
             Map.toString()), is not in UTF-8, or something was printed after it.",
            "Let a serializer write it (return Map.of(\"result\", \"OK\") in Spring, json_encode in PHP, res.json \
             in Express) and print nothing else; or return the text OK.",
        ),
    ),
    (
        "html-page",
        because(
            "A web page came in place of the answer.",
            "The URL leads to a page: the index.html of a single-page app, a controller that returns the name of a \
             view, a maintenance page, or the block page of a firewall.",
            "Register the path of the handler itself. In Spring put @ResponseBody on the method or use \
             @RestController; in nginx give the path its own location with proxy_pass before the fallback page.",
        ),
    ),
    (
        "login-page",
        because(
            "A page that asks to sign in came in place of the answer, with status 200.",
            "A login filter or single sign-on guards the path and shows its form; POPBiLL has no session.",
            "Let POST to the callback through without a session (permitAll() in Spring Security, [AllowAnonymous] \
             in ASP.NET, a path exempt from the filter), and check X-Api-Key or Basic there instead.",
        ),
    ),
    (
        "text-around-ok",
        because(
            "OK is in the body, but not alone.",
            "Something else is printed too: a PHP warning, debug output, a tag or a mark around OK, or a script that \
             the web host adds to every page.",
            "Send OK and end there. In PHP fix the warning, set display_errors=Off and exit after echo 'OK'; \
             elsewhere take the other output out, and send text/plain so that nothing is added to it.",
        ),
    ),
    (
        "look-alike",
        because(
            "The body looks like the success on a screen, but is made of other characters.",
            "It was copied from a web page (the overview prints curly quotes), typed with a Korean or full-width \
             keyboard, or carries invisible characters: zero width, a stray byte order mark, the NUL of a C buffer.",
            "Delete the answer in the source and type it again in ASCII: OK is the two bytes 4F 4B. Send the length \
             of the text, not that of its buffer.",
        ),
    ),
    (
        "exception-text",
        because(
            "The text of an exception came, with status 200.",
            "The handler failed and returned the error, as e.toString() in POPBiLL's own Spring sample does; often a \
             key is absent (mgtKey, ntsresultCode) or has another type.",
            "Fix what the exception names and read optional keys as optional. Where an event cannot be stored, \
             answer 500 and keep the details in your own log.",
        ),
    ),
    (
        "other-text",
        because(
            "The body is some other text, or blank.",
            "The handler answers in words of its own, such as success, done, 1 or 정상.",
            "Return exactly OK: return \"OK\" in Spring, Results.Text(\"OK\") in ASP.NET, res.send(\"OK\") in \
             Express, echo 'OK' in PHP, PlainTextResponse(\"OK\") in FastAPI, render plain: \"OK\" in Rails.",
        ),
    ),
    (
        "undecodable-text",
        because(
            "The body is not UTF-8 text.",
            "It was written in UTF-16 (Encoding.Unicode in .NET, a file saved by Windows Notepad) or in EUC-KR.",
            "Write UTF-8, where OK is two bytes: Encoding.UTF8.GetBytes(\"OK\") in .NET, \
             response.setCharacterEncoding(\"UTF-8\") in a servlet, text/plain; charset=utf-8 in PHP's header().",
        ),
    ),
    (
        "content-encoding",
        because(
            "The answer carries a Content-Encoding, though POPBiLL asks for none.",
            "The application, a proxy or a CDN compresses, or labels as compressed, without looking at \
             Accept-Encoding, which the request does not have.",
            "Exempt the callback path from compression, and take out a Content-Encoding header that is set by hand.",
        ),
    ),
    (
        "body-too-large",
        because(
            "The body is longer than 64 KiB, where two bytes are asked for.",
            "The path serves a page, a file or a stream that does not end.",
            "Look at the beginning of the body to see what the path serves, and return OK and nothing else.",
        ),
    ),
    (
        "too-deep",
        because(
            "The JSON is nested more than 64 levels deep.",
            "An object that refers to itself was serialized, such as an entity with its parent and children.",
            "Do not return the stored object: return the text OK, or {\"result\":\"OK\"}.",
        ),
    ),
];
