<?php

return [
    'default' => 'sqlite',
    'connections' => [
        // PDO waits up to 60 seconds for another writer.
        'sqlite' => [
            'driver' => 'sqlite',
            'database' => env('RECEIVER_DATA') ?: database_path('database.sqlite'),
            'prefix' => '',
        ],
    ],
    'migrations' => 'migrations',
];
