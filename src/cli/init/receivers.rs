//! The files of the example receivers, as they are in `examples/receivers`.

/// The files of one receiver.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Sources {
    /// The name users type.
    pub(in crate::cli) name: &'static str,
    /// Its `receiver.toml`.
    pub(super) sheet: &'static str,
    /// Each file with its path.
    pub(super) files: &'static [(&'static str, &'static str)],
}

/// Reads the files of a folder into the program.
macro_rules! sources {
    ($name:literal, [$($file:literal),+ $(,)?]) => {
        Sources {
            name: $name,
            sheet: include_str!(concat!("../../../examples/receivers/", $name, "/receiver.toml")),
            files: &[$(($file, include_str!(concat!("../../../examples/receivers/", $name, "/", $file)))),+],
        }
    };
}

/// Every receiver, by name.
pub(super) static RECEIVERS: [Sources; 14] = [
    sources!("axum", ["Cargo.toml", "Cargo.lock", "src/main.rs"]),
    sources!(
        "django",
        [
            "manage.py",
            "requirements.txt",
            "project/__init__.py",
            "project/settings.py",
            "project/urls.py",
            "webhook/__init__.py",
            "webhook/models.py",
            "webhook/views.py",
            "webhook/migrations/__init__.py",
            "webhook/migrations/0001_initial.py"
        ]
    ),
    sources!("dotnet", ["Receiver.cs", "EventStore.cs", "Receiver.csproj"]),
    sources!("express", ["server.js", "store.js", "package.json"]),
    sources!("fastapi", ["app.py", "requirements.txt"]),
    sources!("flask", ["app.py", "requirements.txt"]),
    sources!("go", ["main.go", "store.go", "go.mod"]),
    sources!("jdk", ["WebhookReceiver.java", "EventStore.java"]),
    sources!(
        "laravel",
        [
            ".env.example",
            ".gitignore",
            "artisan",
            "composer.json",
            "app/Exceptions/Handler.php",
            "app/Http/Controllers/PopbillWebhookController.php",
            "app/Http/Kernel.php",
            "app/Http/Middleware/AuthenticatePopbill.php",
            "app/Providers/RouteServiceProvider.php",
            "bootstrap/app.php",
            "bootstrap/autoload.php",
            "config/app.php",
            "config/database.php",
            "config/logging.php",
            "config/popbill.php",
            "config/session.php",
            "config/view.php",
            "database/migrations/2026_01_05_000000_create_popbill_tables.php",
            "public/index.php",
            "routes/api.php"
        ]
    ),
    sources!(
        "nest",
        [
            "src/main.ts",
            "src/webhook.module.ts",
            "src/webhook.controller.ts",
            "src/webhook.service.ts",
            "src/authenticate.ts",
            "src/event.ts",
            "src/probe.controller.ts",
            "package.json",
            "tsconfig.json"
        ]
    ),
    sources!("php", ["index.php"]),
    sources!("rails", ["app.rb", "config.ru", "config/puma.rb"]),
    sources!("sinatra", ["app.rb", "event_store.rb", "config.ru", "config/puma.rb"]),
    sources!(
        "spring",
        ["WebhookController.java", "EventStore.java", "ProbeController.java", "Server.java", "build.sh"]
    ),
];
