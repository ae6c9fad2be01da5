// POPBiLL webhook receiver on System.Net.HttpListener, for .NET Framework, Mono and .NET alike.
// With the .NET SDK, `dotnet run` builds it from Receiver.csproj. In ASP.NET Core take the same steps as Receive():
// read Request.Body as bytes, without model binding, and answer Results.Text("OK"), for Ok("OK") may add quotes.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Popbill
{
    public static class Receiver
    {
        const int MaxBody = 8 * 1024 * 1024;
        const int MaxDepth = 64;
        static readonly TimeSpan MaxBodyTime = TimeSpan.FromSeconds(60);

        // The second argument makes broken bytes an error; Encoding.UTF8 would silently replace them.
        static readonly UTF8Encoding StrictUtf8 = new UTF8Encoding(false, true);

        // Newtonsoft also reads what is not JSON: single quotes, comments, 0x1F, NaN, a comma too many. JSON has no
        // other parts than these; the number of digits is limited because endless ones cost time.
        static readonly Regex JsonParts = new Regex(
            @"\A(?>[ \t\r\n{}\]:]+|\[(?![ \t\r\n]*,)|,(?![ \t\r\n]*[,}\]])|true|false|null" +
            @"|""(?>[^""\\\x00-\x1F]+|\\[""\\/bfnrtu])*""" +
            @"|-?(?:0|[1-9][0-9]{0,99})(?:\.[0-9]{1,99})?(?:[eE][+-]?[0-9]{1,3})?(?![\w.+-]))*\z",
            RegexOptions.CultureInvariant);

        static readonly string Basic = Setting("POPBILL_BASIC");
        static readonly string ApiKey = Setting("POPBILL_API_KEY");
        static readonly bool Probing = Setting("POPBILL_PROBE") == "1";

        static readonly Answer Success = Setting("POPBILL_ANSWER") == "json"
            ? new Answer(200, "{\"result\":\"OK\"}", "application/json")
            : new Answer(200, "OK", "text/plain; charset=utf-8");

        static readonly EventStore Store = new EventStore();

        public static void Main()
        {
            Serve().GetAwaiter().GetResult();
        }

        static async Task Serve()
        {
            var port = Setting("PORT") ?? "8080";
            var listener = new HttpListener();
            // The Host header must match a prefix. Behind a proxy that keeps your public name, add one with that name.
            listener.Prefixes.Add("http://127.0.0.1:" + port + "/");
            listener.Prefixes.Add("http://localhost:" + port + "/");
            listener.Start();
            while (true)
            {
                var context = await listener.GetContextAsync();
                // Not awaited: the next request is taken at once, so one slow client does not stop the others.
                _ = Task.Run(() => Serve(context));
            }
        }

        static async Task Serve(HttpListenerContext context)
        {
            try
            {
                var answer = await Route(context.Request);
                var bytes = StrictUtf8.GetBytes(answer.Body);
                context.Response.StatusCode = answer.Status;
                context.Response.ContentType = answer.ContentType;
                context.Response.ContentLength64 = bytes.Length;
                await context.Response.OutputStream.WriteAsync(bytes, 0, bytes.Length);
                context.Response.Close();
            }
            catch (Exception error)
            {
                // The client is gone, or HttpListener has answered by itself.
                Console.Error.WriteLine(error.Message);
                context.Response.Abort();
            }
        }

        static async Task<Answer> Route(HttpListenerRequest request)
        {
            try
            {
                var path = request.Url.AbsolutePath;
                if (path == "/pbconnect")
                {
                    return request.HttpMethod == "POST" ? await Receive(request) : Answer.Text(405, "Only POST");
                }
                return Probing && path == "/probe" ? Probe(request.QueryString["mid"]) : Answer.Text(404, "Not found");
            }
            catch (Refused refused)
            {
                return Answer.Text(refused.Status, refused.Message);
            }
            catch (Exception error)
            {
                // Anything but 200 makes POPBiLL send the event again; the cause is for our log alone.
                Console.Error.WriteLine(error);
                return Answer.Text(500, "The event was not stored");
            }
        }

        static async Task<Answer> Receive(HttpListenerRequest request)
        {
            Authenticate(request);
            var mid = request.Headers["Pb-Webhook-MID"];
            if (string.IsNullOrEmpty(mid))
            {
                throw new Refused(400, "Pb-Webhook-MID is missing");
            }
            // HttpListener has no time limit of its own, and Mono never ends a chunked body whose connection was cut.
            var reading = ReadBody(request);
            if (await Task.WhenAny(reading, Task.Delay(MaxBodyTime)) != reading)
            {
                throw new Refused(408, "The body took too long");
            }
            var body = Parse(Decode(await reading));
            // One event is an object; a list of invoices collected from HomeTax may come as an array of objects.
            var parts = body is JArray ? body.Children().ToList() : new List<JToken> { body };
            if (!parts.All(part => part is JObject))
            {
                throw new Refused(400, "The body is neither an object nor an array of objects");
            }
            var corpNum = request.Headers["Pb-Webhook-Corpnum"] ?? "";
            var type = request.Headers["Pb-Webhook-Type"] ?? "";
            Store.Save(new Event(mid, type, corpNum, body, parts.Cast<JObject>().ToList()));
            // POPBiLL waits for this answer. Real work (bookkeeping, mail) belongs after it, in another task.
            return Success;
        }

        static void Authenticate(HttpListenerRequest request)
        {
            if (Basic != null)
            {
                var expected = "Basic " + Convert.ToBase64String(StrictUtf8.GetBytes(Basic));
                RequireEqual(expected, request.Headers["Authorization"]);
            }
            else if (ApiKey != null)
            {
                RequireEqual(ApiKey, request.Headers["X-Api-Key"]);
            }
        }

        // An ordinary == stops at the first difference, and that time tells how much of a guess was right. .NET has
        // CryptographicOperations.FixedTimeEquals for this loop.
        static void RequireEqual(string expected, string given)
        {
            using (var sha = SHA256.Create())
            {
                var left = sha.ComputeHash(Encoding.UTF8.GetBytes(expected));
                var right = sha.ComputeHash(Encoding.UTF8.GetBytes(given ?? ""));
                var difference = 0;
                for (var i = 0; i < left.Length; i++)
                {
                    difference |= left[i] ^ right[i];
                }
                if (difference != 0)
                {
                    throw new Refused(401, "Unauthorized");
                }
            }
        }

        static async Task<byte[]> ReadBody(HttpListenerRequest request)
        {
            var body = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int count;
            do
            {
                try
                {
                    // Asynchronously, so that a slow client keeps no thread waiting.
                    count = await request.InputStream.ReadAsync(buffer, 0, buffer.Length);
                }
                catch (Exception)
                {
                    throw new Refused(400, "The body cannot be read");
                }
                body.Write(buffer, 0, count);
                if (body.Length > MaxBody)
                {
                    throw new Refused(413, "The body is too large");
                }
            }
            while (count > 0);
            // Mono reports a connection that was cut within a body as a normal end, so the length is compared.
            if (request.ContentLength64 >= 0 && request.ContentLength64 != body.Length)
            {
                throw new Refused(400, "The connection ended before the body did");
            }
            return body.ToArray();
        }

        // Not with request.ContentEncoding: POPBiLL sends no charset, and then it is the system's, such as CP949.
        static string Decode(byte[] body)
        {
            try
            {
                return StrictUtf8.GetString(body);
            }
            catch (DecoderFallbackException)
            {
                throw new Refused(400, "The body is not UTF-8");
            }
        }

        static JToken Parse(string text)
        {
            try
            {
                // Without None, Newtonsoft turns texts that look like a date into dates of this machine's time zone.
                var reader = new JsonTextReader(new StringReader(text))
                {
                    DateParseHandling = DateParseHandling.None,
                    MaxDepth = MaxDepth,
                };
                if (JsonParts.IsMatch(text))
                {
                    var value = JToken.ReadFrom(reader);
                    if (!reader.Read())
                    {
                        return value;
                    }
                }
            }
            catch (JsonException)
            {
                // Answered below, like everything else that is not one JSON value.
            }
            throw new Refused(400, "The body is not JSON");
        }

        // For `popbill-hook verify` in tests only: it shows what was stored, without authentication.
        static Answer Probe(string mid)
        {
            var stored = Store.Find(mid);
            if (stored.Count == 0)
            {
                return Answer.Text(404, "Not found");
            }
            var answer = new JObject
            {
                { "n", stored.Count },
                { "stateCode", Store.State(stored[0]) },
                { "event", stored[0].Body },
            };
            return new Answer(200, answer.ToString(Formatting.None), "application/json");
        }

        // An empty environment variable means that it is not set.
        static string Setting(string name)
        {
            var value = Environment.GetEnvironmentVariable(name);
            return string.IsNullOrEmpty(value) ? null : value;
        }
    }

    public sealed class Answer
    {
        public readonly int Status;
        public readonly string Body;
        public readonly string ContentType;

        public Answer(int status, string body, string contentType)
        {
            Status = status;
            Body = body;
            ContentType = contentType;
        }

        public static Answer Text(int status, string body)
        {
            return new Answer(status, body, "text/plain; charset=utf-8");
        }
    }

    public sealed class Refused : Exception
    {
        public readonly int Status;

        public Refused(int status, string message) : base(message)
        {
            Status = status;
        }
    }
}
