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
EXAMPLE = "postgresql://tinhgon@db.example:5432/tinhgon?sslmode=verify-full"
SYSTEM = " -c tinhgon.actor=system"
DATA = "pg"  # the embedded server's folder inside VAR

# Kept by the server for each connection. Long work (an import) raises its limit for its own transaction.
LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
}


class DatabaseUrlUnreadable(Refused):
    """The address of the database is not one."""

    vi = "Địa chỉ trong {variable} không đọc được hoặc thiếu tên cơ sở dữ liệu. Dạng đúng: {example}"
    en = "The address in {variable} cannot be read or names no database. The right form: {example}"


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
        # Measured: a request costs 2.8 ms with a new connection, 0.2 ms with a kept one or psycopg's pool.
        # Kept ones need no threads of their own, and the server's threads last as long as they do.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "tinhgon", **found, "options": _options(found.get("options", ""))},
    }


def as_system(settings: dict[str, Any]) -> None:
    """Let connections of this process act as the system itself: for commands and tests, never for pages.

    Row security binds even the owner of the tables; without this a command would see no person.
    """
    options = settings["OPTIONS"]
    options["options"] += SYSTEM


def as_nobody(settings: dict[str, Any]) -> None:
    """Let new connections of this process act as nobody again: before pages are served from it."""
    settings["OPTIONS"]["options"] = settings["OPTIONS"]["options"].replace(SYSTEM, "")


def start_embedded(var: Path) -> bool:
    """Start the program's own server unless another database is named; tell whether this call started it."""
    return not os.environ.get(VARIABLE) and embedded.start(var / DATA)


def _named() -> dict[str, Any] | None:
    address = os.environ.get(VARIABLE)
    if not address:
        return None
    try:
        found = dict(conninfo_to_dict(address))
    except psycopg.ProgrammingError:  # its words may hold the password
        found = {}
    if not found.get("dbname"):
        raise DatabaseUrlUnreadable(variable=VARIABLE, example=EXAMPLE)
    return found


def _options(own: str) -> str:
    """Put the limits first, so that what the address itself asks for wins."""
    limits = " ".join(f"-c {name}={value}" for name, value in LIMITS.items())
    return f"{limits} {own}".strip()
