"""What must be so before work starts: a database that is new and safe enough, keys that nobody else reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import OperationalError, connections

from tinhgon import vault
from tinhgon.access.illustration import people_are_real
from tinhgon.access.refusals import PeopleAreReal
from tinhgon.core.errors import Refused

OLDEST = 180000  # PostgreSQL 18: WITHOUT OVERLAPS and PERIOD keys


class ServerTooOld(Refused):
    """The server lacks the temporal keys that the register rests on."""

    vi = "Máy chủ PostgreSQL là bản {found}; cần bản 18 trở lên. Hãy nâng cấp máy chủ hoặc chọn máy chủ khác."
    en = "The PostgreSQL server is version {found}; 18 or newer is needed. Upgrade it or choose another."


class ServerForgetsOnCrash(Refused):
    """The server confirms what it has not written to disk."""

    vi = (
        "Máy chủ PostgreSQL chạy với {setting} = off: quyết định đã ký có thể mất khi máy tắt đột ngột. "
        "Hãy đặt {setting} = on rồi chạy lại."
    )
    en = (
        "The PostgreSQL server runs with {setting} = off: a signed decision could be lost in a crash. "
        "Set {setting} = on and start again."
    )


class DatabaseUnreachable(Refused):
    """No connection could be opened."""

    vi = "Không kết nối được cơ sở dữ liệu: {reason}. Hãy xem máy chủ có chạy không và địa chỉ có đúng không."
    en = "The database cannot be reached: {reason}. See whether the server runs and the address is right."


def require_sound_database(alias: str = "default") -> None:
    """Refuse to work on a database that is too old or may lose what it confirmed."""
    for refusal in _faults(alias):
        raise refusal


def _faults(alias: str) -> Iterator[Refused]:
    try:
        version, name, fsync, commit = _ask(alias)
    except OperationalError as error:
        yield DatabaseUnreachable(reason=str(error).splitlines()[0])
        return
    if version < OLDEST:
        yield ServerTooOld(found=name)
    for setting, value in (("fsync", fsync), ("synchronous_commit", commit)):
        if value == "off":
            yield ServerForgetsOnCrash(setting=setting)


def _ask(alias: str) -> Sequence[Any]:
    settings = ("server_version_num", "server_version", "fsync", "synchronous_commit")
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"current_setting('{name}')" for name in settings))
        row = cursor.fetchone() or ("0", "?", "", "")
    return int(row[0]), *row[1:]


@register(Tags.database)
def sound_database(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Say the same to `manage check` and `manage migrate`."""
    refusals = [refusal for alias in databases or () for refusal in _faults(alias)]
    return [Error(refusal.message("en"), id=f"tinhgon.{refusal.code}") for refusal in refusals]


@register(Tags.security)
def guarded_vault(**_: Any) -> list[CheckMessage]:
    """Name the keys that others than the program's account may reach."""
    return [Error(refusal.message("en"), id=f"tinhgon.{refusal.code}") for refusal in vault.exposed()]


@register(Tags.database)
def second_factor(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Say where the second factor is left out although the people are real."""
    if not databases or settings.SECOND_FACTOR != "off" or not people_are_real():
        return []
    return [Error(PeopleAreReal().message("en"), id="tinhgon.PeopleAreReal")]


def require_second_factor() -> None:
    """Refuse to serve real people without a second factor.

    :raises PeopleAreReal: it is left out.
    """
    if settings.SECOND_FACTOR == "off" and people_are_real():
        raise PeopleAreReal
