"""A decision file becomes a draft."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes
from tinhgon.core.documents import Document
from tinhgon.core.documents import Head as DocumentHead
from tinhgon.core.judging import Judged
from tinhgon.register import refusals
from tinhgon.register.actions import judging
from tinhgon.register.actions.drafting import Head, check, draft
from tinhgon.register.actions.signing import Signed, sign
from tinhgon.register.models import Decision, DecisionType
from tinhgon.register.queries import units

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def head_of(found: DocumentHead) -> Head:
    """Make a decision's head of a file's."""
    return Head(
        type=found.type,
        number=found.full_number,
        issuer=found.issuer,
        issued_on=found.issued_on,
        effective_on=found.effective_on,
        title=found.title,
        source=found.source.kind,
        source_note=found.source.note,
    )


def draft_document(*, document: Document, actor: AbstractBaseUser | None) -> Decision:
    """Make a draft of a file; its codes are those of the day on which it takes effect.

    :raises UnknownCodes: nobody bears a code on that day.
    :raises MalformedOperations: an operation has faults.
    :raises NoSuchType: its type is not in the list.
    :raises DuplicateDocument: the document is in the register already.
    :raises MayNotCorrect: it corrects the register, and the actor has no right to.
    """
    if not DecisionType.objects.filter(pk=document.head.type).exists():
        raise refusals.NoSuchType(type=document.head.type)
    found = units.holders(document.codes, on=document.head.effective_on)
    operations = ops.read(document.resolved(found))
    return draft(head=head_of(document.head), operations=operations, actor=actor)


def try_document(
    *, document: Document, actor: AbstractBaseUser | None
) -> tuple[Decision, Changes, tuple[Judged, ...]]:
    """Tell what a file would change and what the rules find of it.

    It is drafted and checked as if in earnest, and nothing of it stays.

    :raises Refused: as for drafting and checking it.
    """
    with transaction.atomic():
        decision = draft_document(document=document, actor=actor)
        check(decision=decision)
        changes, judged = judging.weigh(
            ops.read(decision.operations), on=decision.effective_on, decision=decision
        )
        transaction.set_rollback(True)
    return decision, changes, judged


@transaction.atomic
def sign_document(
    *,
    document: Document,
    actor: AbstractBaseUser | None,
    at: datetime,
    answers: judging.Answers = judging.NO_ANSWERS,
) -> Signed:
    """Draft, check and sign a file, all or nothing.

    :raises Refused: as for drafting, checking and signing it.
    """
    decision = draft_document(document=document, actor=actor)
    check(decision=decision)
    return sign(decision=decision, actor=actor, at=at, answers=answers)
