require "json"
require "sqlite3"

# Keeps events and the states of their documents in SQLite. PostgreSQL takes the same statements with GREATEST
# in the place of max, and $1, $2 ... in the place of the question marks.
class EventStore
  SCHEMA = <<~SQL.freeze
    CREATE TABLE IF NOT EXISTS events (
      mid TEXT PRIMARY KEY, type TEXT NOT NULL, corp_num TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS documents (
      corp_num TEXT NOT NULL, document_key TEXT NOT NULL, state INTEGER NOT NULL,
      PRIMARY KEY (corp_num, document_key));
  SQL

  # Two businesses may use the same key, so the business number belongs to it. Events may arrive in any order, and
  # eventDT has only seconds: the highest state is the latest. One statement, so that nothing comes in between.
  RAISE_STATE = <<~SQL.freeze
    INSERT INTO documents (corp_num, document_key, state) VALUES (?, ?, ?)
    ON CONFLICT (corp_num, document_key) DO UPDATE SET state = max(documents.state, excluded.state)
  SQL

  def initialize(path)
    @db = SQLite3::Database.new(path)
    @db.busy_timeout = 5000
    @db.execute_batch(SCHEMA)
    # Puma's threads share the connection: only one of them may be inside a transaction.
    @lock = Mutex.new
  end

  def add(mid:, type:, corp_num:, body:, documents:)
    @lock.synchronize do
      @db.transaction(:immediate) do
        @db.execute("INSERT INTO events (mid, type, corp_num, body) VALUES (?, ?, ?, ?) ON CONFLICT (mid) DO NOTHING",
                    [mid, type, corp_num, body])
        # POPBiLL repeats an event under the same MID when it did not see our answer.
        next if @db.changes.zero?

        documents.each do |document|
          key = key_of(document)
          state = state_of(document)
          @db.execute(RAISE_STATE, [corp_num, key, state]) if key && state
        end
      end
    end
  end

  # How often a MID is stored, the state of its first document, and the body; nil where there is none.
  def find(mid)
    @lock.synchronize do
      rows = @db.execute("SELECT corp_num, body FROM events WHERE mid = ?", [mid])
      return if rows.empty?

      corp_num, body = rows.first
      key = key_of([JSON.parse(body)].flatten.first)
      state = @db.get_first_value("SELECT state FROM documents WHERE corp_num = ? AND document_key = ?", [corp_num, key])
      [rows.size, state, body]
    end
  end

  private

  def key_of(document)
    document.values_at("itemKey", "ntsconfirmNum").find { |key| key.is_a?(String) && !key.empty? }
  end

  # A number, but in statements a string of digits.
  def state_of(document)
    document["stateCode"].to_s[/\A\d{1,9}\z/]&.to_i
  end
end
