<?php

return [
    // Only the "web" group has sessions, and it has no pages yet: nothing is kept.
    'driver' => 'array',
    'lifetime' => 120,
    'expire_on_close' => false,
    'lottery' => [2, 100],
    'cookie' => 'session',
    'path' => '/',
    'domain' => null,
    'secure' => true,
    'http_only' => true,
    'same_site' => 'lax',
];
