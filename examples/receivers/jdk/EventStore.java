import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every event once, and the current state of every document. In memory to keep the example small: a restart forgets
 * what POPBiLL was told OK for, and every process has its own. In real life (PostgreSQL; in MySQL a MEDIUMTEXT, for a
 * TEXT is too short for a long invoice, and ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state))):
 *
 * <pre>
 * CREATE TABLE events (mid VARCHAR(255) PRIMARY KEY, webhook_type VARCHAR(255), corp_num VARCHAR(255),
 *     body TEXT NOT NULL);
 * CREATE TABLE documents (corp_num VARCHAR(255), document_key VARCHAR(255), state INT NOT NULL,
 *     PRIMARY KEY (corp_num, document_key));
 * </pre>
 *
 * save() is then one transaction: insert the event, stop at a duplicate key (it is stored already), and raise the
 * state with INSERT ... ON CONFLICT (corp_num, document_key) DO UPDATE
 * SET state = GREATEST(documents.state, excluded.state).
 */
final class EventStore {
    record Event(String mid, String type, String corpNum, JsonNode body) {}

    record Document(String corpNum, String key) {}

    private final Set<String> mids = new HashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<Document, Integer> states = new HashMap<>();

    /** One lock for all of it, so that the same MID twice at the same moment is stored once. */
    synchronized void save(String mid, String type, String corpNum, JsonNode body, List<JsonNode> parts) {
        if (!mids.add(mid)) {
            return;
        }
        events.add(new Event(mid, type, corpNum, body));
        for (JsonNode part : parts) {
            Document document = document(corpNum, part);
            Integer state = stateCode(part.path("stateCode"));
            if (document != null && state != null) {
                // Events arrive in any order and several in one second, so neither arrival nor eventDT decides.
                states.merge(document, state, Math::max);
            }
        }
    }

    synchronized List<Event> find(String mid) {
        return events.stream().filter(event -> event.mid().equals(mid)).toList();
    }

    synchronized Integer state(Event event) {
        return states.get(document(event.corpNum(), event.body().isArray() ? event.body().path(0) : event.body()));
    }

    /** An optional field may be absent or null. Invoices collected from HomeTax have no itemKey. */
    private static Document document(String corpNum, JsonNode event) {
        for (String name : List.of("itemKey", "ntsconfirmNum")) {
            JsonNode key = event.path(name);
            if (key.isValueNode() && !key.isNull() && !key.asText().isEmpty()) {
                return new Document(corpNum, key.asText());
            }
        }
        return null;
    }

    /** Statements have the code as a string ("300"), all others as a number. */
    private static Integer stateCode(JsonNode code) {
        if (code.isTextual() && code.textValue().matches("[0-9]{1,9}")) {
            return Integer.valueOf(code.textValue());
        }
        return code.isIntegralNumber() && code.canConvertToInt() ? code.intValue() : null;
    }
}
