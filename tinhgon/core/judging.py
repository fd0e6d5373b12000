"""A decision before its judges, what they found of it, and the answers to what stands against it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from tinhgon.core import operations as ops
from tinhgon.core.rows import Change, PersonId, PostId, UnitId
from tinhgon.core.rulebook import Finding
from tinhgon.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A decision as judges see it: the register before and after it.

    :param whole: both hold all of the register; otherwise only what lies around the decision.
    """

    on: date
    operations: Sequence[ops.Operation]
    before: Snapshot
    after: Snapshot
    changes: tuple[Change, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding, and the one unit, post or person that it is about; none is the decision as a whole."""

    finding: Finding
    unit: UnitId | None = None
    post: PostId | None = None
    person: PersonId | None = None

    @property
    def key(self) -> str:
        """What an answer names it by."""
        return f"{self.finding.rule}:{self.finding.says}:{self.unit or self.post or self.person or ''}"

    @property
    def seen(self) -> str:
        """What whoever answers has read: an answer to 3 deputies is none to 30."""
        return f"{self.finding.found}:{self.finding.allowed}"


Judge: TypeAlias = Callable[[Matter], Iterable[Judged]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a decision is signed although a rule stands against it, and on which basis in law.

    :param seen: what was found when it was written; it answers for no more. None: for all there is.
    """

    reason: str
    basis: str
    seen: frozenset[str] | None = None

    @property
    def is_given(self) -> bool:
        """Tell whether both are written, in letters."""
        return all(any(letter.isalnum() for letter in text) for text in (self.reason, self.basis))

    def answers(self, judged: Judged) -> bool:
        """Tell whether it is given, and to what is found."""
        return self.is_given and (self.seen is None or judged.seen in self.seen)


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers by the keys of findings; `to_all` answers for what has none of its own."""

    each: Mapping[str, Answer] = field(default_factory=dict)
    to_all: Answer | None = None

    def to(self, judged: Judged) -> Answer | None:
        """Give the answer to a finding, or None."""
        answer = self.each.get(judged.key, self.to_all)
        return answer if answer and answer.answers(judged) else None

    def begun(self, judged: Judged) -> Answer | None:
        """Give what was written for a finding, whole or not."""
        return self.each.get(judged.key)


NO_ANSWERS = Answers()


def written(text: str) -> str:
    """Give the text of an answer as it is kept: composed letters, line ends of one kind, nothing unseen."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join("".join(filter(None, map(_seen, line))).rstrip() for line in lines).strip()


def _seen(letter: str) -> str:
    if letter.isspace():
        return " "
    return letter if letter.isprintable() else ""
