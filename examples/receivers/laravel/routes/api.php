<?php

use App\Http\Controllers\PopbillWebhookController;
use App\Http\Middleware\AuthenticatePopbill;
use Illuminate\Support\Facades\Route;

Route::post('/pbconnect', [PopbillWebhookController::class, 'receive'])->middleware(AuthenticatePopbill::class);

if (config('popbill.probe')) {
    Route::get('/probe', [PopbillWebhookController::class, 'probe']);
}
