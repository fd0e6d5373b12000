"""What every command stands on: Django set up, the database running and sound."""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from tinhgon.config.checks import require_sound_database
from tinhgon.config.database import as_system, start_embedded
from tinhgon.core.errors import Refused

DEMO_USERS = "demo-users.txt"  # in VAR: the passwords of the demonstration, this installation's own


class NotMigrated(Refused):
    """The tables are missing or of an older release."""

    vi = "Cơ sở dữ liệu chưa có đủ bảng của phiên bản này. Hãy chạy: tinhgon migrate"
    en = "The database lacks tables of this release. Run: tinhgon migrate"


def prepare() -> None:
    """Set Django up; opens no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
    django.setup()
    translation.activate(language())


def open_database(*, migrated: bool = True) -> bool:
    """Have a sound database, with its tables unless told otherwise; tell whether our server was started."""
    started = start_embedded(settings.VAR)
    as_system(connection.settings_dict)
    require_sound_database()
    if migrated and pending():
        raise NotMigrated
    return started


def pending() -> int:
    """Count the migrations still to be applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def language() -> str:
    """Speak English where the terminal does, Vietnamese otherwise."""
    for name in ("TINHGON_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.startswith("en") else "vi"
    return "vi"
