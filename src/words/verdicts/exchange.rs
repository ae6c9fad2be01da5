//! Attempts without a complete answer.

use super::{Diagnosis, because};

/// A row for each slug.
pub(super) const DIAGNOSES: &[(&str, Diagnosis)] = &[
    (
        "closed-without-response",
        because(
            "The connection was closed before any byte of an answer.",
            "The process crashed or was restarted, a worker was killed at its limit, a firewall cut the connection, \
             or the port is for HTTPS and the URL says http.",
            "Look for a crash or a restart in the receiver's log at this time; if the port is for HTTPS, write \
             https:// in the URL.",
        ),
    ),
    (
        "dns",
        because(
            "The host name could not be resolved.",
            "It is misspelled, not published yet, or known only inside the company, where POPBiLL is not.",
            "Check it with nslookup; in production it needs a public record. In a test use --resolve, or an address \
             in place of the name.",
        ),
    ),
    (
        "connection-refused",
        because(
            "Nothing accepts connections at this address and port, or no route leads there.",
            "The receiver is not running, uses another port, or listens on 127.0.0.1 inside a container or another \
             machine.",
            "Start the receiver and see where it listens (ss -ltn, netstat -an); in a container publish the port and \
             listen on 0.0.0.0. In production POPBiLL calls ports 80, 443 and 9854 only.",
        ),
    ),
    (
        "connection-reset",
        because(
            "The connection was reset before the head of an answer was complete.",
            "The process died, closed the socket with the request unread, or a firewall or load balancer cut in.",
            "Look for a crash in the receiver's log, read the whole request before answering, and check the limits \
             for size and idle time on the way.",
        ),
    ),
    (
        "connect-timeout",
        because(
            "No connection came about in time, the TLS handshake included.",
            "A firewall drops the packets, the host is down, or it is too busy to accept.",
            "Open the port in the firewall or security group (from 54.180.62.221 and 13.124.72.158 to ports 80, 443, \
             9854 in production), and check that the host is up.",
        ),
    ),
    (
        "write-timeout",
        because(
            "The receiver did not take the whole request in time.",
            "It accepts connections, but no worker is free to read, or a proxy waits for one.",
            "Free the workers: store the event, answer OK, do slow work afterwards; or run more of them.",
        ),
    ),
    (
        "read-timeout",
        because(
            "No complete answer came within the time limit.",
            "The handler does slow work before it answers (another API, SAP, a locked row), or announces a longer \
             body than it sends.",
            "Store the event, answer OK, and do the rest afterwards (a queue, @Async, BackgroundService, Celery). The \
             limit is this tool's own, --max-time; POPBiLL documents none.",
        ),
    ),
    (
        "tls-untrusted",
        because(
            "The issuer of the certificate is not trusted.",
            "The server leaves out the intermediate certificate, which browsers fetch and others do not; or the \
             certificate is self-signed or from a private authority.",
            "Install the full chain: ssl_certificate fullchain.pem in nginx, SSLCertificateFile with the chain in \
             Apache, the intermediate in the Windows store. For a private test server use --cacert or -k.",
        ),
    ),
    (
        "tls-expired",
        because(
            "The certificate is expired, or not yet valid.",
            "It was not renewed, the server still uses the old one, or a clock is wrong.",
            "Renew it and reload the server (certbot renew, then nginx -s reload); openssl s_client -connect HOST:443 \
             shows which one is served.",
        ),
    ),
    (
        "tls-hostname",
        because(
            "The certificate is for another host name.",
            "The URL has an alias or an address that the certificate does not list, or the server fell back to its \
             default certificate.",
            "Use a name that the certificate lists, or issue one with this name; check server_name in the server's \
             configuration.",
        ),
    ),
    (
        "tls-handshake",
        because(
            "The TLS handshake failed.",
            "The port speaks plain HTTP, the server knows nothing newer than TLS 1.1 or nothing but HTTP/2, or it \
             demands a client certificate.",
            "If the port is for HTTP, write http:// in the URL; otherwise allow TLS 1.2 and HTTP/1.1, and demand no \
             client certificate on the callback.",
        ),
    ),
    (
        "malformed-response",
        because(
            "What came back is not valid HTTP/1.",
            "Another service has the port (SSH, a database, TLS), or a CGI script or a hand-written server sends a \
             broken head.",
            "Check the port in the URL, and let the framework write the head; a CGI script ends it with an empty line.",
        ),
    ),
    (
        "head-too-large",
        because(
            "The head of the answer is beyond 64 KiB or 100 header fields.",
            "Cookies or debug headers pile up, or an error message was put into a header.",
            "Answer the callback without a session, without cookies and without debug headers.",
        ),
    ),
    (
        "interim-flood",
        because(
            "More interim answers (1xx) came than anyone needs, before the final one.",
            "The server sends 102 or 103 in a loop while it works.",
            "Send the final answer at once, and do slow work afterwards.",
        ),
    ),
    (
        "truncated-response",
        because(
            "The answer ended before it was complete, so it counts for nothing, even where it reads OK.",
            "Content-Length is larger than the body, the process ended while it wrote, or a chunked or TLS stream was \
             cut off.",
            "Let the framework write Content-Length, and do not exit or kill the worker before the answer is out.",
        ),
    ),
];
