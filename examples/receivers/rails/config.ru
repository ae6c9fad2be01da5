require_relative "app"

# Without a length, a client that speaks HTTP/1.0 and keeps its connection waits for an end that never comes.
use Rack::ContentLength
run Rails.application
