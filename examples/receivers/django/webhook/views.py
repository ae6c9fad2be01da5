"""A POPBiLL webhook receiver on Django and Waitress.

Waitress reads a whole request before Django sees it, so slow or broken connections never hold one of the threads.
"""

import base64
import hmac
import json
import re

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from .models import Document, Event


@csrf_exempt
@require_POST
def pbconnect(request):
    if not authorized(request):
        return text(401, "unauthorized")
    mid = request.headers.get("Pb-Webhook-MID")
    if not mid:
        return text(400, "Pb-Webhook-MID is missing")
    try:
        # The raw bytes, because POPBiLL names no charset and a guess would damage Korean text.
        body, events = parse(request.body)
    except (ValueError, RecursionError):
        # Not OK: POPBiLL sends again, and shows this answer in its history.
        return text(400, "the body is not a JSON object or a list of them")
    # A failure to store is left to Django: 500 without details, and POPBiLL sends again.
    store(
        mid,
        request.headers.get("Pb-Webhook-Type", ""),
        request.headers.get("Pb-Webhook-Corpnum", ""),
        body,
        events,
    )
    # Slow work (mail, ERP, other APIs) belongs after the answer: let a worker read the events.
    return acknowledge()


def authorized(request):
    if settings.POPBILL_BASIC:
        expected = "Basic " + base64.b64encode(settings.POPBILL_BASIC.encode()).decode()
        given = request.headers.get("Authorization", "")
    elif settings.POPBILL_API_KEY:
        expected, given = settings.POPBILL_API_KEY, request.headers.get("X-Api-Key", "")
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


def key_of(event):
    key = event.get("itemKey") or event.get("ntsconfirmNum")
    return key if isinstance(key, str) else None


def state_of(event):
    # A number in most events, a numeric string in statements, absent in others.
    state = str(event.get("stateCode"))
    return int(state) if re.fullmatch("[0-9]{1,4}", state) else None


@transaction.atomic
def store(mid, webhook_type, corp_num, body, events):
    # The unique MID decides, not a query before: the same MID may arrive twice at the same moment.
    _, new = Event.objects.get_or_create(
        mid=mid, defaults={"webhook_type": webhook_type, "corp_num": corp_num, "body": body}
    )
    if not new:
        return
    for event in events:
        key, state = key_of(event), state_of(event)
        if key is None or state is None:
            continue
        # One receiver serves many businesses, so the business number is a part of the key.
        document, new = Document.objects.get_or_create(corp_num=corp_num, document_key=key, defaults={"state": state})
        if not new:
            # Events may overtake each other, and eventDT has only seconds: a state never goes down.
            Document.objects.filter(pk=document.pk, state__lt=state).update(state=state)


def acknowledge():
    if settings.POPBILL_ANSWER == "json":
        return HttpResponse('{"result":"OK"}', content_type="application/json")
    return text(200, "OK")


def text(status, message):
    return HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")


@require_GET
def probe(request):
    """For `popbill-hook verify` in tests only: what was stored of one MID."""
    rows = Event.objects.filter(mid=request.GET.get("mid", ""))
    if not rows:
        return text(404, "unknown MID")
    event = json.loads(rows[0].body)
    key = key_of(event) if isinstance(event, dict) else None
    document = Document.objects.filter(corp_num=rows[0].corp_num, document_key=key).first()
    return JsonResponse({"n": len(rows), "stateCode": document and document.state, "event": event})
