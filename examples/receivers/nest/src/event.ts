import { isUtf8 } from "node:buffer";

export type Document = Record<string, unknown>;

/** One object, or a list of objects (collected NTS invoices). */
export type Event = Document | Document[];

const MAX_DEPTH = 64;

/** The event in the bytes of a body; undefined where there is none. */
export function parseEvent(bytes: unknown): Event | undefined {
  if (!Buffer.isBuffer(bytes) || !isUtf8(bytes)) return undefined;
  try {
    const event = JSON.parse(bytes.toString("utf8"));
    const documents = documentsOf(event);
    return documents.length > 0 && documents.every(isObject) && !isTooDeep(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

export function documentsOf(event: Event): Document[] {
  return Array.isArray(event) ? event : [event];
}

/** itemKey or ntsconfirmNum, with the business number: two businesses may use the same key. */
export function documentKey(corpNum: string, document: Document): string | undefined {
  const isKey = (value: unknown): value is string => typeof value === "string" && value !== "";
  const key = [document.itemKey, document.ntsconfirmNum].find(isKey);
  return key && `${corpNum}/${key}`;
}

/** stateCode is a number, but in statements a string of digits. */
export function stateOf({ stateCode }: Document): number | undefined {
  const isCode = (typeof stateCode === "number" || typeof stateCode === "string") && /^\d{1,9}$/.test(String(stateCode));
  return isCode ? Number(stateCode) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON.parse reads any depth, but what works on its result would run out of stack. */
function isTooDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}
