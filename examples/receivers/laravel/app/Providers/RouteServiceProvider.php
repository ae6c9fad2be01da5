<?php

namespace App\Providers;

use Illuminate\Foundation\Support\Providers\RouteServiceProvider as ServiceProvider;
use Illuminate\Support\Facades\Route;

class RouteServiceProvider extends ServiceProvider
{
    public function boot()
    {
        // The "api" group, and without its usual prefix: the address is exactly the one registered at POPBiLL.
        $this->routes(function () {
            Route::middleware('api')->group(base_path('routes/api.php'));
        });
    }
}
