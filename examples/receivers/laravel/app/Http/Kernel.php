<?php

namespace App\Http;

use Illuminate\Foundation\Http\Kernel as HttpKernel;
use Illuminate\Foundation\Http\Middleware\VerifyCsrfToken;
use Illuminate\Routing\Middleware\SubstituteBindings;
use Illuminate\Session\Middleware\StartSession;

class Kernel extends HttpKernel
{
    protected $middlewareGroups = [
        // For pages. POPBiLL has neither a session nor a CSRF token: here it would be answered 419.
        'web' => [StartSession::class, VerifyCsrfToken::class, SubstituteBindings::class],
        // For machines. Without the stock "throttle:api": at the end of a month POPBiLL sends more than 60 a minute.
        'api' => [SubstituteBindings::class],
    ];
}
