import { Injectable } from "@nestjs/common";
import { documentKey, documentsOf, type Event, stateOf } from "./event.js";

export interface StoredEvent {
  mid: string;
  type: string;
  corpNum: string;
  event: Event;
}

/**
 * Keeps events in memory, for a first try: a restart forgets what POPBiLL was told OK for, and every process has
 * its own. Put your database in its place, with these two tables (PostgreSQL; MySQL's TEXT is too short for a long
 * invoice: MEDIUMTEXT):
 *
 *   CREATE TABLE events (mid VARCHAR(64) PRIMARY KEY, type VARCHAR(64), corp_num VARCHAR(20), body TEXT NOT NULL);
 *   CREATE TABLE documents (corp_num VARCHAR(20), document_key VARCHAR(64), state INTEGER NOT NULL,
 *                           PRIMARY KEY (corp_num, document_key));
 *
 * and in one transaction:
 *
 *   INSERT INTO events ... ON CONFLICT (mid) DO NOTHING;      -- no row inserted: a repeat, stop here
 *   INSERT INTO documents ... ON CONFLICT (corp_num, document_key)
 *     DO UPDATE SET state = GREATEST(documents.state, excluded.state);
 *
 * MySQL: a duplicate key (1062) is the repeat; ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state)).
 */
@Injectable()
export class WebhookService {
  private readonly events = new Map<string, StoredEvent>();
  private readonly states = new Map<string, number>();

  // JavaScript runs this to its end before it turns to another request, as long as there is no await in it.
  async add(stored: StoredEvent): Promise<void> {
    // POPBiLL repeats an event under the same MID when it did not see our answer.
    if (this.events.has(stored.mid)) return;
    this.events.set(stored.mid, stored);

    for (const document of documentsOf(stored.event)) {
      const key = documentKey(stored.corpNum, document);
      const state = stateOf(document);
      if (key === undefined || state === undefined) continue;
      // Events may arrive in any order, and eventDT has only seconds: the highest state is the latest.
      this.states.set(key, Math.max(state, this.states.get(key) ?? state));
    }
  }

  async find(mid: string) {
    const stored = this.events.get(mid);
    if (!stored) return undefined;
    const key = documentKey(stored.corpNum, documentsOf(stored.event)[0]);
    return { n: 1, stateCode: (key && this.states.get(key)) ?? null, event: stored.event };
  }
}
