// POPBiLL webhook receiver on Spring MVC. In a Spring Boot 3 project copy WebhookController.java and EventStore.java
// (neither imports anything of javax or jakarta) into your application's package or one below it, with
// spring-boot-starter-web, spring-boot-starter-jdbc, com.h2database:h2 and
// spring.datasource.url=jdbc:h2:mem:popbill;MODE=MySQL;DB_CLOSE_DELAY=-1 (for a first try: a restart forgets what
// POPBiLL was told OK for) or that of your MySQL. Boot 4 needs com.fasterxml.jackson.core:jackson-databind as well.
// Server.java does by hand what Boot does for you; ProbeController.java is for tests alone.
package popbill;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class WebhookController {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER = 1000;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final EventStore store;
    private final String basic = env("POPBILL_BASIC");
    private final String apiKey = env("POPBILL_API_KEY");
    private final boolean answerJson = "json".equals(env("POPBILL_ANSWER"));

    public WebhookController(EventStore store) {
        this.store = store;
    }

    /** Spring calls this before it reads the body, so a stranger cannot make us read or parse anything. */
    @ModelAttribute
    public void authenticate(
            @RequestHeader(value = "Authorization", required = false) String authorization,
            @RequestHeader(value = "X-Api-Key", required = false) String key) {
        if (basic != null) {
            String expected = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
            requireEqual(expected, authorization);
        } else if (apiKey != null) {
            requireEqual(apiKey, key);
        }
    }

    /**
     * The body is taken as bytes: POPBiLL sends no charset, and for a text Spring or Tomcat would guess one. As a
     * stream, because @RequestBody byte[] has no limit, and takes a body apart that calls itself a form.
     */
    @PostMapping("/pbconnect")
    public ResponseEntity<byte[]> receive(
            @RequestHeader(value = "Pb-Webhook-MID", required = false) String mid,
            @RequestHeader(value = "Pb-Webhook-Type", defaultValue = "") String type,
            @RequestHeader(value = "Pb-Webhook-Corpnum", defaultValue = "") String corpNum,
            InputStream body) {
        if (mid == null || mid.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "Pb-Webhook-MID is missing");
        }
        String text = decode(read(body));
        store.save(fitting(mid), fitting(type), fitting(corpNum), text, changes(parse(text)));
        // POPBiLL waits for this answer. Real work (bookkeeping, mail) belongs after it, in a job that reads events.
        return answerJson
                ? answer(HttpStatus.OK, MediaType.APPLICATION_JSON, "{\"result\":\"OK\"}")
                : answer(HttpStatus.OK, TEXT, "OK");
    }

    @ExceptionHandler(Refused.class)
    public ResponseEntity<byte[]> refused(Refused refused) {
        return answer(refused.status, TEXT, refused.getMessage());
    }

    /** Anything but 200 makes POPBiLL send the event again, which is what we want when it could not be stored. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    public ResponseEntity<byte[]> notStored(Exception error) {
        System.getLogger("popbill").log(System.Logger.Level.ERROR, "The event was not stored", error);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, TEXT, "The event was not stored");
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new Refused(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large");
            }
            return bytes;
        } catch (IOException error) {
            // The connection ended before the body did, or its chunks are broken.
            throw new Refused(HttpStatus.BAD_REQUEST, "The body cannot be read");
        }
    }

    private static String decode(byte[] body) {
        try {
            // newDecoder() reports broken bytes; new String(bytes, UTF_8) would silently replace them.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException error) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not UTF-8");
        }
    }

    /** One event is an object; a list of invoices collected from HomeTax may come as an array of objects. */
    private static List<JsonNode> parse(String text) {
        try {
            checkLimits(text);
            JsonNode root = JSON.readTree(text);
            List<JsonNode> events = new ArrayList<>();
            (root.isArray() ? root : List.of(root)).forEach(events::add);
            if (events.stream().allMatch(JsonNode::isObject)) {
                return events;
            }
        } catch (IOException error) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not JSON");
        }
        throw new Refused(HttpStatus.BAD_REQUEST, "The body is neither an object nor an array of objects");
    }

    /** Jackson has these limits itself since 2.15 (Spring Boot 3.1); before, endless nesting or digits cost time. */
    private static void checkLimits(String text) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            int depth = 0;
            for (JsonToken token; (token = parser.nextToken()) != null; ) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > MAX_DEPTH || token.isNumeric() && parser.getTextLength() > MAX_NUMBER) {
                    throw new Refused(HttpStatus.BAD_REQUEST, "The JSON is nested too deeply or has too long a number");
                }
            }
        }
    }

    /** Unknown types, events and fields are no error: only what names the document and its state is looked at. */
    private static List<EventStore.Change> changes(List<JsonNode> events) {
        List<EventStore.Change> changes = new ArrayList<>();
        for (JsonNode event : events) {
            String key = text(event.path("itemKey"));
            changes.add(new EventStore.Change(
                    fitting(key.isEmpty() ? text(event.path("ntsconfirmNum")) : key), state(event.path("stateCode"))));
        }
        return changes;
    }

    /** An optional field may be absent or null; both become an empty text here. */
    private static String text(JsonNode value) {
        return value.isNull() || value.isContainerNode() ? "" : value.asText();
    }

    /** Statements have the code as a string ("300"), all others as a number. */
    private static Integer state(JsonNode code) {
        if (code.isTextual() && code.textValue().matches("[0-9]{1,9}")) {
            return Integer.valueOf(code.textValue());
        }
        return code.isIntegralNumber() && code.canConvertToInt() ? code.intValue() : null;
    }

    /** No identifier of POPBiLL is as long as our columns, so a longer one is broken input, not a storage failure. */
    private static String fitting(String value) {
        if (value.length() > EventStore.COLUMN_LENGTH) {
            throw new Refused(HttpStatus.BAD_REQUEST, "An identifier is too long");
        }
        return value;
    }

    /** MessageDigest.isEqual takes the same time wherever the texts differ, so nobody can guess bit by bit. */
    private static void requireEqual(String expected, String given) {
        if (given == null || !MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "Unauthorized");
        }
    }

    /** The answer leaves as bytes too, so no converter can add quotes, a charset or a line end. */
    private static ResponseEntity<byte[]> answer(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status).contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String env(String name) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static final class Refused extends RuntimeException {
        private final HttpStatus status;

        Refused(HttpStatus status, String message) {
            super(message);
            this.status = status;
        }
    }
}
