# Receives POPBiLL webhooks with Sinatra. Start it with: puma
# With gems instead of Debian's packages:
#   bundle init && bundle add sinatra rackup puma sqlite3 && bundle exec puma
require "json"
require "openssl"
require "sinatra/base"
require "tmpdir"
require_relative "event_store"

class Receiver < Sinatra::Base
  # Far more than the longest list of invoices.
  MAX_BODY = 16 * 1024 * 1024

  BASIC, API_KEY, DATA = ENV.values_at("POPBILL_BASIC", "POPBILL_API_KEY", "RECEIVER_DATA").map(&:to_s)

  # A file for a first try only: others can write to the temporary folder, and it is emptied. Set RECEIVER_DATA in
  # production.
  set :store, EventStore.new(DATA.empty? ? File.join(Dir.tmpdir, "popbill-sinatra.db") : DATA)

  # An error must not show a stack trace. POPBiLL sends the event again after a 500.
  disable :show_exceptions, :raise_errors
  error { halt 500, { "content-type" => "text/plain" }, "not stored" }

  # Sinatra would look for the fields of a form in a body of any other type, even before it runs a filter.
  def call!(env)
    super(env.merge("CONTENT_TYPE" => "application/json"))
  end

  before "/pbconnect" do
    name, expected = BASIC.empty? ? ["X-Api-Key", API_KEY] : ["Authorization", "Basic #{[BASIC].pack("m0")}"]
    # Comparing digests, as OpenSSL does, takes the same time whatever was given.
    next if expected.empty? || OpenSSL.secure_compare(header(name), expected)

    halt 401, { "content-type" => "text/plain" }, "unauthorized"
  end

  post "/pbconnect" do
    halt 413, { "content-type" => "text/plain" }, "too large" if request.content_length.to_i > MAX_BODY

    mid = header("Pb-Webhook-MID")
    # A copy, because Puma's empty body is frozen.
    body = request.body.read.dup
    documents = parse(body)
    halt 400, { "content-type" => "text/plain" }, "not an event" if mid.empty? || documents.nil?

    settings.store.add(mid: mid, type: header("Pb-Webhook-Type"), corp_num: header("Pb-Webhook-Corpnum"),
                       body: body, documents: documents)

    # POPBiLL waits for this answer and sends the event again without it. Mails, bookkeeping and calls to other
    # systems belong in a job that reads the stored events later.
    if ENV["POPBILL_ANSWER"] == "json"
      content_type "application/json"
      '{"result":"OK"}'
    else
      content_type "text/plain", charset: "utf-8"
      "OK"
    end
  end

  # For `popbill-hook verify` in tests only: shows what was stored.
  if ENV["POPBILL_PROBE"] == "1"
    get "/probe" do
      count, state, body = settings.store.find(params["mid"].to_s) || halt(404)
      content_type "application/json"
      %({"n":#{count},"stateCode":#{state || "null"},"event":#{body}})
    end
  end

  private

  # Puma hands header values over as bytes, which SQLite would keep as BLOBs.
  def header(name)
    request.get_header("HTTP_#{name.upcase.tr("-", "_")}").to_s.dup.force_encoding(Encoding::UTF_8).scrub
  end

  # One object, or a list of objects (collected NTS invoices); nil for everything else.
  def parse(body)
    # The bytes are UTF-8 whatever Content-Type says: POPBiLL names no charset.
    return unless body.force_encoding(Encoding::UTF_8).valid_encoding?

    event = JSON.parse(body)
    documents = event.is_a?(Array) ? event : [event]
    documents if documents.any? && documents.all?(Hash)
  rescue JSON::ParserError # Also for absurd nesting.
    nil
  end
end
