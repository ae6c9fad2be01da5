# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_popbill_hook_global_optspecs
    string join \n config= store= no-history json q/quiet v/verbose color= h/help V/version
end

function __fish_popbill_hook_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_popbill_hook_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_popbill_hook_using_subcommand
    set -l cmd (__fish_popbill_hook_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "send" -d 'Send one event and judge the answer as POPBiLL would'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "listen" -d 'Be the receiver: show, check, store, forward and assert what arrives'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "history" -d 'What was sent and received: list, show, diff, export, resend, prune'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "simulate" -d 'Let whole document lives, outages and lost answers happen, by POPBiLL\'s clock'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "verify" -d 'Check whether a receiver would survive POPBiLL, for people and for CI'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "judge" -d 'Judge an answer offline'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "events" -d 'The events POPBiLL announces: list, show, new, check, schema, catalog'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "init" -d 'Write a commented popbill-hook.toml, or a receiver to begin with'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "demo" -d 'See the tool at work in ten seconds, without any receiver of your own'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "man" -d 'Print the manual page'
complete -c popbill-hook -n "__fish_popbill_hook_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l env -d 'The table of popbill-hook.toml to use: test or production' -r -f -a "test\t''
production\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s u -l basic -d 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l api-key -d 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s H -l header -d 'Another header, \'Name: value\'; \'Name:\' takes one away (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s d -l data -d 'The exact body, instead of a generated one: text, @FILE, or - for stdin' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l corp-num -d 'The business number the event is announced to' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l set -d 'Set a field: path=text, or path:=json (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l unset -d 'Leave a field out (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l mid -d 'The message id (Pb-Webhook-MID)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l at -d 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l seed -d 'Make the same payload again; alone it fixes the time too' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l edition -d 'Which generation of POPBiLL\'s documents to follow [default: current]' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l invoice-type -d 'The type of an NTS invoice, such as 101 or 201' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s m -l max-time -d 'The time for the whole exchange [default: 10s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l connect-timeout -d 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l cacert -d 'Trust these PEM certificates too' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s x -l proxy -d 'Go through this http:// proxy; loopback is never proxied' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l resolve -d 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l retry -d 'Send again as POPBiLL does until the answer is accepted: alone by the configured policy or the edition\'s, popbill by the edition\'s, N at most N times' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l retry-interval -d 'How far apart the attempts are due [default: 5m]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l speed -d 'How fast the time between attempts goes: real, 60x, instant' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l fault -d 'Write the request in a way that a receiver must bear, or cut it' -r -f -a "chunked\t'the body in chunks, without a Content-Length'
slow-body\t'the body in ten pieces with pauses between them'
split-hangul\t'the body in two pieces, cut inside a Hangul character'
expect-continue\t'Expect: 100-continue, and the body only after permission'
lower-case-headers\t'every header name in lower case'
upper-case-headers\t'every header name in upper case'
http10\t'the request as HTTP/1.0'
cut-body\t'the connection ends in the middle of the body'
reset\t'the connection is reset in the middle of the body'
hang-up\t'the whole request, and the sender is gone when the answer comes'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l manual -d 'As sent again by hand from POPBiLL\'s site: eventType MANUAL'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s k -l insecure -d 'Accept any certificate'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l strict -d 'Exit with 1 when the answer is only tolerated'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l dry-run -d 'Print the exact request and send nothing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l curl -d 'Print the request as a curl line and send nothing; credentials stay in `POPBILL_HOOK_BASIC`, `POPBILL_HOOK_API_KEY` or, of another scheme, `POPBILL_HOOK_AUTHORIZATION`'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l respond -d 'What to answer: ok, json, status:N, body:TEXT, empty, delay:D, hang, reset, truncate, garbage; joined with +, sequenced with a comma, repeated with *N' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s u -l basic -d 'Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l api-key -d 'Demand an API key in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l forward-to -d 'Pass each request on to this URL and relay its answer' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l events -d 'Show only these events, and count only these for expectations, such as \'cashbill.*\' (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l max -d 'End after so many captures; none is taken beyond' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l expect -d 'Expect an event, such as \'cashbill.issue corpNum=1234567891 x2\' (repeatable); ends when all are met' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l within -d 'End after so long' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l tls -d 'Listen with https: self-signed makes a certificate on the spot' -r -f -a "self-signed\t'A certificate made on the spot, for localhost and the listening address'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l cert -d 'Listen with https and this PEM certificate chain' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l key -d 'The PEM private key of --cert' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l allow-from -d 'Take requests only from these addresses: popbill, or a CIDR (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l trust-proxy -d 'Believe the last X-Forwarded-For of these proxies (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s m -l max-time -d 'The time for the whole exchange [default: 10s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l connect-timeout -d 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l cacert -d 'Trust these PEM certificates too' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s x -l proxy -d 'Go through this http:// proxy; loopback is never proxied' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l resolve -d 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l expect-none -d 'Expect that nothing arrives until the end'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s k -l insecure -d 'Accept any certificate'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand listen" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l event -d 'Only this event, or these, such as \'cashbill.*\'' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l verdict -d 'Only this verdict or slug, such as rejected or read-timeout' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l corp-num -d 'Only this business number' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l since -d 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l until -d 'Only until' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l direction -d 'Only what came in, or what went out' -r -f -a "in\t'Captures'
out\t'Deliveries'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -s n -l limit -d 'At most so many [default: 50 for list, all for export and resend]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "list" -d 'The newest entries, a line each (also without a command)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "show" -d 'Everything about one entry'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "resend" -d 'Send entries again: a new delivery with the same message id and bytes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "diff" -d 'What differs between two entries: header fields, fields, or only the writing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "export" -d 'Print entries as curl lines, HAR or JSON lines'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "prune" -d 'Delete entries for good'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "path" -d 'Where the history is kept'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and not __fish_seen_subcommand_from list show resend diff export prune path help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l event -d 'Only this event, or these, such as \'cashbill.*\'' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l verdict -d 'Only this verdict or slug, such as rejected or read-timeout' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l corp-num -d 'Only this business number' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l since -d 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l until -d 'Only until' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l direction -d 'Only what came in, or what went out' -r -f -a "in\t'Captures'
out\t'Deliveries'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -s n -l limit -d 'At most so many [default: 50 for list, all for export and resend]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l event -d 'Only this event, or these, such as \'cashbill.*\'' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l verdict -d 'Only this verdict or slug, such as rejected or read-timeout' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l corp-num -d 'Only this business number' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l since -d 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l until -d 'Only until' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l direction -d 'Only what came in, or what went out' -r -f -a "in\t'Captures'
out\t'Deliveries'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s n -l limit -d 'At most so many [default: 50 for list, all for export and resend]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l to -d 'Send to this URL instead' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l env -d 'The table of popbill-hook.toml to use: test or production' -r -f -a "test\t''
production\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s u -l basic -d 'Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l api-key -d 'An API key, sent in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s m -l max-time -d 'The time for the whole exchange [default: 10s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l connect-timeout -d 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l cacert -d 'Trust these PEM certificates too' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s x -l proxy -d 'Go through this http:// proxy; loopback is never proxied' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l resolve -d 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l failed -d 'Every delivery that was not acknowledged, neither itself nor by a resend; once each'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l manual -d 'As sent again by hand from POPBiLL\'s site: eventType MANUAL'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l strict -d 'Exit with 1 when an answer is only tolerated'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s k -l insecure -d 'Accept any certificate'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from resend" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from diff" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l event -d 'Only this event, or these, such as \'cashbill.*\'' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l verdict -d 'Only this verdict or slug, such as rejected or read-timeout' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l corp-num -d 'Only this business number' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l since -d 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l until -d 'Only until' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l direction -d 'Only what came in, or what went out' -r -f -a "in\t'Captures'
out\t'Deliveries'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -s n -l limit -d 'At most so many [default: 50 for list, all for export and resend]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l as -d 'In which form' -r -f -a "curl\t'curl lines'
har\t'One HTTP archive (HAR 1.2)'
jsonl\t'JSON lines with everything'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from export" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l keep -d 'Keep the newest so many' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l older-than -d 'Delete what is older' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l all -d 'Delete everything'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Do not ask'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from prune" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from path" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "list" -d 'The newest entries, a line each (also without a command)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "show" -d 'Everything about one entry'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "resend" -d 'Send entries again: a new delivery with the same message id and bytes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "diff" -d 'What differs between two entries: header fields, fields, or only the writing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print entries as curl lines, HAR or JSON lines'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Delete entries for good'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "path" -d 'Where the history is kept'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand history; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l route -d 'The receiver of one product, or of one business of it: PRODUCT=URL or PRODUCT:NUMBER=URL (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l env -d 'The table of popbill-hook.toml to use: test or production' -r -f -a "test\t''
production\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s u -l basic -d 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l api-key -d 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s H -l header -d 'Another header, \'Name: value\'; \'Name:\' takes one away (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l businesses -d 'How many businesses' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l documents -d 'How many documents in all' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l policy -d 'How often and when to send again: popbill, N retries, or N/5m' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l seed -d 'Make the same run again' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l edition -d 'Which generation of POPBiLL\'s documents to follow [default: current]' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l speed -d 'How fast its time goes: real, 60x, instant [default: instant, or as the run began]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l workers -d 'How many attempts are made at once' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l report -d 'Also write the run as one page that needs nothing else: html=FILE' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l resume -d 'Go on with a run that was interrupted or killed: the latest, or the one whose id begins so' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s m -l max-time -d 'The time for the whole exchange [default: 10s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l connect-timeout -d 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l cacert -d 'Trust these PEM certificates too' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s x -l proxy -d 'Go through this http:// proxy; loopback is never proxied' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l resolve -d 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l plan -d 'Print the schedule and send nothing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s k -l insecure -d 'Accept any certificate'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l strict -d 'Exit with 1 when an answer is only tolerated'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand simulate" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l env -d 'The table of popbill-hook.toml to use: test or production' -r -f -a "test\t''
production\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s u -l basic -d 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l api-key -d 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s H -l header -d 'Another header, \'Name: value\'; \'Name:\' takes one away (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l products -d 'What the receiver is for [default: taxinvoice,cashbill,nts]' -r -f -a "taxinvoice\t''
cashbill\t''
nts\t''
statement\t''
kakao\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l check -d 'Run only these checks: an id, or a glob such as \'repeat.*\' (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l skip -d 'Leave these checks out (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l jobs -d 'How many checks run at once; with one, a fault is blamed on its own check' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l seed -d 'Send the same documents again' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l edition -d 'Which generation of POPBiLL\'s documents to follow [default: current; accept.* follow both]' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l wait -d 'Wait so long for the receiver to answer anything' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l probe-url -d 'Read back what was stored from this page; {itemKey}, {mid}, {mgtKey}, {corpNum} and {ntsconfirmNum} are filled in' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l probe-cmd -d 'Read back what was stored by this command, with the same placeholders; it prints what the page would show' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l probe-pointer -d 'Where the state of the document stands in the probe\'s JSON' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l probe-count -d 'Where the number of times that the message was stored stands in the probe\'s JSON' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s m -l max-time -d 'The time for the whole exchange [default: 10s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l connect-timeout -d 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l cacert -d 'Trust these PEM certificates too' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s x -l proxy -d 'Go through this http:// proxy; loopback is never proxied' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l resolve -d 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l report -d 'Also write a report: junit=FILE, tap=FILE, json=FILE, markdown=FILE, html=FILE, or github (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l list-checks -d 'List the checks and send nothing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l strict -d 'Count each warning as a failure'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l fail-fast -d 'End with the first failure'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s k -l insecure -d 'Accept any certificate'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand verify" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l status -d 'The status of the answer' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -s H -l header -d 'A header of the answer, \'Name: value\' (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l strict -d 'Exit with 1 when the answer is only tolerated'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand judge" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "list" -d 'Every event, a line each'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "show" -d 'Everything about one event: headers, fields, codes, an example'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "new" -d 'Print a payload'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "check" -d 'Check a captured payload and explain its codes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "schema" -d 'Print the JSON Schema of an event\'s body'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "catalog" -d 'Print the whole catalogue for other tools'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and not __fish_seen_subcommand_from list show new check schema catalog help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l edition -d 'Which generation of POPBiLL\'s documents to follow' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l edition -d 'Which generation of POPBiLL\'s documents to follow' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l corp-num -d 'The business number the event is announced to' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l set -d 'Set a field: path=text, or path:=json (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l unset -d 'Leave a field out (repeatable)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l mid -d 'The message id (Pb-Webhook-MID)' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l at -d 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l seed -d 'Make the same payload again; alone it fixes the time too' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l edition -d 'Which generation of POPBiLL\'s documents to follow [default: current]' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l invoice-type -d 'The type of an NTS invoice, such as 101 or 201' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l manual -d 'As sent again by hand from POPBiLL\'s site: eventType MANUAL'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l webhook-type -d 'The Pb-Webhook-Type it came with' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l event-type -d 'The Pb-Webhook-EventType it came with' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l corp-num -d 'The Pb-Webhook-Corpnum it came with' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l edition -d 'Which generation of POPBiLL\'s documents to judge by [default: by the header, else current]' -r -f -a "current\t''
classic\t''"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from check" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l as -d 'Which description' -r -f -a "openapi\t'OpenAPI 3.1 with webhooks'
asyncapi\t'AsyncAPI 3.0'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from catalog" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "list" -d 'Every event, a line each'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "show" -d 'Everything about one event: headers, fields, codes, an example'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "new" -d 'Print a payload'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check a captured payload and explain its codes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "schema" -d 'Print the JSON Schema of an event\'s body'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "catalog" -d 'Print the whole catalogue for other tools'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l force -d 'Replace a file that exists'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -a "receiver" -d 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and not __fish_seen_subcommand_from receiver help" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l force -d 'Replace files that exist'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from receiver" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from help" -f -a "receiver" -d 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand init; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l seed -d 'Make other payloads' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand demo" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand completions" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -l config -d 'The configuration file, instead of the popbill-hook.toml found upward from here' -r -F
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -l store -d 'Where the history is kept [default: history.db in the state directory of this user]' -r
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always'
never\t'Never'"
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -l no-history -d 'Keep no history'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -l json -d 'JSON lines on stdout'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -s q -l quiet -d 'No notes on stderr; of listen no captures either, unless as JSON'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -s v -l verbose -d 'Also show the request that is sent and the head of the answer'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand man" -s V -l version -d 'Print version'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "send" -d 'Send one event and judge the answer as POPBiLL would'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "listen" -d 'Be the receiver: show, check, store, forward and assert what arrives'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "history" -d 'What was sent and received: list, show, diff, export, resend, prune'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "simulate" -d 'Let whole document lives, outages and lost answers happen, by POPBiLL\'s clock'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "verify" -d 'Check whether a receiver would survive POPBiLL, for people and for CI'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "judge" -d 'Judge an answer offline'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "events" -d 'The events POPBiLL announces: list, show, new, check, schema, catalog'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "init" -d 'Write a commented popbill-hook.toml, or a receiver to begin with'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "demo" -d 'See the tool at work in ten seconds, without any receiver of your own'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "man" -d 'Print the manual page'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and not __fish_seen_subcommand_from send listen history simulate verify judge events init demo completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "list" -d 'The newest entries, a line each (also without a command)'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "show" -d 'Everything about one entry'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "resend" -d 'Send entries again: a new delivery with the same message id and bytes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "diff" -d 'What differs between two entries: header fields, fields, or only the writing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "export" -d 'Print entries as curl lines, HAR or JSON lines'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "prune" -d 'Delete entries for good'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from history" -f -a "path" -d 'Where the history is kept'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "list" -d 'Every event, a line each'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "show" -d 'Everything about one event: headers, fields, codes, an example'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "new" -d 'Print a payload'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "check" -d 'Check a captured payload and explain its codes'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "schema" -d 'Print the JSON Schema of an event\'s body'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from events" -f -a "catalog" -d 'Print the whole catalogue for other tools'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand help; and __fish_seen_subcommand_from init" -f -a "receiver" -d 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.issue' -d 'a tax invoice was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.cancel' -d 'its issuance was cancelled before filing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.closedown' -d 'the buyer\'s business status was checked'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.open' -d 'the buyer opened the invoice from its mail'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.nts-pending' -d 'it waits for filing to NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.nts-sent' -d 'it was filed, the result is open'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'taxinvoice.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'cashbill.issue' -d 'a cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'cashbill.nts-sent' -d 'its filing to NTS started'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'cashbill.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'cashbill.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'cashbill.cancel' -d 'a cancelling cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.sales' -d 'a sales invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.purchase' -d 'a purchase invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.revised' -d 'a revised invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.consigned' -d 'a consigned invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.exempt' -d 'a tax-exempt invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.foreigner' -d 'an invoice to a foreigner was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'nts.cashbill' -d 'a cash receipt was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'statement.issue' -d 'a statement was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'statement.cancel' -d 'a statement was cancelled'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'statement.open' -d 'the recipient opened a statement'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand send" -f -a 'kakao.result' -d 'a KakaoTalk message reached its result'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.issue' -d 'a tax invoice was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.cancel' -d 'its issuance was cancelled before filing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.closedown' -d 'the buyer\'s business status was checked'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.open' -d 'the buyer opened the invoice from its mail'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.nts-pending' -d 'it waits for filing to NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.nts-sent' -d 'it was filed, the result is open'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'taxinvoice.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'cashbill.issue' -d 'a cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'cashbill.nts-sent' -d 'its filing to NTS started'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'cashbill.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'cashbill.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'cashbill.cancel' -d 'a cancelling cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.sales' -d 'a sales invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.purchase' -d 'a purchase invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.revised' -d 'a revised invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.consigned' -d 'a consigned invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.exempt' -d 'a tax-exempt invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.foreigner' -d 'an invoice to a foreigner was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'nts.cashbill' -d 'a cash receipt was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'statement.issue' -d 'a statement was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'statement.cancel' -d 'a statement was cancelled'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'statement.open' -d 'the recipient opened a statement'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from show" -f -a 'kakao.result' -d 'a KakaoTalk message reached its result'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.issue' -d 'a tax invoice was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.cancel' -d 'its issuance was cancelled before filing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.closedown' -d 'the buyer\'s business status was checked'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.open' -d 'the buyer opened the invoice from its mail'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.nts-pending' -d 'it waits for filing to NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.nts-sent' -d 'it was filed, the result is open'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'taxinvoice.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'cashbill.issue' -d 'a cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'cashbill.nts-sent' -d 'its filing to NTS started'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'cashbill.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'cashbill.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'cashbill.cancel' -d 'a cancelling cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.sales' -d 'a sales invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.purchase' -d 'a purchase invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.revised' -d 'a revised invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.consigned' -d 'a consigned invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.exempt' -d 'a tax-exempt invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.foreigner' -d 'an invoice to a foreigner was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'nts.cashbill' -d 'a cash receipt was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'statement.issue' -d 'a statement was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'statement.cancel' -d 'a statement was cancelled'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'statement.open' -d 'the recipient opened a statement'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from new" -f -a 'kakao.result' -d 'a KakaoTalk message reached its result'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.issue' -d 'a tax invoice was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.cancel' -d 'its issuance was cancelled before filing'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.closedown' -d 'the buyer\'s business status was checked'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.open' -d 'the buyer opened the invoice from its mail'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.nts-pending' -d 'it waits for filing to NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.nts-sent' -d 'it was filed, the result is open'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'taxinvoice.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'cashbill.issue' -d 'a cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'cashbill.nts-sent' -d 'its filing to NTS started'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'cashbill.nts-success' -d 'NTS accepted it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'cashbill.nts-failure' -d 'NTS refused it'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'cashbill.cancel' -d 'a cancelling cash receipt was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.sales' -d 'a sales invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.purchase' -d 'a purchase invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.revised' -d 'a revised invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.consigned' -d 'a consigned invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.exempt' -d 'a tax-exempt invoice was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.foreigner' -d 'an invoice to a foreigner was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'nts.cashbill' -d 'a cash receipt was crawled from NTS'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'statement.issue' -d 'a statement was issued'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'statement.cancel' -d 'a statement was cancelled'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'statement.open' -d 'the recipient opened a statement'
complete -c popbill-hook -n "__fish_popbill_hook_using_subcommand events; and __fish_seen_subcommand_from schema" -f -a 'kakao.result' -d 'a KakaoTalk message reached its result'
