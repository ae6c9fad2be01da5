// POPBiLL webhook receiver on the JDK's own web server; Java 17 or later. The only dependency is Jackson for JSON. With
// Maven or Gradle add com.fasterxml.jackson.core:jackson-databind (2.14 or later) instead of Debian's jars.
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;

public final class WebhookReceiver {
    private static final int MAX_BODY = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER = 1000;
    private static final int THREADS = 200;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String BASIC = env("POPBILL_BASIC", null);
    private static final String API_KEY = env("POPBILL_API_KEY", null);
    private static final Answer SUCCESS = env("POPBILL_ANSWER", "string").equals("json")
            ? new Answer(200, "application/json", "{\"result\":\"OK\"}")
            : new Answer(200, "text/plain; charset=utf-8", "OK");

    private static final EventStore STORE = new EventStore();

    record Answer(int status, String contentType, String body) {
        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body);
        }
    }

    /** What a step returns early with; the body never names a cause that a stranger could use. */
    static final class Refused extends RuntimeException {
        private final transient Answer answer;

        Refused(int status, String body) {
            super(body);
            answer = Answer.text(status, body);
        }
    }

    public static void main(String[] args) throws IOException {
        // The server has no time limit of its own: a client that never finishes would keep a thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "120");
        // Head and body of an answer are two writes; without this the second one waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");

        int port = Integer.parseInt(env("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/pbconnect", handler("/pbconnect", WebhookReceiver::receive));
        if (env("POPBILL_PROBE", "").equals("1")) {
            server.createContext("/probe", handler("/probe", WebhookReceiver::probe));
        }
        // By default one thread serves everything, so one slow client stops all others. Java 21 and later:
        // Executors.newVirtualThreadPerTaskExecutor().
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
    }

    private static Answer receive(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return Answer.text(405, "Only POST");
        }
        Headers headers = exchange.getRequestHeaders();
        authenticate(headers);
        String mid = headers.getFirst("Pb-Webhook-MID");
        if (mid == null || mid.isBlank()) {
            throw new Refused(400, "Pb-Webhook-MID is missing");
        }
        List<JsonNode> events = new ArrayList<>();
        JsonNode body = parse(readBody(exchange));
        // One event is an object; a list of invoices collected from HomeTax may come as an array of objects.
        (body.isArray() ? body : List.of(body)).forEach(events::add);
        if (!events.stream().allMatch(JsonNode::isObject)) {
            throw new Refused(400, "The body is neither an object nor an array of objects");
        }
        STORE.save(mid, header(headers, "Pb-Webhook-Type"), header(headers, "Pb-Webhook-Corpnum"), body, events);
        // POPBiLL waits for this answer. Real work (bookkeeping, mail) belongs after it, in another thread.
        return SUCCESS;
    }

    private static void authenticate(Headers headers) {
        if (BASIC != null) {
            String expected = "Basic " + Base64.getEncoder().encodeToString(BASIC.getBytes(StandardCharsets.UTF_8));
            requireEqual(expected, headers.getFirst("Authorization"));
        } else if (API_KEY != null) {
            requireEqual(API_KEY, headers.getFirst("X-Api-Key"));
        }
    }

    /** MessageDigest.isEqual takes the same time wherever the texts differ, so nobody can guess bit by bit. */
    private static void requireEqual(String expected, String given) {
        if (given == null || !MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(401, "Unauthorized");
        }
    }

    private static String readBody(HttpExchange exchange) {
        byte[] body;
        try {
            body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        } catch (IOException error) {
            // The connection ended before the body did, or its chunks are broken.
            throw new Refused(400, "The body cannot be read");
        }
        if (body.length > MAX_BODY) {
            throw new Refused(413, "The body is too large");
        }
        try {
            // newDecoder() reports broken bytes; new String(bytes, UTF_8) would silently replace them.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException error) {
            throw new Refused(400, "The body is not UTF-8");
        }
    }

    private static JsonNode parse(String text) {
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            // Jackson has these limits itself since 2.15; before, endless nesting or digits cost memory and time.
            int depth = 0;
            for (JsonToken token; (token = parser.nextToken()) != null; ) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > MAX_DEPTH || token.isNumeric() && parser.getTextLength() > MAX_NUMBER) {
                    throw new Refused(400, "The JSON is nested too deeply or has too long a number");
                }
            }
            return JSON.readTree(text);
        } catch (IOException error) {
            throw new Refused(400, "The body is not JSON");
        }
    }

    /** For `popbill-hook verify` in tests only: it shows what was stored, without authentication. */
    private static Answer probe(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String mid = query == null ? "" : URLDecoder.decode(query.replaceFirst("^mid=", ""), StandardCharsets.UTF_8);
        List<EventStore.Event> stored = STORE.find(mid);
        if (stored.isEmpty()) {
            return Answer.text(404, "Not found");
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("n", stored.size()).put("stateCode", STORE.state(stored.get(0))).set("event", stored.get(0).body());
        return new Answer(200, "application/json", JSON.writeValueAsString(answer));
    }

    private interface Route {
        Answer answer(HttpExchange exchange) throws IOException;
    }

    private static HttpHandler handler(String path, Route route) {
        return exchange -> {
            try (exchange) {
                Answer answer;
                try {
                    // A context also gets every longer path, such as /pbconnect/other.
                    boolean known = exchange.getRequestURI().getPath().equals(path);
                    answer = known ? route.answer(exchange) : Answer.text(404, "Not found");
                } catch (Refused refused) {
                    answer = refused.answer;
                } catch (RuntimeException error) {
                    // Anything but 200 makes POPBiLL send the event again; the cause is for our log alone.
                    System.getLogger("popbill").log(System.Logger.Level.ERROR, "The event was not stored", error);
                    answer = Answer.text(500, "The event was not stored");
                }
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(answer.status(), head ? -1 : bytes.length);
                if (!head) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        };
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    private static String env(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
