<?php

// A POPBiLL webhook receiver in plain PHP, with PDO on SQLite. PHP's built-in server is for tests, and on Windows it
// has one worker only; in production the same file runs under PHP-FPM (nginx) or Apache. Apache hides the
// Authorization header unless CGIPassAuth is On. PHP-FPM hides environment variables: name POPBILL_API_KEY (or
// POPBILL_BASIC) and RECEIVER_DATA as env[...] in its pool, or else this receiver demands no credentials.
//
// Save this file without a BOM, and write nothing before the line above or after the code: it would be sent with "OK".

// A warning printed before "OK" would make POPBiLL send the event again. It goes to the log instead.
ini_set('display_errors', '0');
ini_set('log_errors', '1');

function receive(): void
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        header('Allow: POST');
        answer(405, 'only POST');
        return;
    }
    if (!authorized()) {
        answer(401, 'unauthorized');
        return;
    }
    $mid = $_SERVER['HTTP_PB_WEBHOOK_MID'] ?? '';
    if ($mid === '') {
        answer(400, 'Pb-Webhook-MID is missing');
        return;
    }
    // The raw bytes: $_POST knows no JSON. json_decode is strict about UTF-8 and depth; what is broken becomes null.
    $body = file_get_contents('php://input');
    $value = json_decode($body);
    // Invoices crawled from NTS may come as a list.
    $events = is_array($value) ? $value : [$value];
    if ($events !== array_filter($events, 'is_object')) {
        // Not OK: POPBiLL sends again, and shows this answer in its history.
        answer(400, 'the body is not a JSON object or a list of them');
        return;
    }
    $corpNum = $_SERVER['HTTP_PB_WEBHOOK_CORPNUM'] ?? '';
    $webhookType = $_SERVER['HTTP_PB_WEBHOOK_TYPE'] ?? '';
    // A failure to store is left to PHP: 500 without details, and POPBiLL sends again.
    store($mid, $webhookType, $corpNum, $body, $events);
    // Slow work (mail, ERP, other APIs) belongs after the answer: let a cron job read the events table.
    acknowledge();
}

function authorized(): bool
{
    $basic = (string) getenv('POPBILL_BASIC');
    $apiKey = (string) getenv('POPBILL_API_KEY');
    // hash_equals takes the same time wherever the texts differ, so the delay tells nothing about the secret.
    if ($basic !== '') {
        return hash_equals('Basic ' . base64_encode($basic), $_SERVER['HTTP_AUTHORIZATION'] ?? '');
    }
    return $apiKey === '' || hash_equals($apiKey, $_SERVER['HTTP_X_API_KEY'] ?? '');
}

/** One receiver serves many businesses, so a document's key is this together with the business number. */
function documentKey(object $event): ?string
{
    foreach ([$event->itemKey ?? '', $event->ntsconfirmNum ?? ''] as $key) {
        if (is_string($key) && $key !== '') {
            return $key;
        }
    }
    return null;
}

/** A number in most events, a numeric string in statements, absent in others. */
function stateOf(object $event): ?int
{
    $state = $event->stateCode ?? null;
    $valid = (is_int($state) || is_string($state)) && preg_match('/^[0-9]{1,4}$/D', (string) $state);
    return $valid ? (int) $state : null;
}

function store(string $mid, string $webhookType, string $corpNum, string $body, array $events): void
{
    $db = database();
    $db->beginTransaction();
    // The UNIQUE mid decides, not a SELECT before: the same MID may arrive twice at the same moment.
    $insert = $db->prepare('INSERT OR IGNORE INTO events (mid, webhook_type, corp_num, body) VALUES (?, ?, ?, ?)');
    $insert->execute([$mid, $webhookType, $corpNum, $body]);
    // Events may overtake each other, and eventDT has only seconds: a state never goes down.
    $raise = $db->prepare(
        'INSERT INTO documents (corp_num, document_key, state) VALUES (?, ?, ?)
         ON CONFLICT (corp_num, document_key) DO UPDATE SET state = max(state, excluded.state)'
    );
    foreach ($insert->rowCount() === 1 ? $events : [] as $event) {
        $key = documentKey($event);
        $state = stateOf($event);
        if ($key !== null && $state !== null) {
            $raise->execute([$corpNum, $key, $state]);
        }
    }
    $db->commit();
}

function database(): PDO
{
    // A file for a first try only: others can write to the temporary folder, and it is emptied.
    $file = getenv('RECEIVER_DATA') ?: sys_get_temp_dir() . '/popbill-php.sqlite3';
    // PDO waits up to 60 seconds for another writer. Before PHP 8 it would fail silently: the event would be lost.
    $db = new PDO("sqlite:$file", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    $db->exec('CREATE TABLE IF NOT EXISTS events (
        mid TEXT NOT NULL UNIQUE, webhook_type TEXT NOT NULL, corp_num TEXT NOT NULL, body TEXT NOT NULL)');
    $db->exec('CREATE TABLE IF NOT EXISTS documents (
        corp_num TEXT NOT NULL, document_key TEXT NOT NULL, state INTEGER NOT NULL,
        PRIMARY KEY (corp_num, document_key))');
    return $db;
}

function acknowledge(): void
{
    if (getenv('POPBILL_ANSWER') === 'json') {
        answer(200, '{"result":"OK"}', 'application/json');
    } else {
        answer(200, 'OK');
    }
}

function answer(int $status, string $body, string $type = 'text/plain; charset=utf-8'): void
{
    http_response_code($status);
    header("Content-Type: $type");
    echo $body;
}

/** For `popbill-hook verify` in tests only: what was stored of one MID. */
function probe(string $mid): void
{
    $db = database();
    $select = $db->prepare('SELECT corp_num, body FROM events WHERE mid = ?');
    $select->execute([$mid]);
    $rows = $select->fetchAll();
    if ($rows === []) {
        answer(404, 'unknown MID');
        return;
    }
    $event = json_decode($rows[0]['body']);
    $select = $db->prepare('SELECT state FROM documents WHERE corp_num = ? AND document_key = ?');
    $select->execute([$rows[0]['corp_num'], is_object($event) ? documentKey($event) : null]);
    $state = $select->fetchColumn();
    $found = ['n' => count($rows), 'stateCode' => $state === false ? null : (int) $state, 'event' => $event];
    answer(200, json_encode($found, JSON_UNESCAPED_UNICODE), 'application/json');
}

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/pbconnect') {
    receive();
} elseif ($path === '/probe' && getenv('POPBILL_PROBE') === '1') {
    probe($_GET['mid'] ?? '');
} else {
    answer(404, 'not found');
}
