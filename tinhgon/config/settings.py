"""Settings, all of them; what differs between places is read from TINHGON_* variables."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from tinhgon.config import env
from tinhgon.config.database import database_settings

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(__file__).resolve().parents[1]
VAR = env.path("TINHGON_VAR", ROOT / "var")

DEBUG = env.flag("TINHGON_DEBUG")
SECRET_KEY = env.secret("TINHGON_SECRET_KEY", VAR / "secret_key")
VAULT = env.path("TINHGON_VAULT", VAR / "vault")  # the keys of sensitive fields; never beside a backup
AUDIT_CHECKPOINTS = env.paths("TINHGON_AUDIT_CHECKPOINTS", VAR / "audit")
AUDIT_KEY = env.path("TINHGON_AUDIT_KEY", VAR / "audit" / "checkpoint.key")
# An office's own table of how long entries stay; without one, the program's, which sets no period.
RETENTION = Path(os.environ["TINHGON_RETENTION"]) if os.environ.get("TINHGON_RETENTION") else None
# The law's figures: the country's pack, then those of this office, which may replace what they name.
RULEPACKS = [ROOT / "rulepacks" / "vn", *env.paths("TINHGON_RULEPACKS")]
# Days off that this office writes itself, a year at a time; the country's calendar lies with its reader.
HOLIDAYS = env.paths("TINHGON_HOLIDAYS")
DUE_SOON = int(os.environ.get("TINHGON_DUE_SOON") or 5)  # working days before its last that a task is near
# What all places of this office are, for standards that go by terrain: mountain, lowland or island; empty
# where they differ or nobody has said.
TERRAIN = os.environ.get("TINHGON_TERRAIN", "")
# What the process of one solver may have; beyond it the run ends with the best plan so far.
LAB_MEMORY_MB = int(os.environ.get("TINHGON_LAB_MEMORY_MB") or 8192)
# Where many scenarios are solved at once: a Dask scheduler, or so many processes of the worker's own.
LAB_SCHEDULER = os.environ.get("TINHGON_LAB_SCHEDULER") or None
LAB_WORKERS = int(os.environ.get("TINHGON_LAB_WORKERS") or 2)
# What judges a decision by the rules of its day, when it is checked and when it is signed.
DECISION_JUDGES = [
    "tinhgon.findings.judges.territories.judge",
    "tinhgon.findings.judges.bodies.judge",
    "tinhgon.findings.judges.people.judge",
]
# What takes the tasks of a document that was confirmed, each called as take(document, tasks, by=…, on=…).
DOCUMENT_TAKERS = ["tinhgon.directives.actions.taking.take"]
# What calls the codes in the record of reads by their words, for those who audit it.
RECORD_WORDS = ["tinhgon.people.words.recorded", "tinhgon.directives.words.recorded"]
AUDIT_SYSLOG = os.environ.get("TINHGON_AUDIT_SYSLOG", "")  # /dev/log, or host:port
ALLOWED_HOSTS = env.words("TINHGON_HOSTS", "localhost 127.0.0.1 [::1]")
CSRF_TRUSTED_ORIGINS = env.words("TINHGON_ORIGINS", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.forms",
    "csp",
    "ninja",
    "procrastinate.contrib.django",
    "tinhgon.temporal",
    "tinhgon.audit",
    "tinhgon.rules",
    "tinhgon.register",
    "tinhgon.access",
    "tinhgon.people",
    "tinhgon.findings",
    "tinhgon.mandates",
    "tinhgon.documents",
    "tinhgon.directives",
    "tinhgon.lab",
    "tinhgon.exchange",
    "tinhgon.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tinhgon.web.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tinhgon.access.sessions.SessionMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tinhgon.temporal.middleware.AsOfMiddleware",
    "tinhgon.web.refusals.RefusalMiddleware",
    "tinhgon.access.middleware.ReachMiddleware",
    "tinhgon.access.second_factor.SecondFactorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tinhgon.config.urls"
WSGI_APPLICATION = "tinhgon.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],  # before the templates of Django's forms and of allauth
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tinhgon.web.context.shell",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_settings(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "tinhgon.access.backend.PermissionsAtOnce",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "tinhgon.access.adapter.ClosedSignup"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "tinhgon.web.forms.LoginForm",
    "change_password": "tinhgon.web.forms.ChangePasswordForm",
    "reauthenticate": "tinhgon.web.forms.ReauthenticateForm",
}

ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60  # before people are exported or erased, rights granted or ended
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,5/15m/key"}  # of codes; passwords are counted below
MFA_ADAPTER = "tinhgon.access.adapter.SealedFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_RECOVERY_CODES_SHOW_ONCE = True
SECOND_FACTOR = os.environ.get("TINHGON_SECOND_FACTOR", "required")  # off: with illustrative people only

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
# A name is locked wherever it is tried from: to add the address would give each address five tries more.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_USERNAME_CALLABLE = "tinhgon.access.lockout.counted_name"
AXES_LOCKOUT_CALLABLE = "tinhgon.access.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # the record of acts has them
AXES_VERBOSE = AXES_ENABLE_ADMIN = False

# What all processes count together: codes used once, codes that were wrong.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "access_cache"},
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
FORMAT_MODULE_PATH = ["tinhgon.config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.path("TINHGON_STATIC", ROOT / "var" / "static")  # made by set-up, no data of anybody
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = int(os.environ.get("TINHGON_IDLE_MINUTES") or 30) * 60  # since the last request
SESSION_LONGEST = 8 * 3600  # a working day, however busy

# Behind one proxy that speaks HTTPS, what it says of the caller is believed, also to count log-ins that fail.
HTTPS = env.flag("TINHGON_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"  # no other host's page can set it
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if HTTPS else 0
ALLAUTH_TRUSTED_PROXY_COUNT = int(HTTPS)

# Reminders are mailed where a host is named; without one they are shown in the program alone.
EMAIL_HOST = os.environ.get("TINHGON_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("TINHGON_EMAIL_PORT") or 587)
EMAIL_HOST_USER = os.environ.get("TINHGON_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("TINHGON_EMAIL_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465  # TLS from the first byte; every other port but 25 begins with STARTTLS
EMAIL_USE_TLS = EMAIL_PORT not in (25, 465)
EMAIL_TIMEOUT = 20  # seconds
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("TINHGON_EMAIL_FROM") or "tinhgon@localhost"
EMAIL_MATTERS = env.flag("TINHGON_EMAIL_MATTERS")  # say in the mail what must be done, not only how much

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a draft of 200 operations, some of 60 members
FILE_UPLOAD_HANDLERS = [
    "tinhgon.web.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024  # all that is let in: lists of people never lie in /tmp

# Faults of the program are told to whoever runs it; without this Django would only mail them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "{asctime} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "dated"}},
    "root": {"handlers": ["stderr"], "level": "ERROR"},
}
