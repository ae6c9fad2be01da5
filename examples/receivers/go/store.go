package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"sync"
)

type event struct {
	mid       string
	kind      string
	corpNum   string
	body      []byte
	documents []*document
}

// documentKey has the business number in it: two businesses may use the same key.
type documentKey struct{ corpNum, key string }

// store keeps events in memory, for a first try: a restart forgets what POPBiLL was told OK for, and every process has
// its own. Put your database in its place, with these two tables (PostgreSQL; MySQL's TEXT is too short for a long
// invoice: MEDIUMTEXT):
//
//	CREATE TABLE events (mid VARCHAR(64) PRIMARY KEY, type VARCHAR(64), corp_num VARCHAR(20), body TEXT NOT NULL);
//	CREATE TABLE documents (corp_num VARCHAR(20), document_key VARCHAR(64), state INTEGER NOT NULL,
//	                        PRIMARY KEY (corp_num, document_key));
//
// and in one transaction:
//
//	INSERT INTO events ... ON CONFLICT (mid) DO NOTHING;      -- no row inserted: a repeat, stop here
//	INSERT INTO documents ... ON CONFLICT (corp_num, document_key)
//	  DO UPDATE SET state = GREATEST(documents.state, excluded.state);
//
// MySQL: a duplicate key (1062) is the repeat; ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state)).
type store struct {
	mutex  sync.Mutex
	events map[string]event
	states map[documentKey]int
}

func newStore() *store {
	return &store{events: map[string]event{}, states: map[documentKey]int{}}
}

// add stores an event once. It never fails here; a database may.
func (s *store) add(e event) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()

	// POPBiLL repeats an event under the same MID when it did not see our answer.
	if _, repeated := s.events[e.mid]; repeated {
		return nil
	}
	s.events[e.mid] = e

	for _, document := range e.documents {
		key, hasKey := keyOf(e.corpNum, document)
		state, hasState := stateOf(document)
		// Events may arrive in any order, and eventDT has only seconds: the highest state is the latest.
		if current, known := s.states[key]; hasKey && hasState && (!known || state > current) {
			s.states[key] = state
		}
	}
	return nil
}

// find returns an event and the state of its first document, nil where it has none.
func (s *store) find(mid string) (stored event, state *int, ok bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()

	if stored, ok = s.events[mid]; !ok {
		return event{}, nil, false
	}
	if key, hasKey := keyOf(stored.corpNum, stored.documents[0]); hasKey {
		if current, known := s.states[key]; known {
			state = &current
		}
	}
	return stored, state, true
}

func keyOf(corpNum string, document *document) (documentKey, bool) {
	for _, field := range []json.RawMessage{document.ItemKey, document.NTSConfirmNum} {
		var key string
		if json.Unmarshal(field, &key) == nil && key != "" {
			return documentKey{corpNum, key}, true
		}
	}
	return documentKey{}, false
}

func stateOf(document *document) (int, bool) {
	state, err := strconv.Atoi(strings.Trim(string(document.StateCode), `"`))
	return state, err == nil
}
