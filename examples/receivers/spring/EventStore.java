package popbill;

import java.util.Comparator;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every event once, and the current state of every document. The SQL is MySQL's, which H2 reads in its MySQL mode. */
@Repository
public class EventStore {
    static final int COLUMN_LENGTH = 255;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public EventStore(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        jdbc.execute("CREATE TABLE IF NOT EXISTS events (mid VARCHAR(255) PRIMARY KEY,"
                + " webhook_type VARCHAR(255) NOT NULL, corp_num VARCHAR(255) NOT NULL,"
                + " document_key VARCHAR(255) NOT NULL, body LONGTEXT NOT NULL)");
        jdbc.execute("CREATE TABLE IF NOT EXISTS documents (corp_num VARCHAR(255), document_key VARCHAR(255),"
                + " state INT NOT NULL, PRIMARY KEY (corp_num, document_key))");
    }

    /** What an event says about a document; the key is empty and the state null when it says nothing. */
    public static final class Change {
        final String documentKey;
        final Integer state;

        Change(String documentKey, Integer state) {
            this.documentKey = documentKey;
            this.state = state;
        }
    }

    /** One transaction: were the state written on its own, a crash between the two would lose it for good. */
    public void save(String mid, String type, String corpNum, String body, List<Change> changes) {
        transaction.execute(status -> {
            try {
                jdbc.update("INSERT INTO events (mid, webhook_type, corp_num, document_key, body)"
                        + " VALUES (?, ?, ?, ?, ?)",
                        mid, type, corpNum, changes.isEmpty() ? "" : changes.get(0).documentKey, body);
            } catch (DuplicateKeyException sentAgain) {
                // The primary key decides, also between two requests at the same moment. A SELECT first could not.
                status.setRollbackOnly();
                return null;
            }
            // In the order of their keys, so that two lists with the same documents cannot wait for each other.
            changes.stream()
                    .filter(change -> !change.documentKey.isEmpty() && change.state != null)
                    .sorted(Comparator.comparing(change -> change.documentKey))
                    .forEach(change -> raiseState(corpNum, change));
            return null;
        });
    }

    /** Events arrive in any order and several in one second, so the highest code decides, not arrival or eventDT. */
    private void raiseState(String corpNum, Change change) {
        jdbc.update("INSERT INTO documents (corp_num, document_key, state) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE state = GREATEST(state, VALUES(state))",
                corpNum, change.documentKey, change.state);
    }
}
