<?php

return [
    // At most one of them is set, as at POPBiLL; neither means that POPBiLL is set to send no credentials.
    'basic' => env('POPBILL_BASIC'),
    'api_key' => env('POPBILL_API_KEY'),
    // "string" or "json"
    'answer' => env('POPBILL_ANSWER'),
    'probe' => env('POPBILL_PROBE') === '1',
];
