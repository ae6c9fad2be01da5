package popbill;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was stored, without authentication: for `popbill-hook verify` in tests only. */
@RestController
@Conditional(ProbeController.IsOn.class)
public class ProbeController {
    /** Here and not where the controller is registered, because Spring Boot finds controllers by itself. */
    static class IsOn implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return "1".equals(System.getenv("POPBILL_PROBE"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate jdbc;

    public ProbeController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/probe")
    public ResponseEntity<byte[]> probe(@RequestParam("mid") String mid) throws IOException {
        List<Map<String, Object>> stored = jdbc.query("SELECT e.body, d.state FROM events e LEFT JOIN documents d"
                + " ON d.corp_num = e.corp_num AND d.document_key = e.document_key WHERE e.mid = ?", (row, number) -> {
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("stateCode", row.getObject("state"));
            found.put("event", parse(row.getString("body")));
            return found;
        }, mid);
        if (stored.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Map<String, Object> answer = new LinkedHashMap<>(stored.get(0));
        answer.put("n", stored.size());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(answer));
    }

    private static Object parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
