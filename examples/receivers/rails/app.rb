# Receives POPBiLL webhooks with Rails, in one file. Start it with: puma
# With gems instead of Debian's packages:
#   bundle init && bundle add rails puma sqlite3 && bundle exec puma
# In an application of yours, the controller and the models go to app/, the route to config/routes.rb, and the tables
# become a migration.
require "rails"
require "active_record/railtie"
require "action_controller/railtie"
require "tmpdir"

# SQLite lets one writer in at a time. A thread that waited for it inside SQLite would stop all of Ruby's threads, so
# they queue up for a single connection here. With another database, have as many connections as Puma has threads.
# The file is for a first try only: others can write to the temporary folder, and it is emptied. Set RECEIVER_DATA.
data = ENV["RECEIVER_DATA"].presence || File.join(Dir.tmpdir, "popbill-rails.db")
ENV["DATABASE_URL"] = "sqlite3:#{File.expand_path(data)}?pool=1&timeout=5000"

class Receiver < Rails::Application
  config.load_defaults 6.1
  config.api_only = true
  config.eager_load = true
  # Rails wants a key; without cookies and sessions nothing is signed with it.
  config.secret_key_base = ENV["SECRET_KEY_BASE"].presence || SecureRandom.hex(64)
  # Errors answer with their status alone; development would show a page with the stack trace.
  config.consider_all_requests_local = false
  config.logger = ActiveSupport::Logger.new($stdout)
  config.log_level = :info

  routes.append do
    post "/pbconnect", to: "webhooks#create"
    get "/probe", to: "probes#show" if ENV["POPBILL_PROBE"] == "1"
  end
end

class Event < ActiveRecord::Base
  # POPBiLL repeats an event under the same MID when it did not see our answer: the unique index on mid refuses it.
  def self.record(mid:, type:, corp_num:, body:, documents:)
    transaction do
      create!(mid: mid, webhook_type: type, corp_num: corp_num, body: body)
      documents.each { |document| Document.raise_state(corp_num, document) }
    end
  rescue ActiveRecord::RecordNotUnique
    logger.info("#{mid} is stored already")
  end
end

class Document < ActiveRecord::Base
  # Two businesses may use the same key, so the business number belongs to it. Events may arrive in any order, and
  # eventDT has only seconds: the highest state is the latest.
  def self.raise_state(corp_num, document)
    key = key_of(document)
    # A number, but in statements a string of digits.
    state = document["stateCode"].to_s[/\A\d{1,9}\z/]&.to_i
    return unless key && state

    stored = create_or_find_by!(corp_num: corp_num, document_key: key) { |created| created.state = state }
    # The comparison is part of the UPDATE, so that nothing comes in between.
    where(id: stored.id, state: ...state).update_all(state: state)
  end

  def self.key_of(document)
    document.values_at("itemKey", "ntsconfirmNum").find { |key| key.is_a?(String) && key.present? }
  end
end

class WebhooksController < ActionController::API
  # Far more than the longest list of invoices.
  MAX_BODY = 16 * 1024 * 1024

  before_action :authenticate

  def create
    return head 413 if request.content_length.to_i > MAX_BODY

    mid = header("Pb-Webhook-MID")
    # A copy, because Puma's empty body is frozen.
    body = request.raw_post.dup
    documents = parse(body)
    return head :bad_request if mid.blank? || documents.nil?

    Event.record(mid: mid, type: header("Pb-Webhook-Type"), corp_num: header("Pb-Webhook-Corpnum"),
                 body: body, documents: documents)

    # POPBiLL waits for this answer and sends the event again without it. Mails, bookkeeping and calls to other
    # systems belong in a job (perform_later).
    if ENV["POPBILL_ANSWER"] == "json"
      render body: '{"result":"OK"}', content_type: "application/json"
    else
      render plain: "OK"
    end
  end

  private

  # Rails would parse the body for its log, before any filter runs. We read the bytes ourselves.
  def process_action(*)
    request.request_parameters = {}
    super
  end

  def authenticate
    basic, api_key = ENV.values_at("POPBILL_BASIC", "POPBILL_API_KEY").map(&:presence)
    name, expected = basic ? ["Authorization", "Basic #{Base64.strict_encode64(basic)}"] : ["X-Api-Key", api_key]
    return if expected.nil? || ActiveSupport::SecurityUtils.secure_compare(header(name), expected)

    render plain: "unauthorized", status: :unauthorized
  end

  # Puma hands header values over as bytes.
  def header(name)
    request.headers[name].to_s.dup.force_encoding(Encoding::UTF_8).scrub
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

# For `popbill-hook verify` in tests only: shows what was stored.
class ProbesController < ActionController::API
  def show
    events = Event.where(mid: params[:mid].to_s)
    return head :not_found if events.empty?

    event = events.first
    key = Document.key_of([JSON.parse(event.body)].flatten.first)
    state = Document.find_by(corp_num: event.corp_num, document_key: key)&.state
    render body: %({"n":#{events.size},"stateCode":#{state || "null"},"event":#{event.body}}),
           content_type: "application/json"
  end
end

Receiver.initialize!

ActiveRecord::Migration.suppress_messages do
  ActiveRecord::Schema.define do
    create_table :events, if_not_exists: true do |t|
      t.string :mid, null: false, index: { unique: true }
      t.string :webhook_type, null: false
      t.string :corp_num, null: false
      # Without a limit, MySQL would make a TEXT of 64 KiB, which is less than a long invoice.
      t.text :body, null: false, limit: 16_777_215
    end
    create_table :documents, if_not_exists: true do |t|
      t.string :corp_num, null: false
      t.string :document_key, null: false
      t.integer :state, null: false
      t.index %i[corp_num document_key], unique: true
    end
  end
end

# Making the tables took the connection; the threads of Puma need it.
ActiveRecord::Base.connection_pool.release_connection
