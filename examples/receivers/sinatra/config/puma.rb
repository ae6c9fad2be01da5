environment "production"
bind "tcp://127.0.0.1:#{ENV.fetch("PORT", 8080)}"

# Puma itself collects the bytes of slow clients; a thread is busy only with complete requests.
threads 5, 5
