<?php

namespace App\Exceptions;

use Illuminate\Foundation\Exceptions\Handler as ExceptionHandler;
use Throwable;

class Handler extends ExceptionHandler
{
    /** There are no pages here, so errors are short JSON texts. */
    protected function shouldReturnJson($request, Throwable $e)
    {
        return true;
    }
}
