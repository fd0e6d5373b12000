"""Who may be the same person: of one name, with or without marks, and born in one year."""

from __future__ import annotations

from tinhgon.core.names import fold, sought
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import Reach
from tinhgon.register.models import Person
from tinhgon.register.queries.people import by_name, visible

MOST = 10


def likely(name: str, born: PartialDay | None, reach: Reach) -> list[Person]:
    """Give people within reach who may be the one; without a day of birth on either side the name decides."""
    found = visible(reach).filter(name_folded=fold(sought(name)))
    rows = by_name(found)[: MOST * 5]
    same = [one for one in rows if born is None or one.born is None or one.born.year == born.year]
    return same[:MOST]
