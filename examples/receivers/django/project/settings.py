"""Only what a webhook receiver needs; a real project keeps its own settings and takes the parts with a comment."""

import os
import secrets
import tempfile

DEBUG = False
# Nothing here is signed; a real project reads its key from its secrets.
SECRET_KEY = secrets.token_urlsafe()
# The host of the callback URL registered at POPBiLL belongs here: Django answers 400 to any other.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = ["webhook"]
MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",
    # On, as in every Django project. POPBiLL has no CSRF token, so the view is exempt by its decorator.
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "project.urls"

# For a first try only: others can write to the temporary folder, and it is emptied. Set RECEIVER_DATA in production.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("RECEIVER_DATA") or os.path.join(tempfile.gettempdir(), "popbill-django.sqlite3"),
        "OPTIONS": {
            "timeout": 30,
            # A transaction takes its lock at once and waits for it, instead of failing as "locked" halfway.
            "transaction_mode": "IMMEDIATE",
            # Readers and the writer don't block each other in this mode.
            "init_command": "PRAGMA journal_mode = WAL",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The stock limit is 2.5 MB; a list of invoices may be long.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

# Without DEBUG, Django's own logging keeps errors from the console.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# At most one of them is set, as at POPBiLL; neither means that POPBiLL is set to send no credentials.
POPBILL_BASIC = os.environ.get("POPBILL_BASIC")
POPBILL_API_KEY = os.environ.get("POPBILL_API_KEY")
POPBILL_ANSWER = os.environ.get("POPBILL_ANSWER") or "string"
POPBILL_PROBE = os.environ.get("POPBILL_PROBE") == "1"
