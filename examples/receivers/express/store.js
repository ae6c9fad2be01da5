// Keeps events in memory, for a first try: a restart forgets what POPBiLL was told OK for, and every process has
// its own. Put your database in its place, with these two tables (PostgreSQL; MySQL's TEXT is too short for a long
// invoice: MEDIUMTEXT):
//
//   CREATE TABLE events (mid VARCHAR(64) PRIMARY KEY, type VARCHAR(64), corp_num VARCHAR(20), body TEXT NOT NULL);
//   CREATE TABLE documents (corp_num VARCHAR(20), document_key VARCHAR(64), state INTEGER NOT NULL,
//                           PRIMARY KEY (corp_num, document_key));
//
// and in one transaction:
//
//   INSERT INTO events ... ON CONFLICT (mid) DO NOTHING;      -- no row inserted: a repeat, stop here
//   INSERT INTO documents ... ON CONFLICT (corp_num, document_key)
//     DO UPDATE SET state = GREATEST(documents.state, excluded.state);
//
// MySQL: a duplicate key (1062) is the repeat; ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state)).
export class EventStore {
  #events = new Map();
  #documents = new Map();

  // JavaScript runs this to its end before it turns to another request, as long as there is no await in it.
  async add(stored) {
    // POPBiLL repeats an event under the same MID when it did not see our answer.
    if (this.#events.has(stored.mid)) return;
    this.#events.set(stored.mid, stored);

    for (const document of [stored.event].flat()) {
      const key = documentKey(stored.corpNum, document);
      const state = stateOf(document);
      if (key === undefined || state === undefined) continue;
      // Events may arrive in any order, and eventDT has only seconds: the highest state is the latest.
      this.#documents.set(key, Math.max(state, this.#documents.get(key) ?? state));
    }
  }

  async find(mid) {
    const stored = this.#events.get(mid);
    if (!stored) return undefined;
    const key = documentKey(stored.corpNum, [stored.event].flat()[0]);
    return { n: 1, stateCode: this.#documents.get(key) ?? null, event: stored.event };
  }
}

// Two businesses may use the same key, so the business number is a part of it.
function documentKey(corpNum, document) {
  const key = [document.itemKey, document.ntsconfirmNum].find((value) => typeof value === "string" && value !== "");
  return key && `${corpNum}/${key}`;
}

// A number, but in statements a string of digits.
function stateOf({ stateCode }) {
  const isCode = ["number", "string"].includes(typeof stateCode) && /^\d{1,9}$/.test(stateCode);
  return isCode ? Number(stateCode) : undefined;
}
