<?php

// Installed by Composer, or as Debian's php-laravel-framework, which is on PHP's include path and knows no App.
if (is_file(__DIR__.'/../vendor/autoload.php')) {
    require __DIR__.'/../vendor/autoload.php';
} else {
    require 'Illuminate/autoload.php';
    spl_autoload_register(function (string $class) {
        $file = __DIR__.'/../app/'.strtr(substr($class, strlen('App\\')), '\\', '/').'.php';
        if (str_starts_with($class, 'App\\') && is_file($file)) {
            require $file;
        }
    });
}
