"""Figures and lists as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext


def figure(value: Decimal | int | None) -> str:
    """Write a number without idle zeros; none is a dash."""
    if value is None:
        return "–"
    plain = value.normalize() + 0 if isinstance(value, Decimal) else value
    return number_format(plain, use_l10n=True, force_grouping=True)


def percent(share: Decimal) -> str:
    """Write a share as a percentage with at most one digit behind the comma."""
    return gettext("%(number)s %%") % {"number": figure(round(share * 100, 1))}


def counted(count: int, noun: str) -> str:
    """Write a number with what it counts: 31 phường; English has plurals."""
    return f"{figure(count)} {noun if count == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Give the plural of a noun of the language in use; Vietnamese has none."""
    if not (get_language() or "vi").startswith("en") or noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def listed(items: Sequence[str]) -> str:
    """Write a list: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return gettext("%(items)s và %(last)s") % {"items": ", ".join(items[:-1]), "last": items[-1]}
