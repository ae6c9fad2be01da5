using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Popbill
{
    public sealed class Event
    {
        public readonly string Mid;
        public readonly string Type;
        public readonly string CorpNum;
        public readonly JToken Body;
        public readonly IReadOnlyList<JObject> Parts;

        public Event(string mid, string type, string corpNum, JToken body, IReadOnlyList<JObject> parts)
        {
            Mid = mid;
            Type = type;
            CorpNum = corpNum;
            Body = body;
            Parts = parts;
        }
    }

    /// <summary>
    /// Every event once, and the current state of every document. In memory to keep the example small: a restart
    /// forgets what POPBiLL was told OK for, and every process has its own. In real life (SQL Server):
    /// <code>
    /// CREATE TABLE events (mid VARCHAR(255) PRIMARY KEY, webhook_type VARCHAR(255), corp_num VARCHAR(255),
    ///     body NVARCHAR(MAX) NOT NULL);
    /// CREATE TABLE documents (corp_num VARCHAR(255), document_key VARCHAR(255), state INT NOT NULL,
    ///     PRIMARY KEY (corp_num, document_key));
    /// </code>
    /// Save is then one transaction: insert the event, stop at a duplicate key (it is stored already), and raise the
    /// state with MERGE documents WITH (HOLDLOCK) ... WHEN MATCHED AND documents.state &lt; new.state THEN UPDATE ...
    /// WHEN NOT MATCHED THEN INSERT ...
    /// </summary>
    public sealed class EventStore
    {
        readonly object tables = new object();
        readonly HashSet<string> mids = new HashSet<string>();
        readonly List<Event> events = new List<Event>();
        readonly Dictionary<Tuple<string, string>, int> states = new Dictionary<Tuple<string, string>, int>();

        // One lock for all of it, so that the same MID twice at the same moment is stored once.
        public void Save(Event received)
        {
            lock (tables)
            {
                if (!mids.Add(received.Mid))
                {
                    return;
                }
                events.Add(received);
                foreach (var part in received.Parts)
                {
                    var key = DocumentKey(part);
                    var state = StateCode(part["stateCode"]);
                    if (key != null && state != null)
                    {
                        // Events arrive in any order and several in one second, so neither arrival nor eventDT decides.
                        var document = Tuple.Create(received.CorpNum, key);
                        int current;
                        var known = states.TryGetValue(document, out current);
                        states[document] = known ? Math.Max(current, state.Value) : state.Value;
                    }
                }
            }
        }

        public List<Event> Find(string mid)
        {
            lock (tables)
            {
                return events.Where(stored => stored.Mid == mid).ToList();
            }
        }

        public int? State(Event stored)
        {
            lock (tables)
            {
                var key = stored.Parts.Count > 0 ? DocumentKey(stored.Parts[0]) : null;
                int state;
                return states.TryGetValue(Tuple.Create(stored.CorpNum, key), out state) ? state : (int?)null;
            }
        }

        // An optional field may be absent or null. Invoices collected from HomeTax have no itemKey.
        static string DocumentKey(JObject part)
        {
            return new[] { "itemKey", "ntsconfirmNum" }
                .Select(name => (part[name] as JValue)?.Value?.ToString())
                .FirstOrDefault(key => !string.IsNullOrEmpty(key));
        }

        // Statements have the code as a string ("300"), all others as a number.
        static int? StateCode(JToken code)
        {
            var scalar = code != null && (code.Type == JTokenType.Integer || code.Type == JTokenType.String);
            int state;
            return scalar && int.TryParse(code.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out state)
                ? state
                : (int?)null;
        }
    }
}
