"""The root of every refusal: a name, the facts of the case, one sentence in each language."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not a fault of the program)
    """Something cannot be done; says what, where, and what to do instead.

    A subclass gives `vi` and `en`: sentences with the facts' names in braces.
    """

    vi: ClassVar[str] = "Yêu cầu không thực hiện được."
    en: ClassVar[str] = "The request cannot be carried out."

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    @property
    def code(self) -> str:
        """The stable name of the refusal, for programs."""
        return type(self).__name__

    def message(self, language: str = "vi") -> str:
        """Say it in one language (vi, or English for any other)."""
        shown = {name: _shown(fact) for name, fact in self.facts.items()}
        return (self.vi if language.startswith("vi") else self.en).format(**shown)

    def as_json(self) -> dict[str, Any]:
        """Give the refusal to a program: code, both sentences, facts as text."""
        facts = {name: _plain(fact) for name, fact in self.facts.items()}
        return {"code": self.code, "vi": self.message("vi"), "en": self.message("en"), "facts": facts}


def _shown(fact: Any) -> str:
    if isinstance(fact, date):
        return f"{fact:%d/%m/%Y}"
    if isinstance(fact, tuple | list):
        return ", ".join(_shown(item) for item in fact)
    return str(fact)


def _plain(fact: Any) -> Any:
    return [_plain(item) for item in fact] if isinstance(fact, tuple | list) else str(fact)
