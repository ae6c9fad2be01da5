
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'popbill-hook' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'popbill-hook'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'popbill-hook' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send one event and judge the answer as POPBiLL would')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Be the receiver: show, check, store, forward and assert what arrives')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'What was sent and received: list, show, diff, export, resend, prune')
            [CompletionResult]::new('simulate', 'simulate', [CompletionResultType]::ParameterValue, 'Let whole document lives, outages and lost answers happen, by POPBiLL''s clock')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check whether a receiver would survive POPBiLL, for people and for CI')
            [CompletionResult]::new('judge', 'judge', [CompletionResultType]::ParameterValue, 'Judge an answer offline')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'The events POPBiLL announces: list, show, new, check, schema, catalog')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a commented popbill-hook.toml, or a receiver to begin with')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See the tool at work in ten seconds, without any receiver of your own')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;send' {
            [CompletionResult]::new('taxinvoice.issue', 'taxinvoice.issue', [CompletionResultType]::ParameterValue, 'a tax invoice was issued')
            [CompletionResult]::new('taxinvoice.cancel', 'taxinvoice.cancel', [CompletionResultType]::ParameterValue, 'its issuance was cancelled before filing')
            [CompletionResult]::new('taxinvoice.closedown', 'taxinvoice.closedown', [CompletionResultType]::ParameterValue, 'the buyer''s business status was checked')
            [CompletionResult]::new('taxinvoice.open', 'taxinvoice.open', [CompletionResultType]::ParameterValue, 'the buyer opened the invoice from its mail')
            [CompletionResult]::new('taxinvoice.nts-pending', 'taxinvoice.nts-pending', [CompletionResultType]::ParameterValue, 'it waits for filing to NTS')
            [CompletionResult]::new('taxinvoice.nts-sent', 'taxinvoice.nts-sent', [CompletionResultType]::ParameterValue, 'it was filed, the result is open')
            [CompletionResult]::new('taxinvoice.nts-success', 'taxinvoice.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('taxinvoice.nts-failure', 'taxinvoice.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.issue', 'cashbill.issue', [CompletionResultType]::ParameterValue, 'a cash receipt was issued')
            [CompletionResult]::new('cashbill.nts-sent', 'cashbill.nts-sent', [CompletionResultType]::ParameterValue, 'its filing to NTS started')
            [CompletionResult]::new('cashbill.nts-success', 'cashbill.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('cashbill.nts-failure', 'cashbill.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.cancel', 'cashbill.cancel', [CompletionResultType]::ParameterValue, 'a cancelling cash receipt was issued')
            [CompletionResult]::new('nts.sales', 'nts.sales', [CompletionResultType]::ParameterValue, 'a sales invoice was crawled from NTS')
            [CompletionResult]::new('nts.purchase', 'nts.purchase', [CompletionResultType]::ParameterValue, 'a purchase invoice was crawled from NTS')
            [CompletionResult]::new('nts.revised', 'nts.revised', [CompletionResultType]::ParameterValue, 'a revised invoice was crawled from NTS')
            [CompletionResult]::new('nts.consigned', 'nts.consigned', [CompletionResultType]::ParameterValue, 'a consigned invoice was crawled from NTS')
            [CompletionResult]::new('nts.exempt', 'nts.exempt', [CompletionResultType]::ParameterValue, 'a tax-exempt invoice was crawled from NTS')
            [CompletionResult]::new('nts.foreigner', 'nts.foreigner', [CompletionResultType]::ParameterValue, 'an invoice to a foreigner was crawled from NTS')
            [CompletionResult]::new('nts.cashbill', 'nts.cashbill', [CompletionResultType]::ParameterValue, 'a cash receipt was crawled from NTS')
            [CompletionResult]::new('statement.issue', 'statement.issue', [CompletionResultType]::ParameterValue, 'a statement was issued')
            [CompletionResult]::new('statement.cancel', 'statement.cancel', [CompletionResultType]::ParameterValue, 'a statement was cancelled')
            [CompletionResult]::new('statement.open', 'statement.open', [CompletionResultType]::ParameterValue, 'the recipient opened a statement')
            [CompletionResult]::new('kakao.result', 'kakao.result', [CompletionResultType]::ParameterValue, 'a KakaoTalk message reached its result')
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'The table of popbill-hook.toml to use: test or production')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--basic', '--basic', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'The exact body, instead of a generated one: text, @FILE, or - for stdin')
            [CompletionResult]::new('--data', '--data', [CompletionResultType]::ParameterName, 'The exact body, instead of a generated one: text, @FILE, or - for stdin')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'The business number the event is announced to')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a field: path=text, or path:=json (repeatable)')
            [CompletionResult]::new('--unset', '--unset', [CompletionResultType]::ParameterName, 'Leave a field out (repeatable)')
            [CompletionResult]::new('--mid', '--mid', [CompletionResultType]::ParameterName, 'The message id (Pb-Webhook-MID)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Make the same payload again; alone it fixes the time too')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow [default: current]')
            [CompletionResult]::new('--invoice-type', '--invoice-type', [CompletionResultType]::ParameterName, 'The type of an NTS invoice, such as 101 or 201')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Trust these PEM certificates too')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)')
            [CompletionResult]::new('--retry', '--retry', [CompletionResultType]::ParameterName, 'Send again as POPBiLL does until the answer is accepted: alone by the configured policy or the edition''s, popbill by the edition''s, N at most N times')
            [CompletionResult]::new('--retry-interval', '--retry-interval', [CompletionResultType]::ParameterName, 'How far apart the attempts are due [default: 5m]')
            [CompletionResult]::new('--speed', '--speed', [CompletionResultType]::ParameterName, 'How fast the time between attempts goes: real, 60x, instant')
            [CompletionResult]::new('--fault', '--fault', [CompletionResultType]::ParameterName, 'Write the request in a way that a receiver must bear, or cut it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--manual', '--manual', [CompletionResultType]::ParameterName, 'As sent again by hand from POPBiLL''s site: eventType MANUAL')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with 1 when the answer is only tolerated')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the exact request and send nothing')
            [CompletionResult]::new('--curl', '--curl', [CompletionResultType]::ParameterName, 'Print the request as a curl line and send nothing; credentials stay in `POPBILL_HOOK_BASIC`, `POPBILL_HOOK_API_KEY` or, of another scheme, `POPBILL_HOOK_AUTHORIZATION`')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;listen' {
            [CompletionResult]::new('--respond', '--respond', [CompletionResultType]::ParameterName, 'What to answer: ok, json, status:N, body:TEXT, empty, delay:D, hang, reset, truncate, garbage; joined with +, sequenced with a comma, repeated with *N')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]')
            [CompletionResult]::new('--basic', '--basic', [CompletionResultType]::ParameterName, 'Demand Basic credentials, USER:PASSWORD [env: `POPBILL_HOOK_BASIC`]')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'Demand an API key in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'Pass each request on to this URL and relay its answer')
            [CompletionResult]::new('--events', '--events', [CompletionResultType]::ParameterName, 'Show only these events, and count only these for expectations, such as ''cashbill.*'' (repeatable)')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'End after so many captures; none is taken beyond')
            [CompletionResult]::new('--expect', '--expect', [CompletionResultType]::ParameterName, 'Expect an event, such as ''cashbill.issue corpNum=1234567891 x2'' (repeatable); ends when all are met')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'End after so long')
            [CompletionResult]::new('--tls', '--tls', [CompletionResultType]::ParameterName, 'Listen with https: self-signed makes a certificate on the spot')
            [CompletionResult]::new('--cert', '--cert', [CompletionResultType]::ParameterName, 'Listen with https and this PEM certificate chain')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The PEM private key of --cert')
            [CompletionResult]::new('--allow-from', '--allow-from', [CompletionResultType]::ParameterName, 'Take requests only from these addresses: popbill, or a CIDR (repeatable)')
            [CompletionResult]::new('--trust-proxy', '--trust-proxy', [CompletionResultType]::ParameterName, 'Believe the last X-Forwarded-For of these proxies (repeatable)')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Trust these PEM certificates too')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--expect-none', '--expect-none', [CompletionResultType]::ParameterName, 'Expect that nothing arrives until the end')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, or these, such as ''cashbill.*''')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'Only this verdict or slug, such as rejected or read-timeout')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'Only this business number')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Only until')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only what came in, or what went out')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The newest entries, a line each (also without a command)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one entry')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send entries again: a new delivery with the same message id and bytes')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'What differs between two entries: header fields, fields, or only the writing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print entries as curl lines, HAR or JSON lines')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete entries for good')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Where the history is kept')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;history;list' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, or these, such as ''cashbill.*''')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'Only this verdict or slug, such as rejected or read-timeout')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'Only this business number')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Only until')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only what came in, or what went out')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;resend' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, or these, such as ''cashbill.*''')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'Only this verdict or slug, such as rejected or read-timeout')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'Only this business number')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Only until')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only what came in, or what went out')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Send to this URL instead')
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'The table of popbill-hook.toml to use: test or production')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]')
            [CompletionResult]::new('--basic', '--basic', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD; the recorded ones are masked [env: `POPBILL_HOOK_BASIC`]')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'An API key, sent in X-Api-Key [env: `POPBILL_HOOK_API_KEY`]')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Trust these PEM certificates too')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--failed', '--failed', [CompletionResultType]::ParameterName, 'Every delivery that was not acknowledged, neither itself nor by a resend; once each')
            [CompletionResult]::new('--manual', '--manual', [CompletionResultType]::ParameterName, 'As sent again by hand from POPBiLL''s site: eventType MANUAL')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with 1 when an answer is only tolerated')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;diff' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;export' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, or these, such as ''cashbill.*''')
            [CompletionResult]::new('--verdict', '--verdict', [CompletionResultType]::ParameterName, 'Only this verdict or slug, such as rejected or read-timeout')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'Only this business number')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only since: RFC 3339, yyyyMMddHHmmss in Korean time, or so long ago (2h)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Only until')
            [CompletionResult]::new('--direction', '--direction', [CompletionResultType]::ParameterName, 'Only what came in, or what went out')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many [default: 50 for list, all for export and resend]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'In which form')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;prune' {
            [CompletionResult]::new('--keep', '--keep', [CompletionResultType]::ParameterName, 'Keep the newest so many')
            [CompletionResult]::new('--older-than', '--older-than', [CompletionResultType]::ParameterName, 'Delete what is older')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Delete everything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;path' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;history;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The newest entries, a line each (also without a command)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one entry')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send entries again: a new delivery with the same message id and bytes')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'What differs between two entries: header fields, fields, or only the writing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print entries as curl lines, HAR or JSON lines')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete entries for good')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Where the history is kept')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;history;help;list' {
            break
        }
        'popbill-hook;history;help;show' {
            break
        }
        'popbill-hook;history;help;resend' {
            break
        }
        'popbill-hook;history;help;diff' {
            break
        }
        'popbill-hook;history;help;export' {
            break
        }
        'popbill-hook;history;help;prune' {
            break
        }
        'popbill-hook;history;help;path' {
            break
        }
        'popbill-hook;history;help;help' {
            break
        }
        'popbill-hook;simulate' {
            [CompletionResult]::new('--route', '--route', [CompletionResultType]::ParameterName, 'The receiver of one product, or of one business of it: PRODUCT=URL or PRODUCT:NUMBER=URL (repeatable)')
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'The table of popbill-hook.toml to use: test or production')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--basic', '--basic', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('--businesses', '--businesses', [CompletionResultType]::ParameterName, 'How many businesses')
            [CompletionResult]::new('--documents', '--documents', [CompletionResultType]::ParameterName, 'How many documents in all')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'How often and when to send again: popbill, N retries, or N/5m')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Make the same run again')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow [default: current]')
            [CompletionResult]::new('--speed', '--speed', [CompletionResultType]::ParameterName, 'How fast its time goes: real, 60x, instant [default: instant, or as the run began]')
            [CompletionResult]::new('--workers', '--workers', [CompletionResultType]::ParameterName, 'How many attempts are made at once')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Also write the run as one page that needs nothing else: html=FILE')
            [CompletionResult]::new('--resume', '--resume', [CompletionResultType]::ParameterName, 'Go on with a run that was interrupted or killed: the latest, or the one whose id begins so')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Trust these PEM certificates too')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Print the schedule and send nothing')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with 1 when an answer is only tolerated')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;verify' {
            [CompletionResult]::new('--env', '--env', [CompletionResultType]::ParameterName, 'The table of popbill-hook.toml to use: test or production')
            [CompletionResult]::new('-u', '-u', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--basic', '--basic', [CompletionResultType]::ParameterName, 'Basic credentials, USER:PASSWORD [env: POPBILL_HOOK_BASIC]')
            [CompletionResult]::new('--api-key', '--api-key', [CompletionResultType]::ParameterName, 'An API key, sent in X-Api-Key [env: POPBILL_HOOK_API_KEY]')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Another header, ''Name: value''; ''Name:'' takes one away (repeatable)')
            [CompletionResult]::new('--products', '--products', [CompletionResultType]::ParameterName, 'What the receiver is for [default: taxinvoice,cashbill,nts]')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Run only these checks: an id, or a glob such as ''repeat.*'' (repeatable)')
            [CompletionResult]::new('--skip', '--skip', [CompletionResultType]::ParameterName, 'Leave these checks out (repeatable)')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'How many checks run at once; with one, a fault is blamed on its own check')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Send the same documents again')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow [default: current; accept.* follow both]')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'Wait so long for the receiver to answer anything')
            [CompletionResult]::new('--probe-url', '--probe-url', [CompletionResultType]::ParameterName, 'Read back what was stored from this page; {itemKey}, {mid}, {mgtKey}, {corpNum} and {ntsconfirmNum} are filled in')
            [CompletionResult]::new('--probe-cmd', '--probe-cmd', [CompletionResultType]::ParameterName, 'Read back what was stored by this command, with the same placeholders; it prints what the page would show')
            [CompletionResult]::new('--probe-pointer', '--probe-pointer', [CompletionResultType]::ParameterName, 'Where the state of the document stands in the probe''s JSON')
            [CompletionResult]::new('--probe-count', '--probe-count', [CompletionResultType]::ParameterName, 'Where the number of times that the message was stored stands in the probe''s JSON')
            [CompletionResult]::new('-m', '-m', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'The time for the whole exchange [default: 10s, not documented by POPBiLL]')
            [CompletionResult]::new('--connect-timeout', '--connect-timeout', [CompletionResultType]::ParameterName, 'The time for name, connection and TLS together [default: 5s, not documented by POPBiLL]')
            [CompletionResult]::new('--cacert', '--cacert', [CompletionResultType]::ParameterName, 'Trust these PEM certificates too')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Go through this http:// proxy; loopback is never proxied')
            [CompletionResult]::new('--resolve', '--resolve', [CompletionResultType]::ParameterName, 'Use this address for a name, as HOST:PORT:ADDRESS (repeatable)')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Also write a report: junit=FILE, tap=FILE, json=FILE, markdown=FILE, html=FILE, or github (repeatable)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--list-checks', '--list-checks', [CompletionResultType]::ParameterName, 'List the checks and send nothing')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Count each warning as a failure')
            [CompletionResult]::new('--fail-fast', '--fail-fast', [CompletionResultType]::ParameterName, 'End with the first failure')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--insecure', '--insecure', [CompletionResultType]::ParameterName, 'Accept any certificate')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;judge' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'The status of the answer')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header of the answer, ''Name: value'' (repeatable)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header of the answer, ''Name: value'' (repeatable)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Exit with 1 when the answer is only tolerated')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every event, a line each')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one event: headers, fields, codes, an example')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Print a payload')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check a captured payload and explain its codes')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of an event''s body')
            [CompletionResult]::new('catalog', 'catalog', [CompletionResultType]::ParameterValue, 'Print the whole catalogue for other tools')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;events;list' {
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;show' {
            [CompletionResult]::new('taxinvoice.issue', 'taxinvoice.issue', [CompletionResultType]::ParameterValue, 'a tax invoice was issued')
            [CompletionResult]::new('taxinvoice.cancel', 'taxinvoice.cancel', [CompletionResultType]::ParameterValue, 'its issuance was cancelled before filing')
            [CompletionResult]::new('taxinvoice.closedown', 'taxinvoice.closedown', [CompletionResultType]::ParameterValue, 'the buyer''s business status was checked')
            [CompletionResult]::new('taxinvoice.open', 'taxinvoice.open', [CompletionResultType]::ParameterValue, 'the buyer opened the invoice from its mail')
            [CompletionResult]::new('taxinvoice.nts-pending', 'taxinvoice.nts-pending', [CompletionResultType]::ParameterValue, 'it waits for filing to NTS')
            [CompletionResult]::new('taxinvoice.nts-sent', 'taxinvoice.nts-sent', [CompletionResultType]::ParameterValue, 'it was filed, the result is open')
            [CompletionResult]::new('taxinvoice.nts-success', 'taxinvoice.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('taxinvoice.nts-failure', 'taxinvoice.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.issue', 'cashbill.issue', [CompletionResultType]::ParameterValue, 'a cash receipt was issued')
            [CompletionResult]::new('cashbill.nts-sent', 'cashbill.nts-sent', [CompletionResultType]::ParameterValue, 'its filing to NTS started')
            [CompletionResult]::new('cashbill.nts-success', 'cashbill.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('cashbill.nts-failure', 'cashbill.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.cancel', 'cashbill.cancel', [CompletionResultType]::ParameterValue, 'a cancelling cash receipt was issued')
            [CompletionResult]::new('nts.sales', 'nts.sales', [CompletionResultType]::ParameterValue, 'a sales invoice was crawled from NTS')
            [CompletionResult]::new('nts.purchase', 'nts.purchase', [CompletionResultType]::ParameterValue, 'a purchase invoice was crawled from NTS')
            [CompletionResult]::new('nts.revised', 'nts.revised', [CompletionResultType]::ParameterValue, 'a revised invoice was crawled from NTS')
            [CompletionResult]::new('nts.consigned', 'nts.consigned', [CompletionResultType]::ParameterValue, 'a consigned invoice was crawled from NTS')
            [CompletionResult]::new('nts.exempt', 'nts.exempt', [CompletionResultType]::ParameterValue, 'a tax-exempt invoice was crawled from NTS')
            [CompletionResult]::new('nts.foreigner', 'nts.foreigner', [CompletionResultType]::ParameterValue, 'an invoice to a foreigner was crawled from NTS')
            [CompletionResult]::new('nts.cashbill', 'nts.cashbill', [CompletionResultType]::ParameterValue, 'a cash receipt was crawled from NTS')
            [CompletionResult]::new('statement.issue', 'statement.issue', [CompletionResultType]::ParameterValue, 'a statement was issued')
            [CompletionResult]::new('statement.cancel', 'statement.cancel', [CompletionResultType]::ParameterValue, 'a statement was cancelled')
            [CompletionResult]::new('statement.open', 'statement.open', [CompletionResultType]::ParameterValue, 'the recipient opened a statement')
            [CompletionResult]::new('kakao.result', 'kakao.result', [CompletionResultType]::ParameterValue, 'a KakaoTalk message reached its result')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;new' {
            [CompletionResult]::new('taxinvoice.issue', 'taxinvoice.issue', [CompletionResultType]::ParameterValue, 'a tax invoice was issued')
            [CompletionResult]::new('taxinvoice.cancel', 'taxinvoice.cancel', [CompletionResultType]::ParameterValue, 'its issuance was cancelled before filing')
            [CompletionResult]::new('taxinvoice.closedown', 'taxinvoice.closedown', [CompletionResultType]::ParameterValue, 'the buyer''s business status was checked')
            [CompletionResult]::new('taxinvoice.open', 'taxinvoice.open', [CompletionResultType]::ParameterValue, 'the buyer opened the invoice from its mail')
            [CompletionResult]::new('taxinvoice.nts-pending', 'taxinvoice.nts-pending', [CompletionResultType]::ParameterValue, 'it waits for filing to NTS')
            [CompletionResult]::new('taxinvoice.nts-sent', 'taxinvoice.nts-sent', [CompletionResultType]::ParameterValue, 'it was filed, the result is open')
            [CompletionResult]::new('taxinvoice.nts-success', 'taxinvoice.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('taxinvoice.nts-failure', 'taxinvoice.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.issue', 'cashbill.issue', [CompletionResultType]::ParameterValue, 'a cash receipt was issued')
            [CompletionResult]::new('cashbill.nts-sent', 'cashbill.nts-sent', [CompletionResultType]::ParameterValue, 'its filing to NTS started')
            [CompletionResult]::new('cashbill.nts-success', 'cashbill.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('cashbill.nts-failure', 'cashbill.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.cancel', 'cashbill.cancel', [CompletionResultType]::ParameterValue, 'a cancelling cash receipt was issued')
            [CompletionResult]::new('nts.sales', 'nts.sales', [CompletionResultType]::ParameterValue, 'a sales invoice was crawled from NTS')
            [CompletionResult]::new('nts.purchase', 'nts.purchase', [CompletionResultType]::ParameterValue, 'a purchase invoice was crawled from NTS')
            [CompletionResult]::new('nts.revised', 'nts.revised', [CompletionResultType]::ParameterValue, 'a revised invoice was crawled from NTS')
            [CompletionResult]::new('nts.consigned', 'nts.consigned', [CompletionResultType]::ParameterValue, 'a consigned invoice was crawled from NTS')
            [CompletionResult]::new('nts.exempt', 'nts.exempt', [CompletionResultType]::ParameterValue, 'a tax-exempt invoice was crawled from NTS')
            [CompletionResult]::new('nts.foreigner', 'nts.foreigner', [CompletionResultType]::ParameterValue, 'an invoice to a foreigner was crawled from NTS')
            [CompletionResult]::new('nts.cashbill', 'nts.cashbill', [CompletionResultType]::ParameterValue, 'a cash receipt was crawled from NTS')
            [CompletionResult]::new('statement.issue', 'statement.issue', [CompletionResultType]::ParameterValue, 'a statement was issued')
            [CompletionResult]::new('statement.cancel', 'statement.cancel', [CompletionResultType]::ParameterValue, 'a statement was cancelled')
            [CompletionResult]::new('statement.open', 'statement.open', [CompletionResultType]::ParameterValue, 'the recipient opened a statement')
            [CompletionResult]::new('kakao.result', 'kakao.result', [CompletionResultType]::ParameterValue, 'a KakaoTalk message reached its result')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'The business number the event is announced to')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Set a field: path=text, or path:=json (repeatable)')
            [CompletionResult]::new('--unset', '--unset', [CompletionResultType]::ParameterName, 'Leave a field out (repeatable)')
            [CompletionResult]::new('--mid', '--mid', [CompletionResultType]::ParameterName, 'The message id (Pb-Webhook-MID)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When the document is issued: RFC 3339, or yyyyMMddHHmmss in Korean time')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Make the same payload again; alone it fixes the time too')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to follow [default: current]')
            [CompletionResult]::new('--invoice-type', '--invoice-type', [CompletionResultType]::ParameterName, 'The type of an NTS invoice, such as 101 or 201')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--manual', '--manual', [CompletionResultType]::ParameterName, 'As sent again by hand from POPBiLL''s site: eventType MANUAL')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;check' {
            [CompletionResult]::new('--webhook-type', '--webhook-type', [CompletionResultType]::ParameterName, 'The Pb-Webhook-Type it came with')
            [CompletionResult]::new('--event-type', '--event-type', [CompletionResultType]::ParameterName, 'The Pb-Webhook-EventType it came with')
            [CompletionResult]::new('--corp-num', '--corp-num', [CompletionResultType]::ParameterName, 'The Pb-Webhook-Corpnum it came with')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Which generation of POPBiLL''s documents to judge by [default: by the header, else current]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;schema' {
            [CompletionResult]::new('taxinvoice.issue', 'taxinvoice.issue', [CompletionResultType]::ParameterValue, 'a tax invoice was issued')
            [CompletionResult]::new('taxinvoice.cancel', 'taxinvoice.cancel', [CompletionResultType]::ParameterValue, 'its issuance was cancelled before filing')
            [CompletionResult]::new('taxinvoice.closedown', 'taxinvoice.closedown', [CompletionResultType]::ParameterValue, 'the buyer''s business status was checked')
            [CompletionResult]::new('taxinvoice.open', 'taxinvoice.open', [CompletionResultType]::ParameterValue, 'the buyer opened the invoice from its mail')
            [CompletionResult]::new('taxinvoice.nts-pending', 'taxinvoice.nts-pending', [CompletionResultType]::ParameterValue, 'it waits for filing to NTS')
            [CompletionResult]::new('taxinvoice.nts-sent', 'taxinvoice.nts-sent', [CompletionResultType]::ParameterValue, 'it was filed, the result is open')
            [CompletionResult]::new('taxinvoice.nts-success', 'taxinvoice.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('taxinvoice.nts-failure', 'taxinvoice.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.issue', 'cashbill.issue', [CompletionResultType]::ParameterValue, 'a cash receipt was issued')
            [CompletionResult]::new('cashbill.nts-sent', 'cashbill.nts-sent', [CompletionResultType]::ParameterValue, 'its filing to NTS started')
            [CompletionResult]::new('cashbill.nts-success', 'cashbill.nts-success', [CompletionResultType]::ParameterValue, 'NTS accepted it')
            [CompletionResult]::new('cashbill.nts-failure', 'cashbill.nts-failure', [CompletionResultType]::ParameterValue, 'NTS refused it')
            [CompletionResult]::new('cashbill.cancel', 'cashbill.cancel', [CompletionResultType]::ParameterValue, 'a cancelling cash receipt was issued')
            [CompletionResult]::new('nts.sales', 'nts.sales', [CompletionResultType]::ParameterValue, 'a sales invoice was crawled from NTS')
            [CompletionResult]::new('nts.purchase', 'nts.purchase', [CompletionResultType]::ParameterValue, 'a purchase invoice was crawled from NTS')
            [CompletionResult]::new('nts.revised', 'nts.revised', [CompletionResultType]::ParameterValue, 'a revised invoice was crawled from NTS')
            [CompletionResult]::new('nts.consigned', 'nts.consigned', [CompletionResultType]::ParameterValue, 'a consigned invoice was crawled from NTS')
            [CompletionResult]::new('nts.exempt', 'nts.exempt', [CompletionResultType]::ParameterValue, 'a tax-exempt invoice was crawled from NTS')
            [CompletionResult]::new('nts.foreigner', 'nts.foreigner', [CompletionResultType]::ParameterValue, 'an invoice to a foreigner was crawled from NTS')
            [CompletionResult]::new('nts.cashbill', 'nts.cashbill', [CompletionResultType]::ParameterValue, 'a cash receipt was crawled from NTS')
            [CompletionResult]::new('statement.issue', 'statement.issue', [CompletionResultType]::ParameterValue, 'a statement was issued')
            [CompletionResult]::new('statement.cancel', 'statement.cancel', [CompletionResultType]::ParameterValue, 'a statement was cancelled')
            [CompletionResult]::new('statement.open', 'statement.open', [CompletionResultType]::ParameterValue, 'the recipient opened a statement')
            [CompletionResult]::new('kakao.result', 'kakao.result', [CompletionResultType]::ParameterValue, 'a KakaoTalk message reached its result')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;catalog' {
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Which description')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;events;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every event, a line each')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one event: headers, fields, codes, an example')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Print a payload')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check a captured payload and explain its codes')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of an event''s body')
            [CompletionResult]::new('catalog', 'catalog', [CompletionResultType]::ParameterValue, 'Print the whole catalogue for other tools')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;events;help;list' {
            break
        }
        'popbill-hook;events;help;show' {
            break
        }
        'popbill-hook;events;help;new' {
            break
        }
        'popbill-hook;events;help;check' {
            break
        }
        'popbill-hook;events;help;schema' {
            break
        }
        'popbill-hook;events;help;catalog' {
            break
        }
        'popbill-hook;events;help;help' {
            break
        }
        'popbill-hook;init' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace a file that exists')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('receiver', 'receiver', [CompletionResultType]::ParameterValue, 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;init;receiver' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;init;help' {
            [CompletionResult]::new('receiver', 'receiver', [CompletionResultType]::ParameterValue, 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;init;help;receiver' {
            break
        }
        'popbill-hook;init;help;help' {
            break
        }
        'popbill-hook;demo' {
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Make other payloads')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;completions' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;man' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The configuration file, instead of the popbill-hook.toml found upward from here')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'Where the history is kept [default: history.db in the state directory of this user]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour')
            [CompletionResult]::new('--no-history', '--no-history', [CompletionResultType]::ParameterName, 'Keep no history')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'JSON lines on stdout')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No notes on stderr; of listen no captures either, unless as JSON')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also show the request that is sent and the head of the answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popbill-hook;help' {
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Send one event and judge the answer as POPBiLL would')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Be the receiver: show, check, store, forward and assert what arrives')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'What was sent and received: list, show, diff, export, resend, prune')
            [CompletionResult]::new('simulate', 'simulate', [CompletionResultType]::ParameterValue, 'Let whole document lives, outages and lost answers happen, by POPBiLL''s clock')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check whether a receiver would survive POPBiLL, for people and for CI')
            [CompletionResult]::new('judge', 'judge', [CompletionResultType]::ParameterValue, 'Judge an answer offline')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'The events POPBiLL announces: list, show, new, check, schema, catalog')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a commented popbill-hook.toml, or a receiver to begin with')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See the tool at work in ten seconds, without any receiver of your own')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popbill-hook;help;send' {
            break
        }
        'popbill-hook;help;listen' {
            break
        }
        'popbill-hook;help;history' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'The newest entries, a line each (also without a command)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one entry')
            [CompletionResult]::new('resend', 'resend', [CompletionResultType]::ParameterValue, 'Send entries again: a new delivery with the same message id and bytes')
            [CompletionResult]::new('diff', 'diff', [CompletionResultType]::ParameterValue, 'What differs between two entries: header fields, fields, or only the writing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print entries as curl lines, HAR or JSON lines')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Delete entries for good')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Where the history is kept')
            break
        }
        'popbill-hook;help;history;list' {
            break
        }
        'popbill-hook;help;history;show' {
            break
        }
        'popbill-hook;help;history;resend' {
            break
        }
        'popbill-hook;help;history;diff' {
            break
        }
        'popbill-hook;help;history;export' {
            break
        }
        'popbill-hook;help;history;prune' {
            break
        }
        'popbill-hook;help;history;path' {
            break
        }
        'popbill-hook;help;simulate' {
            break
        }
        'popbill-hook;help;verify' {
            break
        }
        'popbill-hook;help;judge' {
            break
        }
        'popbill-hook;help;events' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every event, a line each')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Everything about one event: headers, fields, codes, an example')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Print a payload')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check a captured payload and explain its codes')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of an event''s body')
            [CompletionResult]::new('catalog', 'catalog', [CompletionResultType]::ParameterValue, 'Print the whole catalogue for other tools')
            break
        }
        'popbill-hook;help;events;list' {
            break
        }
        'popbill-hook;help;events;show' {
            break
        }
        'popbill-hook;help;events;new' {
            break
        }
        'popbill-hook;help;events;check' {
            break
        }
        'popbill-hook;help;events;schema' {
            break
        }
        'popbill-hook;help;events;catalog' {
            break
        }
        'popbill-hook;help;init' {
            [CompletionResult]::new('receiver', 'receiver', [CompletionResultType]::ParameterValue, 'Write a small correct receiver: raw bytes, strict UTF-8, constant-time authentication, no duplicates, states that only go up')
            break
        }
        'popbill-hook;help;init;receiver' {
            break
        }
        'popbill-hook;help;demo' {
            break
        }
        'popbill-hook;help;completions' {
            break
        }
        'popbill-hook;help;man' {
            break
        }
        'popbill-hook;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
