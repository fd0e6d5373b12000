"""What a rule finds: what was found, what is allowed, where that is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook.figures import Dated

UNKNOWN, NOT_JUDGED = "unknown", "not_judged"


class Severity(StrEnum):
    """How much a finding weighs: it stops a signature, it warns, it merely tells."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found on a day. `says` names the sentence, in the pack, that tells it.

    :param found: what there is; None where a fact is missing.
    :param allowed: what the law asks for or lets be, in the same unit.
    :param cited: the dated values that were used: article and status stand there.
    :param facts: whatever else the sentence names.
    """

    rule: str
    severity: Severity
    says: str
    found: Any = None
    allowed: Any = None
    cited: tuple[Dated, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def provisional(self) -> bool:
        """Tell whether it leans on a value that is only provisional."""
        return any(value.provisional for value in self.cited)

    @property
    def blocks(self) -> bool:
        """Tell whether it stops a signature until somebody answers for it in writing."""
        return self.severity is Severity.BLOCK


def block(rule: str, says: str, *cited: Dated, found: Any, allowed: Any, **facts: Any) -> Finding:
    """Give a finding that stops a signature; what leans on a provisional value warns instead."""
    sure = not any(value.provisional for value in cited)
    weight = Severity.BLOCK if sure else Severity.WARN
    return _made(weight, rule, says, cited, found, allowed, facts)


def warn(rule: str, says: str, *cited: Dated, found: Any, allowed: Any, **facts: Any) -> Finding:
    """Give a finding that warns."""
    return _made(Severity.WARN, rule, says, cited, found, allowed, facts)


def note(
    rule: str, says: str, *cited: Dated, found: Any = None, allowed: Any = None, **facts: Any
) -> Finding:
    """Give a finding that merely tells."""
    return _made(Severity.NOTE, rule, says, cited, found, allowed, facts)


def unknown(rule: str, fact: str, *cited: Dated, allowed: Any = None) -> Finding:
    """Give a finding that a fact is missing, by the fact's name; nothing is guessed in its place."""
    return _made(Severity.NOTE, rule, UNKNOWN, cited, None, allowed, {"fact": fact})


def not_judged(rule: str, fault: Exception) -> Finding:
    """Give a warning that a rule could not be judged, and why; of a fault of the program only its kind."""
    kind = type(fault).__name__
    told = {"vi": f"lỗi của chương trình ({kind}).", "en": f"a fault of the program ({kind})."}
    if isinstance(fault, Refused):
        told = {language: fault.message(language) for language in told}
    return _made(Severity.WARN, rule, NOT_JUDGED, (), None, None, told)


def _made(
    severity: Severity, rule: str, says: str, cited: tuple[Dated, ...], found: Any, allowed: Any,
    facts: Mapping[str, Any],
) -> Finding:  # fmt: skip
    return Finding(
        rule=rule, severity=severity, says=says, found=found, allowed=allowed, cited=cited, facts=facts
    )
