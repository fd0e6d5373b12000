"""The point from which everything is read: a day, and a moment of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, time

from django.utils import timezone

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day


class NoSuchMoment(Refused):
    vi = "Không có thời điểm “{text}”. Viết như 2025-09-10T08:30 hoặc 10/09/2025."
    en = "There is no moment “{text}”. Write it like 2025-09-10T08:30 or 10/09/2025."


@dataclass(frozen=True, slots=True)
class AsOf:
    """What was so on day `valid`, as the register said at moment `known`; None is the latest word."""

    valid: date
    known: datetime | None = None


def parse_moment(text: str) -> datetime:
    """Read a moment; one without an offset is local, a mere day or minute (10/09/2025 08:30) means its end.

    :raises NoSuchMoment: it is no moment.
    """
    cleaned = text.strip().replace(" ", "+") if "T" in text else text.strip()
    try:
        if "/" in cleaned or len(cleaned) == 10:
            day, _, clock = cleaned.partition(" ")
            moment = datetime.combine(parse_day(day), _end_of(clock))
        else:
            moment = datetime.fromisoformat(cleaned)
        if not MINYEAR < moment.year < MAXYEAR:  # no other time zone could tell it
            raise NoSuchMoment(text=text[:40])
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    except (ValueError, Refused):
        raise NoSuchMoment(text=text[:40]) from None


def _end_of(clock: str) -> time:
    """Give the last instant of a minute written like 08:30, or of the day."""
    if not clock:
        return time.max
    minute = datetime.strptime(clock, "%H:%M")  # noqa: DTZ007  (a time of day, without a day)
    return minute.time().replace(second=59, microsecond=999_999)


def read_as_of(on: str, known: str, *, today: date) -> AsOf:
    """Make the point of view that an address or a command names; nothing named is today's latest word.

    :raises NoSuchDay, NoSuchMoment: what is written is neither.
    """
    day = parse_day(on) if on.strip() else today
    return AsOf(day, parse_moment(known) if known.strip() else None)
