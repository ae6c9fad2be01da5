<?php

// A POPBiLL webhook receiver on Laravel. With Composer: `mkdir -p bootstrap/cache`, `composer install`, copy
// .env.example to .env and fill it in, `touch database/database.sqlite`, `php artisan key:generate`, `php artisan
// migrate`. In production the document root of nginx or Apache is public/ (Apache: FallbackResource /index.php, and
// CGIPassAuth On, without which it hides the Authorization header); PHP's built-in server is for tests.

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Http\Response;
use Illuminate\Support\Facades\DB;
use JsonException;

class PopbillWebhookController
{
    public function receive(Request $request): Response
    {
        $mid = $request->header('Pb-Webhook-MID', '');
        if ($mid === '') {
            return $this->text(400, 'Pb-Webhook-MID is missing');
        }
        try {
            // The raw bytes, because $request->json() takes a broken body for an empty one. This is strict about UTF-8.
            $body = json_decode($request->getContent(), false, 512, JSON_THROW_ON_ERROR);
        } catch (JsonException) {
            // Not OK: POPBiLL sends again, and shows this answer in its history.
            return $this->text(400, 'the body is not JSON');
        }
        // Invoices crawled from NTS may come as a list.
        $events = collect(is_array($body) ? $body : [$body]);
        if (! $events->every(fn ($event) => is_object($event))) {
            return $this->text(400, 'the body is not a JSON object or a list of them');
        }
        // A failure to store is left to Laravel: 500 without details, and POPBiLL sends again.
        DB::transaction(fn () => $this->store($mid, $request, $events));

        // Slow work (mail, ERP, other APIs) belongs after the answer: dispatch a queued job here.
        return $this->acknowledge();
    }

    /** For `popbill-hook verify` in tests only: what was stored of one MID. */
    public function probe(Request $request): Response
    {
        $rows = DB::table('events')->where('mid', $request->query('mid'))->get();
        if ($rows->isEmpty()) {
            return $this->text(404, 'unknown MID');
        }
        $event = json_decode($rows[0]->body);
        $found = [
            'n' => $rows->count(),
            'stateCode' => is_object($event) ? $this->document($rows[0]->corp_num, $event)->value('state') : null,
            'event' => $event,
        ];

        return new Response(json_encode($found, JSON_UNESCAPED_UNICODE), 200, ['Content-Type' => 'application/json']);
    }

    private function store(string $mid, Request $request, iterable $events): void
    {
        $corpNum = $request->header('Pb-Webhook-Corpnum', '');
        // The unique mid decides, not a query before: the same MID may arrive twice at the same moment.
        $new = DB::table('events')->insertOrIgnore([
            'mid' => $mid,
            'webhook_type' => $request->header('Pb-Webhook-Type', ''),
            'corp_num' => $corpNum,
            'body' => $request->getContent(),
        ]);
        foreach ($new ? $events : [] as $event) {
            $key = $this->documentKey($event);
            $state = $this->stateOf($event);
            if ($key !== null && $state !== null) {
                DB::table('documents')->insertOrIgnore([
                    'corp_num' => $corpNum,
                    'document_key' => $key,
                    'state' => $state,
                ]);
                // Events may overtake each other, and eventDT has only seconds: a state never goes down.
                $this->document($corpNum, $event)->where('state', '<', $state)->update(['state' => $state]);
            }
        }
    }

    /** One receiver serves many businesses, so the business number is a part of a document's key. */
    private function document(string $corpNum, object $event)
    {
        return DB::table('documents')->where('corp_num', $corpNum)->where('document_key', $this->documentKey($event));
    }

    private function documentKey(object $event): ?string
    {
        return collect([$event->itemKey ?? '', $event->ntsconfirmNum ?? ''])
            ->first(fn ($key) => is_string($key) && $key !== '');
    }

    /** A number in most events, a numeric string in statements, absent in others. */
    private function stateOf(object $event): ?int
    {
        $state = $event->stateCode ?? null;

        return (is_int($state) || is_string($state)) && preg_match('/^[0-9]{1,4}$/D', $state) ? (int) $state : null;
    }

    private function acknowledge(): Response
    {
        return config('popbill.answer') === 'json'
            ? new Response('{"result":"OK"}', 200, ['Content-Type' => 'application/json'])
            : $this->text(200, 'OK');
    }

    private function text(int $status, string $message): Response
    {
        return new Response($message, $status, ['Content-Type' => 'text/plain; charset=utf-8']);
    }
}
