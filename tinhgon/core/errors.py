"""The root of every refusal: a name, the facts of the case, one sentence in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Said:
    """A fact that has its own words in each language."""

    vi: str
    en: str


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not a fault of the program)
    """Something cannot be done; says what, where, and what to do instead.

    A subclass gives `vi` and `en`: sentences with the facts' names in braces.
    """

    vi: ClassVar[str] = "Yêu cầu không thực hiện được."
    en: ClassVar[str] = "The request cannot be carried out."
    between: ClassVar[str] = ", "  # parts the items of a fact that is a list

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    @property
    def code(self) -> str:
        """The stable name of the refusal, for programs."""
        return type(self).__name__

    def message(self, language: str = "vi") -> str:
        """Say it in one language (vi, or English for any other)."""
        chosen = "vi" if language.startswith("vi") else "en"
        shown = {name: _shown(fact, chosen, self.between) for name, fact in self.facts.items()}
        template: str = getattr(type(self), chosen)
        return template.format(**shown)

    def as_json(self) -> dict[str, Any]:
        """Give the refusal to a program: code, both sentences, facts as text."""
        facts = {name: _plain(fact) for name, fact in self.facts.items()}
        return {"code": self.code, "vi": self.message("vi"), "en": self.message("en"), "facts": facts}


class NotPermitted(Refused):
    """The one who asks lacks a right."""

    vi = "Tài khoản này không có quyền {permission}. Đề nghị người quản trị cấp quyền."
    en = "This account lacks the permission {permission}. Ask the administrator for it."


def _shown(fact: Any, language: str, between: str) -> str:
    match fact:
        case Said():
            return str(getattr(fact, language))
        case date():
            return f"{fact:%d/%m/%Y}"
        case tuple() | list():
            return between.join(_shown(item, language, between) for item in fact)
    return str(fact)


def _plain(fact: Any) -> Any:
    match fact:
        case Said(vi, en):
            return {"vi": vi, "en": en}
        case tuple() | list():
            return [_plain(item) for item in fact]
    return str(fact)
