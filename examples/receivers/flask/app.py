"""A POPBiLL webhook receiver on Flask and Waitress.

Waitress reads a whole request before Flask sees it, so slow or broken connections never hold one of the threads.
"""

import base64
import hmac
import json
import os
import re
import sqlite3
import tempfile
from contextlib import closing

from flask import Flask, Response, request
from waitress import serve

# For a first try only: others can write to the temporary folder, and it is emptied. Set RECEIVER_DATA in production.
DATABASE = os.environ.get("RECEIVER_DATA") or os.path.join(tempfile.gettempdir(), "popbill-flask.sqlite3")
SCHEMA = """
CREATE TABLE IF NOT EXISTS events (
    mid TEXT NOT NULL UNIQUE,
    webhook_type TEXT NOT NULL,
    corp_num TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS documents (
    corp_num TEXT NOT NULL,
    document_key TEXT NOT NULL,
    state INTEGER NOT NULL,
    PRIMARY KEY (corp_num, document_key)
);
"""

# Far more than the longest list of invoices; the server's own limit is 1 GiB.
MAX_BODY = 16 * 1024 * 1024

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = MAX_BODY


@app.post("/pbconnect")
def pbconnect():
    if not authorized():
        return text(401, "unauthorized")
    mid = request.headers.get("Pb-Webhook-MID")
    if not mid:
        return text(400, "Pb-Webhook-MID is missing")
    try:
        # The raw bytes, because POPBiLL names no charset and a guess would damage Korean text.
        body, events = parse(request.get_data())
    except (ValueError, RecursionError):
        # Not OK: POPBiLL sends again, and shows this answer in its history.
        return text(400, "the body is not a JSON object or a list of them")
    # A failure to store is left to Flask: 500 without details, and POPBiLL sends again.
    store(mid, body, events)
    # Slow work (mail, ERP, other APIs) belongs after the answer: let a worker read the events table.
    return acknowledge()


def authorized():
    basic, api_key = os.environ.get("POPBILL_BASIC"), os.environ.get("POPBILL_API_KEY")
    if basic:
        expected = "Basic " + base64.b64encode(basic.encode()).decode()
        given = request.headers.get("Authorization", "")
    elif api_key:
        expected, given = api_key, request.headers.get("X-Api-Key", "")
    else:
        return True
    # In constant time, so that the answer's delay tells nothing about the secret. WSGI passes bytes as Latin-1.
    return hmac.compare_digest(given.encode("latin-1"), expected.encode())


def parse(raw):
    """Returns the body's text and its events; raises ValueError when it is broken."""
    body = raw.decode("utf-8")
    value = json.loads(body)
    # Python also reads NaN and half of a surrogate pair ("\ud800"); JSON has no NaN, and no database takes the other.
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    # Invoices crawled from NTS may come as a list.
    events = value if isinstance(value, list) else [value]
    if not all(isinstance(event, dict) for event in events):
        raise ValueError("not an object")
    return body, events


def document_of(corp_num, event):
    """One receiver serves many businesses, so the business number is a part of a document's key."""
    key = event.get("itemKey") or event.get("ntsconfirmNum")
    return (corp_num, key) if isinstance(key, str) else None


def state_of(event):
    # A number in most events, a numeric string in statements, absent in others.
    state = str(event.get("stateCode"))
    return int(state) if re.fullmatch("[0-9]{1,4}", state) else None


def connect():
    return sqlite3.connect(DATABASE, timeout=30)


def store(mid, body, events):
    corp_num = request.headers.get("Pb-Webhook-Corpnum", "")
    webhook_type = request.headers.get("Pb-Webhook-Type", "")
    with closing(connect()) as db, db:  # one transaction: all of it or nothing
        # The UNIQUE mid decides, not a SELECT before: the same MID may arrive twice at the same moment.
        new = db.execute(
            "INSERT OR IGNORE INTO events (mid, webhook_type, corp_num, body) VALUES (?, ?, ?, ?)",
            (mid, webhook_type, corp_num, body),
        ).rowcount
        if not new:
            return
        for event in events:
            document, state = document_of(corp_num, event), state_of(event)
            if document and state is not None:
                # Events may overtake each other, and eventDT has only seconds: a state never goes down.
                db.execute(
                    "INSERT INTO documents (corp_num, document_key, state) VALUES (?, ?, ?) "
                    "ON CONFLICT (corp_num, document_key) DO UPDATE SET state = max(state, excluded.state)",
                    (*document, state),
                )


def acknowledge():
    if os.environ.get("POPBILL_ANSWER") == "json":
        return Response('{"result":"OK"}', mimetype="application/json")
    return text(200, "OK")


def text(status, message):
    return Response(message, status, mimetype="text/plain")


if os.environ.get("POPBILL_PROBE") == "1":

    @app.get("/probe")
    def probe():
        """For `popbill-hook verify` in tests only: what was stored of one MID."""
        with closing(connect()) as db:
            rows = db.execute("SELECT corp_num, body FROM events WHERE mid = ?", [request.args.get("mid")]).fetchall()
            if not rows:
                return text(404, "unknown MID")
            corp_num, body = rows[0]
            event = json.loads(body)
            document = document_of(corp_num, event) if isinstance(event, dict) else None
            state = document and db.execute(
                "SELECT state FROM documents WHERE corp_num = ? AND document_key = ?", document
            ).fetchone()
        return {"n": len(rows), "stateCode": state[0] if state else None, "event": event}


# On import, so that the tables are there under another server too (gunicorn app:app).
with closing(connect()) as database:
    database.executescript(SCHEMA)

if __name__ == "__main__":
    port = int(os.environ.get("PORT") or 8080)
    serve(app, host="127.0.0.1", port=port, threads=8, max_request_body_size=MAX_BODY)
