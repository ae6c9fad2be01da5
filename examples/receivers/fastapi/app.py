"""A POPBiLL webhook receiver on FastAPI and Uvicorn."""

import asyncio
import base64
import hmac
import json
import os
import re
import sqlite3
import tempfile
from contextlib import asynccontextmanager, closing

import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse, Response
from starlette.requests import ClientDisconnect

# For a first try only: others can write to the temporary folder, and it is emptied. Set RECEIVER_DATA in production.
DATABASE = os.environ.get("RECEIVER_DATA") or os.path.join(tempfile.gettempdir(), "popbill-fastapi.sqlite3")
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
# Uvicorn has no limits of its own: far more than the longest list of invoices, and time for a slow line.
MAX_BODY = 16 * 1024 * 1024
MAX_BODY_SECONDS = 60


@asynccontextmanager
async def lifespan(_: FastAPI):
    with closing(connect()) as db:
        db.executescript(SCHEMA)
    yield


# No pages of documentation: this address is open to the internet.
app = FastAPI(lifespan=lifespan, openapi_url=None)


# No pydantic model of the body: POPBiLL adds and leaves out fields, and a 422 means that it sends again.
@app.post("/pbconnect")
async def pbconnect(request: Request):
    if not authorized(request):
        return PlainTextResponse("unauthorized", 401)
    mid = request.headers.get("Pb-Webhook-MID")
    if not mid:
        return PlainTextResponse("Pb-Webhook-MID is missing", 400)
    try:
        # The raw bytes, because POPBiLL names no charset and a guess would damage Korean text.
        body, events = parse(await asyncio.wait_for(read(request), MAX_BODY_SECONDS))
    except ClientDisconnect:
        # Nobody reads this answer, but an incomplete body must not get as far as the database.
        return PlainTextResponse("the body is incomplete", 400)
    except asyncio.TimeoutError:
        return PlainTextResponse("the body took too long", 408)
    except (ValueError, RecursionError):
        # Not OK: POPBiLL sends again, and shows this answer in its history.
        return PlainTextResponse("the body is not a JSON object or a list of them", 400)
    corp_num = request.headers.get("Pb-Webhook-Corpnum", "")
    webhook_type = request.headers.get("Pb-Webhook-Type", "")
    # In a thread, so that the event loop never waits for the disk. A failure to store is left to
    # FastAPI: 500 without details, and POPBiLL sends again.
    await run_in_threadpool(store, mid, webhook_type, corp_num, body, events)
    # Slow work (mail, ERP, other APIs) belongs after the answer: let a worker read the events table.
    return acknowledge()


def authorized(request):
    basic, api_key = os.environ.get("POPBILL_BASIC"), os.environ.get("POPBILL_API_KEY")
    if basic:
        expected = "Basic " + base64.b64encode(basic.encode()).decode()
        given = request.headers.get("Authorization", "")
    elif api_key:
        expected, given = api_key, request.headers.get("X-Api-Key", "")
    else:
        return True
    # In constant time, so that the answer's delay tells nothing about the secret. Header bytes come as Latin-1.
    return hmac.compare_digest(given.encode("latin-1"), expected.encode())


async def read(request):
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise HTTPException(413, "the body is too large")
    return bytes(body)


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


def store(mid, webhook_type, corp_num, body, events):
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
    # A response object, because FastAPI turns a plain "OK" into the JSON string "OK", with its quotes.
    if os.environ.get("POPBILL_ANSWER") == "json":
        return Response('{"result":"OK"}', media_type="application/json")
    return PlainTextResponse("OK")


if os.environ.get("POPBILL_PROBE") == "1":

    @app.get("/probe")
    def probe(mid: str):
        """For `popbill-hook verify` in tests only: what was stored of one MID."""
        with closing(connect()) as db:
            rows = db.execute("SELECT corp_num, body FROM events WHERE mid = ?", [mid]).fetchall()
            if not rows:
                return PlainTextResponse("unknown MID", 404)
            corp_num, body = rows[0]
            event = json.loads(body)
            document = document_of(corp_num, event) if isinstance(event, dict) else None
            state = document and db.execute(
                "SELECT state FROM documents WHERE corp_num = ? AND document_key = ?", document
            ).fetchone()
        return {"n": len(rows), "stateCode": state[0] if state else None, "event": event}


if __name__ == "__main__":
    port = int(os.environ.get("PORT") or 8080)
    # Without a limit, one client that never ends its body would hold up the end of the process.
    uvicorn.run(app, host="127.0.0.1", port=port, timeout_graceful_shutdown=5)
