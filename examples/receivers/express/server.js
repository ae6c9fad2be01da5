// Receives POPBiLL webhooks with Express 5. Start it with: npm install && npm start
import { isUtf8 } from "node:buffer";
import { createHash, timingSafeEqual } from "node:crypto";
import express from "express";
import { EventStore } from "./store.js";

const { PORT, POPBILL_BASIC, POPBILL_API_KEY, POPBILL_ANSWER, POPBILL_PROBE } = process.env;
const MAX_DEPTH = 64;

const app = express();
const store = new EventStore();

const sha256 = (text) => createHash("sha256").update(text).digest();

// Digests have one length, so the comparison takes the same time whatever was given.
const isSecret = (given, expected) => timingSafeEqual(sha256(given), sha256(expected));

function authenticate(req, res, next) {
  const [name, expected] = POPBILL_BASIC
    ? ["Authorization", `Basic ${Buffer.from(POPBILL_BASIC).toString("base64")}`]
    : ["X-Api-Key", POPBILL_API_KEY];
  const given = req.get(name) ?? "";
  if (expected && !isSecret(given, expected)) return res.sendStatus(401);
  next();
}

// The bytes as they came: POPBiLL names no charset, and the stock limit of 100 kB is less than a long invoice.
const readBody = express.raw({ type: () => true, limit: "4mb" });

// JSON.parse reads any depth, but what works on its result would run out of stack.
function isTooDeep(value, left = MAX_DEPTH) {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// The event as one object or as a list of objects (collected NTS invoices); undefined for everything else.
function parseEvent(bytes) {
  if (!Buffer.isBuffer(bytes) || !isUtf8(bytes)) return undefined;
  try {
    const event = JSON.parse(bytes.toString("utf8"));
    const documents = [event].flat();
    return documents.length > 0 && documents.every(isObject) && !isTooDeep(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

app.post("/pbconnect", authenticate, readBody, async (req, res) => {
  const event = parseEvent(req.body);
  const mid = req.get("Pb-Webhook-MID");
  if (!event || !mid) return res.sendStatus(400);

  await store.add({
    mid,
    type: req.get("Pb-Webhook-Type") ?? "",
    corpNum: req.get("Pb-Webhook-Corpnum") ?? "",
    event,
  });

  // POPBiLL waits for this answer and sends the event again without it. Mails, bookkeeping and calls to
  // other systems belong in a job that reads the stored events later.
  if (POPBILL_ANSWER === "json") return res.json({ result: "OK" });
  res.type("text/plain").send("OK");
});

// For `popbill-hook verify` in tests only: shows what was stored.
if (POPBILL_PROBE === "1") {
  app.get("/probe", async (req, res) => {
    const stored = await store.find(req.query.mid);
    if (!stored) return res.sendStatus(404);
    res.json(stored);
  });
}

// Express would print the stack. POPBiLL needs no more than the status: it sends the event again.
app.use((error, req, res, next) => {
  const isClientError = error.status >= 400 && error.status < 500;
  if (!isClientError) console.error(error);
  if (res.headersSent) return next(error);
  res.sendStatus(isClientError ? error.status : 500);
});

app.listen(Number(PORT || 8080), "127.0.0.1", (error) => {
  if (error) throw error;
});
