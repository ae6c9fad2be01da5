// Receives POPBiLL webhooks with Go's standard library. Start it with: go run .
package main

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"time"
	"unicode/utf8"
)

// maxBody is far more than the longest invoice takes.
const maxBody = 4 << 20

func main() {
	store := newStore()
	mux := http.NewServeMux()
	mux.Handle("/pbconnect", authenticated(receive(store)))
	if os.Getenv("POPBILL_PROBE") == "1" {
		mux.Handle("/probe", probe(store))
	}

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	server := &http.Server{
		Addr:              "127.0.0.1:" + port,
		Handler:           mux,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       60 * time.Second, // A long invoice over a slow line takes its time.
	}
	log.Fatal(server.ListenAndServe())
}

// authenticated lets only requests with the agreed credentials through, before anything of the body is read.
func authenticated(next http.Handler) http.Handler {
	header, expected := "X-Api-Key", os.Getenv("POPBILL_API_KEY")
	if basic := os.Getenv("POPBILL_BASIC"); basic != "" {
		header, expected = "Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(basic))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if expected != "" && !isSecret(r.Header.Get(header), expected) {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isSecret compares digests: they have one length, so it takes the same time whatever was given.
func isSecret(given, expected string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(expected))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

func receive(store *store) http.HandlerFunc {
	answerType, answer := "text/plain; charset=utf-8", "OK"
	if os.Getenv("POPBILL_ANSWER") == "json" {
		answerType, answer = "application/json", `{"result":"OK"}`
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		// An error here also means that the connection ended before the body was complete.
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			http.Error(w, "body not readable", http.StatusBadRequest)
			return
		}
		documents, err := parse(body)
		if err != nil {
			http.Error(w, "not an event", http.StatusBadRequest)
			return
		}
		mid := r.Header.Get("Pb-Webhook-MID")
		if mid == "" {
			http.Error(w, "no Pb-Webhook-MID", http.StatusBadRequest)
			return
		}
		err = store.add(event{
			mid:       mid,
			kind:      r.Header.Get("Pb-Webhook-Type"),
			corpNum:   r.Header.Get("Pb-Webhook-Corpnum"),
			body:      body,
			documents: documents,
		})
		if err != nil {
			log.Print(err)
			http.Error(w, "not stored", http.StatusInternalServerError) // POPBiLL sends it again.
			return
		}
		// POPBiLL waits for this answer and sends the event again without it. Mails, bookkeeping and calls
		// to other systems belong in a job that reads the stored events later.
		w.Header().Set("Content-Type", answerType)
		io.WriteString(w, answer)
	}
}

// document is what we need of an event. Go skips every other field, so new ones do no harm.
// Raw: with a string here a value of another type would be an error, and what is answered 400 is lost in the end.
type document struct {
	ItemKey       json.RawMessage `json:"itemKey"`
	NTSConfirmNum json.RawMessage `json:"ntsconfirmNum"`
	StateCode     json.RawMessage `json:"stateCode"` // A number, but in statements a string of digits.
}

// parse reads one object, or a list of objects (collected NTS invoices).
func parse(body []byte) ([]*document, error) {
	// encoding/json would put replacement characters in the place of damaged ones.
	if !utf8.Valid(body) {
		return nil, errors.New("not UTF-8")
	}
	var documents []*document
	if err := json.Unmarshal(body, &documents); err != nil {
		documents = make([]*document, 1)
		if err := json.Unmarshal(body, &documents[0]); err != nil {
			return nil, err
		}
	}
	if len(documents) == 0 {
		return nil, errors.New("nothing in it")
	}
	for _, document := range documents {
		if document == nil {
			return nil, errors.New("null is not a document")
		}
	}
	return documents, nil
}

// probe is for `popbill-hook verify` in tests only: it shows what was stored.
func probe(store *store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		stored, state, ok := store.find(r.URL.Query().Get("mid"))
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]any{"n": 1, "stateCode": state, "event": json.RawMessage(stored.body)})
	}
}
