"""Which database: a server named by TINHGON_DATABASE_URL, or the one that comes with the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from tinhgon.config import embedded
from tinhgon.core.errors import Refused

VARIABLE = "TINHGON_DATABASE_URL"
DATA = "pg"  # the embedded server's folder inside VAR

# Kept by the server for each connection. Long work (an import) raises its limit for its own transaction.
LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
}


class DatabaseUrlUnreadable(Refused):
    """The address of the database is not one."""

    vi = "Không đọc được địa chỉ cơ sở dữ liệu trong {variable}: {reason}. Dạng đúng: {example}"
    en = "The database address in {variable} cannot be read: {reason}. The right form: {example}"


def database_settings(var: Path) -> dict[str, Any]:
    """Give Django's entry for the database; opens no connection and starts no server."""
    found = _named() or embedded.parameters(var / DATA)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.pop("dbname"),
        "USER": found.pop("user", ""),
        "PASSWORD": found.pop("password", ""),
        "HOST": found.pop("host", ""),
        "PORT": found.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "tinhgon", **found, "options": _options(found.get("options", ""))},
    }


def start_embedded(var: Path) -> bool:
    """Start the program's own server unless another database is named; tell whether this call started it."""
    return not os.environ.get(VARIABLE) and embedded.start(var / DATA)


def _named() -> dict[str, Any] | None:
    address = os.environ.get(VARIABLE)
    if not address:
        return None
    try:
        found = dict(conninfo_to_dict(address))
    except psycopg.ProgrammingError as error:
        raise _unreadable(str(error).strip()) from None
    if not found.get("dbname"):
        raise _unreadable("no database name")
    return found


def _unreadable(reason: str) -> DatabaseUrlUnreadable:
    example = "postgresql://tinhgon@db.example:5432/tinhgon?sslmode=verify-full"
    return DatabaseUrlUnreadable(variable=VARIABLE, reason=reason, example=example)


def _options(own: str) -> str:
    """Put the limits first, so that what the address itself asks for wins."""
    limits = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
    return f"{limits} {own}".strip()
