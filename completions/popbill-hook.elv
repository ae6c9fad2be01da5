
use builtin;
use str;

set edit:completion:arg-completer[popbill-hook] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'popbill-hook'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'popbill-hook'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand send 'Send one event and judge the answer as POPBiLL would'
            cand listen 'Be the receiver: show, check, store, forward and assert what arrives'
            cand history 'What was sent and received: list, show, diff, export, resend, prune'
            cand judge 'Judge an answer offline'
            cand events 'The events POPBiLL announces: list, show, new, check, schema, catalog'
            cand init 'Write a commented popbill-hook.toml'
            cand demo 'See the tool at work in ten seconds, without any receiver of your own'
            cand completions 'Print the completion script of a shell'
            cand man 'Print the manual page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;send'= {
            cand taxinvoice.issue 'a tax invoice was issued'
            cand taxinvoice.cancel 'its issuance was cancelled before filing'
            cand taxinvoice.closedown 'the buyer''s business status was checked'
            cand taxinvoice.open 'the buyer opened the invoice from its mail'
            cand taxinvoice.nts-pending 'it waits for filing to NTS'
            cand taxinvoice.nts-sent 'it was filed, the result is open'
            cand taxinvoice.nts-success 'NTS accepted it'
            cand taxinvoice.nts-failure 'NTS refused it'
            cand cashbill.issue 'a cash receipt was issued'
            cand cashbill.nts-sent 'its filing to NTS started'
            cand cashbill.nts-success 'NTS accepted it'
            cand cashbill.nts-failure 'NTS refused it'
            cand cashbill.cancel 'a cancelling cash receipt was issued'
            cand nts.sales 'a sales invoice was crawled from NTS'
            cand nts.purchase 'a purchase invoice was crawled from NTS'
            cand nts.revised 'a revised invoice was crawled from NTS'
            cand nts.consigned 'a consigned invoice was crawled from NTS'
            cand nts.exempt 'a tax-exempt invoice was crawled from NTS'
            cand nts.foreigner 'an invoice to a foreigner was crawled from NTS'
            cand nts.cashbill 'a cash receipt was crawled from NTS'
            cand statement.issue 'a statement was issued'
            cand statement.cancel 'a statement was cancelled'
            cand statement.open 'the recipient opened a statement'
            cand kakao.result 'a KakaoTalk message reached its result'
            cand --env 'The table of popbill-hook.toml to use: test or production'
            cand -u 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]'
            cand --basic 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]'
            cand --api-key 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]'
            cand -H 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)'
            cand --header 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)'
            cand -d 'The exact body, instead of a generated one: text, @FILE, or - for stdin'
            cand --data 'The exact body, instead of a generated one: text, @FILE, or - for stdin'
            cand --corp-num 'The business number the event is announced to'
            cand --set 'Set a field: path=text, or path:=json (repeatable)'
            cand --unset 'Leave a field out (repeatable)'
            cand --mid 'The message id (Pb-Webhook-MID)'
            cand --at 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time'
            cand --seed 'Make the same payload again; alone it fixes the time too'
            cand --edition 'Which generation of POPBiLL''s documents to follow [default: current]'
            cand --invoice-type 'The type of an NTS invoice, such as 101 or 201'
            cand -m 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --max-time 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --connect-timeout 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]'
            cand --cacert 'Trust these PEM certificates too'
            cand -x 'Go through this http:// proxy; loopback is never proxied'
            cand --proxy 'Go through this http:// proxy; loopback is never proxied'
            cand --resolve 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)'
            cand --retry 'Send again as POPBiLL does until the answer is accepted: alone by the configured policy or the edition''s, popbill by the edition''s, N at most N times'
            cand --retry-interval 'How far apart the attempts are due [default: 5m]'
            cand --speed 'How fast the time between attempts goes: real, 60x, instant'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --manual 'As sent again by hand from POPBiLL''s site: eventType MANUAL'
            cand -k 'Accept any certificate'
            cand --insecure 'Accept any certificate'
            cand --strict 'Exit with 1 when the answer is only tolerated'
            cand --dry-run 'Print the exact request and send nothing'
            cand --curl 'Print the request as a curl line and send nothing; credentials stay in `POPBILL_HOOK_BASIC`, `POPBILL_HOOK_API_KEY` or, of another scheme, `POPBILL_HOOK_AUTHORIZATION`'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;listen'= {
            cand --respond 'What to answer: ok, json, status:N, body:TEXT, empty, delay:D, hang, reset, truncate, garbage; joined with +, sequenced with a comma, repeated with *N'
            cand -u 'Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]'
            cand --basic 'Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]'
            cand --api-key 'Demand an API key in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]'
            cand --forward-to 'Pass each request on to this URL and relay its answer'
            cand --events 'Show only these events, and count only these for expectations, such as ''cashbill.*'' (repeatable)'
            cand --max 'End after so many captures; none is taken beyond'
            cand --expect 'Expect an event, such as ''cashbill.issue corpNum=1234567891 x2'' (repeatable); ends when all are met'
            cand --within 'End after so long'
            cand --tls 'Listen with https: self-signed makes a certificate on the spot'
            cand --cert 'Listen with https and this PEM certificate chain'
            cand --key 'The PEM private key of --cert'
            cand --allow-from 'Take requests only from these addresses: popbill, or a CIDR (repeatable)'
            cand --trust-proxy 'Believe the last X-Forwarded-For of these proxies (repeatable)'
            cand -m 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --max-time 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --connect-timeout 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]'
            cand --cacert 'Trust these PEM certificates too'
            cand -x 'Go through this http:// proxy; loopback is never proxied'
            cand --proxy 'Go through this http:// proxy; loopback is never proxied'
            cand --resolve 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --expect-none 'Expect that nothing arrives until the end'
            cand -k 'Accept any certificate'
            cand --insecure 'Accept any certificate'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history'= {
            cand --event 'Only this event, or these, such as ''cashbill.*'''
            cand --verdict 'Only this verdict or slug, such as rejected or read-timeout'
            cand --corp-num 'Only this business number'
            cand --since 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)'
            cand --until 'Only until'
            cand --direction 'Only what came in, or what went out'
            cand -n 'At most so many [default: 50 for list, all for export and resend]'
            cand --limit 'At most so many [default: 50 for list, all for export and resend]'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'The newest entries, a line each (also without a command)'
            cand show 'Everything about one entry'
            cand resend 'Send entries again: a new delivery with the same message id and bytes'
            cand diff 'What differs between two entries: header fields, fields, or only the writing'
            cand export 'Print entries as curl lines, HAR or JSON lines'
            cand prune 'Delete entries for good'
            cand path 'Where the history is kept'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;history;list'= {
            cand --event 'Only this event, or these, such as ''cashbill.*'''
            cand --verdict 'Only this verdict or slug, such as rejected or read-timeout'
            cand --corp-num 'Only this business number'
            cand --since 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)'
            cand --until 'Only until'
            cand --direction 'Only what came in, or what went out'
            cand -n 'At most so many [default: 50 for list, all for export and resend]'
            cand --limit 'At most so many [default: 50 for list, all for export and resend]'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;show'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;resend'= {
            cand --event 'Only this event, or these, such as ''cashbill.*'''
            cand --verdict 'Only this verdict or slug, such as rejected or read-timeout'
            cand --corp-num 'Only this business number'
            cand --since 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)'
            cand --until 'Only until'
            cand --direction 'Only what came in, or what went out'
            cand -n 'At most so many [default: 50 for list, all for export and resend]'
            cand --limit 'At most so many [default: 50 for list, all for export and resend]'
            cand --to 'Send to this URL instead'
            cand -u 'Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]'
            cand --basic 'Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]'
            cand --api-key 'An API key, sent in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]'
            cand -m 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --max-time 'The time for the whole exchange [default: 10s, not documented by POPBiLL]'
            cand --connect-timeout 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]'
            cand --cacert 'Trust these PEM certificates too'
            cand -x 'Go through this http:// proxy; loopback is never proxied'
            cand --proxy 'Go through this http:// proxy; loopback is never proxied'
            cand --resolve 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --failed 'Every delivery that was not acknowledged, neither itself nor by a resend; once each'
            cand --manual 'As sent again by hand from POPBiLL''s site: eventType MANUAL'
            cand --strict 'Exit with 1 when an answer is only tolerated'
            cand -k 'Accept any certificate'
            cand --insecure 'Accept any certificate'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;diff'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;export'= {
            cand --event 'Only this event, or these, such as ''cashbill.*'''
            cand --verdict 'Only this verdict or slug, such as rejected or read-timeout'
            cand --corp-num 'Only this business number'
            cand --since 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)'
            cand --until 'Only until'
            cand --direction 'Only what came in, or what went out'
            cand -n 'At most so many [default: 50 for list, all for export and resend]'
            cand --limit 'At most so many [default: 50 for list, all for export and resend]'
            cand --as 'In which form'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;prune'= {
            cand --keep 'Keep the newest so many'
            cand --older-than 'Delete what is older'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --all 'Delete everything'
            cand -y 'Do not ask'
            cand --yes 'Do not ask'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;path'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;history;help'= {
            cand list 'The newest entries, a line each (also without a command)'
            cand show 'Everything about one entry'
            cand resend 'Send entries again: a new delivery with the same message id and bytes'
            cand diff 'What differs between two entries: header fields, fields, or only the writing'
            cand export 'Print entries as curl lines, HAR or JSON lines'
            cand prune 'Delete entries for good'
            cand path 'Where the history is kept'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;history;help;list'= {
        }
        &'popbill-hook;history;help;show'= {
        }
        &'popbill-hook;history;help;resend'= {
        }
        &'popbill-hook;history;help;diff'= {
        }
        &'popbill-hook;history;help;export'= {
        }
        &'popbill-hook;history;help;prune'= {
        }
        &'popbill-hook;history;help;path'= {
        }
        &'popbill-hook;history;help;help'= {
        }
        &'popbill-hook;judge'= {
            cand --status 'The status of the answer'
            cand -H 'A header of the answer, ''Name: value'' (repeatable)'
            cand --header 'A header of the answer, ''Name: value'' (repeatable)'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --strict 'Exit with 1 when the answer is only tolerated'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every event, a line each'
            cand show 'Everything about one event: headers, fields, codes, an example'
            cand new 'Print a payload'
            cand check 'Check a captured payload and explain its codes'
            cand schema 'Print the JSON Schema of an event''s body'
            cand catalog 'Print the whole catalogue for other tools'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;events;list'= {
            cand --edition 'Which generation of POPBiLL''s documents to follow'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;show'= {
            cand taxinvoice.issue 'a tax invoice was issued'
            cand taxinvoice.cancel 'its issuance was cancelled before filing'
            cand taxinvoice.closedown 'the buyer''s business status was checked'
            cand taxinvoice.open 'the buyer opened the invoice from its mail'
            cand taxinvoice.nts-pending 'it waits for filing to NTS'
            cand taxinvoice.nts-sent 'it was filed, the result is open'
            cand taxinvoice.nts-success 'NTS accepted it'
            cand taxinvoice.nts-failure 'NTS refused it'
            cand cashbill.issue 'a cash receipt was issued'
            cand cashbill.nts-sent 'its filing to NTS started'
            cand cashbill.nts-success 'NTS accepted it'
            cand cashbill.nts-failure 'NTS refused it'
            cand cashbill.cancel 'a cancelling cash receipt was issued'
            cand nts.sales 'a sales invoice was crawled from NTS'
            cand nts.purchase 'a purchase invoice was crawled from NTS'
            cand nts.revised 'a revised invoice was crawled from NTS'
            cand nts.consigned 'a consigned invoice was crawled from NTS'
            cand nts.exempt 'a tax-exempt invoice was crawled from NTS'
            cand nts.foreigner 'an invoice to a foreigner was crawled from NTS'
            cand nts.cashbill 'a cash receipt was crawled from NTS'
            cand statement.issue 'a statement was issued'
            cand statement.cancel 'a statement was cancelled'
            cand statement.open 'the recipient opened a statement'
            cand kakao.result 'a KakaoTalk message reached its result'
            cand --edition 'Which generation of POPBiLL''s documents to follow'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;new'= {
            cand taxinvoice.issue 'a tax invoice was issued'
            cand taxinvoice.cancel 'its issuance was cancelled before filing'
            cand taxinvoice.closedown 'the buyer''s business status was checked'
            cand taxinvoice.open 'the buyer opened the invoice from its mail'
            cand taxinvoice.nts-pending 'it waits for filing to NTS'
            cand taxinvoice.nts-sent 'it was filed, the result is open'
            cand taxinvoice.nts-success 'NTS accepted it'
            cand taxinvoice.nts-failure 'NTS refused it'
            cand cashbill.issue 'a cash receipt was issued'
            cand cashbill.nts-sent 'its filing to NTS started'
            cand cashbill.nts-success 'NTS accepted it'
            cand cashbill.nts-failure 'NTS refused it'
            cand cashbill.cancel 'a cancelling cash receipt was issued'
            cand nts.sales 'a sales invoice was crawled from NTS'
            cand nts.purchase 'a purchase invoice was crawled from NTS'
            cand nts.revised 'a revised invoice was crawled from NTS'
            cand nts.consigned 'a consigned invoice was crawled from NTS'
            cand nts.exempt 'a tax-exempt invoice was crawled from NTS'
            cand nts.foreigner 'an invoice to a foreigner was crawled from NTS'
            cand nts.cashbill 'a cash receipt was crawled from NTS'
            cand statement.issue 'a statement was issued'
            cand statement.cancel 'a statement was cancelled'
            cand statement.open 'the recipient opened a statement'
            cand kakao.result 'a KakaoTalk message reached its result'
            cand --corp-num 'The business number the event is announced to'
            cand --set 'Set a field: path=text, or path:=json (repeatable)'
            cand --unset 'Leave a field out (repeatable)'
            cand --mid 'The message id (Pb-Webhook-MID)'
            cand --at 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time'
            cand --seed 'Make the same payload again; alone it fixes the time too'
            cand --edition 'Which generation of POPBiLL''s documents to follow [default: current]'
            cand --invoice-type 'The type of an NTS invoice, such as 101 or 201'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --manual 'As sent again by hand from POPBiLL''s site: eventType MANUAL'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;check'= {
            cand --webhook-type 'The Pb-Webhook-Type it came with'
            cand --event-type 'The Pb-Webhook-EventType it came with'
            cand --corp-num 'The Pb-Webhook-Corpnum it came with'
            cand --edition 'Which generation of POPBiLL''s documents to judge by [default: by the header, else current]'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;schema'= {
            cand taxinvoice.issue 'a tax invoice was issued'
            cand taxinvoice.cancel 'its issuance was cancelled before filing'
            cand taxinvoice.closedown 'the buyer''s business status was checked'
            cand taxinvoice.open 'the buyer opened the invoice from its mail'
            cand taxinvoice.nts-pending 'it waits for filing to NTS'
            cand taxinvoice.nts-sent 'it was filed, the result is open'
            cand taxinvoice.nts-success 'NTS accepted it'
            cand taxinvoice.nts-failure 'NTS refused it'
            cand cashbill.issue 'a cash receipt was issued'
            cand cashbill.nts-sent 'its filing to NTS started'
            cand cashbill.nts-success 'NTS accepted it'
            cand cashbill.nts-failure 'NTS refused it'
            cand cashbill.cancel 'a cancelling cash receipt was issued'
            cand nts.sales 'a sales invoice was crawled from NTS'
            cand nts.purchase 'a purchase invoice was crawled from NTS'
            cand nts.revised 'a revised invoice was crawled from NTS'
            cand nts.consigned 'a consigned invoice was crawled from NTS'
            cand nts.exempt 'a tax-exempt invoice was crawled from NTS'
            cand nts.foreigner 'an invoice to a foreigner was crawled from NTS'
            cand nts.cashbill 'a cash receipt was crawled from NTS'
            cand statement.issue 'a statement was issued'
            cand statement.cancel 'a statement was cancelled'
            cand statement.open 'the recipient opened a statement'
            cand kakao.result 'a KakaoTalk message reached its result'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;catalog'= {
            cand --as 'Which description'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;events;help'= {
            cand list 'Every event, a line each'
            cand show 'Everything about one event: headers, fields, codes, an example'
            cand new 'Print a payload'
            cand check 'Check a captured payload and explain its codes'
            cand schema 'Print the JSON Schema of an event''s body'
            cand catalog 'Print the whole catalogue for other tools'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;events;help;list'= {
        }
        &'popbill-hook;events;help;show'= {
        }
        &'popbill-hook;events;help;new'= {
        }
        &'popbill-hook;events;help;check'= {
        }
        &'popbill-hook;events;help;schema'= {
        }
        &'popbill-hook;events;help;catalog'= {
        }
        &'popbill-hook;events;help;help'= {
        }
        &'popbill-hook;init'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --force 'Replace a file that exists'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;demo'= {
            cand --seed 'Make other payloads'
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;completions'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;man'= {
            cand --config 'The configuration file, instead of the popbill-hook.toml found upward from here'
            cand --store 'Where the history is kept [default: history.db in the state directory of this user]'
            cand --color 'When to colour'
            cand --no-history 'Keep no history'
            cand --json 'JSON lines on stdout'
            cand -q 'No notes on stderr; of listen no captures either, unless as JSON'
            cand --quiet 'No notes on stderr; of listen no captures either, unless as JSON'
            cand -v 'Also show the request that is sent and the head of the answer'
            cand --verbose 'Also show the request that is sent and the head of the answer'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popbill-hook;help'= {
            cand send 'Send one event and judge the answer as POPBiLL would'
            cand listen 'Be the receiver: show, check, store, forward and assert what arrives'
            cand history 'What was sent and received: list, show, diff, export, resend, prune'
            cand judge 'Judge an answer offline'
            cand events 'The events POPBiLL announces: list, show, new, check, schema, catalog'
            cand init 'Write a commented popbill-hook.toml'
            cand demo 'See the tool at work in ten seconds, without any receiver of your own'
            cand completions 'Print the completion script of a shell'
            cand man 'Print the manual page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popbill-hook;help;send'= {
        }
        &'popbill-hook;help;listen'= {
        }
        &'popbill-hook;help;history'= {
            cand list 'The newest entries, a line each (also without a command)'
            cand show 'Everything about one entry'
            cand resend 'Send entries again: a new delivery with the same message id and bytes'
            cand diff 'What differs between two entries: header fields, fields, or only the writing'
            cand export 'Print entries as curl lines, HAR or JSON lines'
            cand prune 'Delete entries for good'
            cand path 'Where the history is kept'
        }
        &'popbill-hook;help;history;list'= {
        }
        &'popbill-hook;help;history;show'= {
        }
        &'popbill-hook;help;history;resend'= {
        }
        &'popbill-hook;help;history;diff'= {
        }
        &'popbill-hook;help;history;export'= {
        }
        &'popbill-hook;help;history;prune'= {
        }
        &'popbill-hook;help;history;path'= {
        }
        &'popbill-hook;help;judge'= {
        }
        &'popbill-hook;help;events'= {
            cand list 'Every event, a line each'
            cand show 'Everything about one event: headers, fields, codes, an example'
            cand new 'Print a payload'
            cand check 'Check a captured payload and explain its codes'
            cand schema 'Print the JSON Schema of an event''s body'
            cand catalog 'Print the whole catalogue for other tools'
        }
        &'popbill-hook;help;events;list'= {
        }
        &'popbill-hook;help;events;show'= {
        }
        &'popbill-hook;help;events;new'= {
        }
        &'popbill-hook;help;events;check'= {
        }
        &'popbill-hook;help;events;schema'= {
        }
        &'popbill-hook;help;events;catalog'= {
        }
        &'popbill-hook;help;init'= {
        }
        &'popbill-hook;help;demo'= {
        }
        &'popbill-hook;help;completions'= {
        }
        &'popbill-hook;help;man'= {
        }
        &'popbill-hook;help;help'= {
        }
    ]
    $completions[$command]
}
